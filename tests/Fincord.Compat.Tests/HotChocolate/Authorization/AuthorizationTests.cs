using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL.Authorization;

/// <summary>Who may see which field.</summary>
public sealed class AuthorizationTests
{
    private readonly Calls _calls = new();

    private Task<GraphQLHost> StartAsync(string? user = null, Action<IRequestExecutorBuilder>? more = null) =>
        StartAsync<Desk>(user, more);

    private async Task<GraphQLHost> StartAsync<TQuery>(string? user, Action<IRequestExecutorBuilder>? more) where TQuery : class
    {
        var host = await GraphQLHost.StartAsync(
            builder =>
            {
                builder.AddQueryType<TQuery>().AddMutationType<DeskMutation>().AddSubscriptionType<DeskSubscription>().AddType<Vault>().AddType<Lobby>()
                    .AddAuthorization(options => options.AddPolicy("quiet", policy => policy.RequireRole("librarian", "manager")));
                more?.Invoke(builder);
            },
            services =>
            {
                services.AddSingleton(_calls);
                HeaderAuthentication.Add(services);
            });
        if (user is not null) host.Client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, user);
        return host;
    }

    [Fact]
    public async Task A_field_for_members_is_null_for_a_stranger_and_the_others_are_kept()
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(new { query = "{ open members }" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"message":"The current user is not authorized to access this resource.","path":["members"],"extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}],"data":{"open":"open","members":null}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_member_sees_it()
    {
        await using var host = await StartAsync("ann");

        Assert.Equal("""{"open":"open","members":"members","strict":"strict"}""", await host.DataAsync("{ open members strict }"));
    }

    [Fact]
    public async Task A_denied_field_that_must_not_be_null_takes_its_object_with_it()
    {
        await using var host = await StartAsync();

        Assert.Equal("null", (await host.QueryAsync("{ open strict }")).GetProperty("data").GetRawText());
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("ann", "AUTH_NOT_AUTHORIZED")]
    [InlineData("ann librarian", "AUTH_NOT_AUTHORIZED")]
    [InlineData("ann manager", null)]
    [InlineData("ann trader", null)]
    public async Task One_of_the_roles_is_enough(string? user, string? code)
    {
        await using var host = await StartAsync(user);

        Assert.Equal(code, Code(await host.QueryAsync("{ floor }")));
        Assert.Equal(code is null ? 1 : 0, _calls.Count);
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("ann trader", "AUTH_NOT_AUTHORIZED")]
    [InlineData("ann librarian", null)]
    public async Task A_policy_decides_before_the_resolver_runs(string? user, string? code)
    {
        await using var host = await StartAsync(user);

        Assert.Equal(code, Code(await host.QueryAsync("{ library }")));
        Assert.Equal(code is null ? 1 : 0, _calls.Count);
    }

    [Theory]
    [InlineData("ann trader", "AUTH_NOT_AUTHORIZED")]
    [InlineData("ann librarian", "AUTH_NOT_AUTHORIZED")]
    [InlineData("ann librarian trader", null)]
    public async Task All_attributes_must_agree(string user, string? code)
    {
        await using var host = await StartAsync(user);

        Assert.Equal(code, Code(await host.QueryAsync("{ both }")));
    }

    [Fact]
    public async Task A_policy_that_nobody_added_denies_with_a_code_of_its_own()
    {
        await using var host = await StartAsync("ann");

        var error = await host.ErrorAsync("{ nowhere }");

        Assert.Equal("AUTH_POLICY_NOT_FOUND", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("The `nowhere` authorization policy does not exist.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_policy_may_decide_after_the_resolver_has_run()
    {
        await using var host = await StartAsync("ann");

        Assert.Equal("AUTH_NOT_AUTHORIZED", Code(await host.QueryAsync("{ late }")));
        Assert.Equal(1, _calls.Count);
        Assert.Equal("""{"lateNull":null}""", await host.DataAsync("{ lateNull }"));
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("ann trader", "AUTH_NOT_AUTHORIZED")]
    public async Task A_policy_of_the_document_refuses_the_whole_request(string? user, string code)
    {
        await using var host = await StartAsync(user);

        using var response = await host.PostAsync(new { query = "{ open checked }" });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(code, Code(body));
        Assert.False(body.TryGetProperty("data", out _));
        Assert.Equal("""{"open":"open"}""", await host.DataAsync("{ open }"));
    }

    [Fact]
    public async Task A_policy_of_the_document_lets_others_pass()
    {
        await using var host = await StartAsync("ann librarian");

        Assert.Equal("""{"checked":"checked"}""", await host.DataAsync("{ checked }"));
    }

    [Theory]
    [InlineData("{ vault { name } }", """{"vault":null}""")]
    [InlineData("{ vaults { name } }", "null")]
    [InlineData("{ room { name } }", """{"room":null}""")]
    [InlineData("{ place { __typename } }", """{"place":null}""")]
    [InlineData("{ window { name } }", """{"window":{"name":"window"}}""")]
    [InlineData("{ page { edges { cursor } } }", """{"page":{"edges":[{"cursor":"MA=="}]}}""")]
    [InlineData("{ page { edges { node { name } } } }", """{"page":{"edges":null}}""")]
    [InlineData("{ page { nodes { name } } }", """{"page":{"nodes":null}}""")]
    public async Task A_protected_type_is_protected_in_every_field_that_may_show_it(string query, string data)
    {
        await using var host = await StartAsync("ann");

        var answer = await host.QueryAsync(query);

        Assert.Equal(data, answer.GetProperty("data").GetRawText());
        Assert.Equal(query.Contains("window", StringComparison.Ordinal) || query.Contains("cursor", StringComparison.Ordinal) ? null : "AUTH_NOT_AUTHORIZED", Code(answer));
    }

    [Fact]
    public async Task A_field_of_a_protected_type_may_ask_for_more()
    {
        await using var librarian = await StartAsync("ann librarian");
        await using var manager = await StartAsync("bob manager");

        var denied = await librarian.QueryAsync("{ vault { name content } room { name } place { __typename } vaults { name } }");

        Assert.Equal(
            """{"vault":{"name":"v","content":null},"room":{"name":"l"},"place":{"__typename":"Lobby"},"vaults":[{"name":"v"},{"name":"w"}]}""",
            denied.GetProperty("data").GetRawText());
        Assert.Equal("""["vault","content"]""", denied.GetProperty("errors")[0].GetProperty("path").GetRawText());
        Assert.Equal("""{"vault":{"content":"gold"}}""", await manager.DataAsync("{ vault { content } }"));
    }

    [Theory]
    [InlineData(null, "{ secret }", "AUTH_NOT_AUTHENTICATED")]
    [InlineData(null, "{ added }", "AUTH_NOT_AUTHENTICATED")]
    [InlineData(null, "{ lobby }", null)]
    [InlineData("ann", "{ secret added lobby }", null)]
    public async Task A_protected_root_protects_its_fields_but_those_for_everybody(string? user, string query, string? code)
    {
        await using var host = await StartAsync<ClosedDesk>(user, builder => builder.AddTypeExtension<ClosedDeskFields>());

        Assert.Equal(code, Code(await host.QueryAsync(query)));
    }

    [Theory]
    [InlineData(null, "{ secret }", "AUTH_NOT_AUTHENTICATED")]
    [InlineData(null, "{ more }", "AUTH_NOT_AUTHENTICATED")]
    [InlineData("ann", "{ secret more }", null)]
    public async Task A_protected_extension_protects_the_whole_type(string? user, string query, string? code)
    {
        await using var host = await StartAsync<OpenDesk>(user, builder => builder.AddTypeExtension<ClosedExtension>());

        Assert.Equal(code, Code(await host.QueryAsync(query)));
    }

    [Fact]
    public async Task A_node_is_protected_by_its_type()
    {
        await using var stranger = await StartAsync(null, builder => builder.AddGlobalObjectIdentification().AddType<Safe>().AddType<Box>());
        await using var member = await StartAsync("ann", builder => builder.AddGlobalObjectIdentification().AddType<Safe>().AddType<Box>());
        const string query = "{ safe: node(id: \"U2FmZTo3\") { id } box: node(id: \"Qm94Ojc=\") { id } }";

        var denied = await stranger.QueryAsync(query);

        Assert.Equal("""{"safe":null,"box":{"id":"Qm94Ojc="}}""", denied.GetProperty("data").GetRawText());
        Assert.Equal("AUTH_NOT_AUTHENTICATED", Code(denied));
        Assert.Equal("""{"safe":{"id":"U2FmZTo3"},"box":{"id":"Qm94Ojc="}}""", await member.DataAsync(query));
    }

    [Fact]
    public async Task A_denied_mutation_changes_nothing_and_the_next_one_runs()
    {
        await using var host = await StartAsync("ann");

        var answer = await host.QueryAsync("mutation { whisper shout }");

        Assert.Equal("""{"whisper":null,"shout":"shout"}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(("AUTH_NOT_AUTHORIZED", 1), (Code(answer), _calls.Count));
    }

    [Fact]
    public async Task Each_event_of_a_subscription_is_decided_by_itself()
    {
        await using var host = await StartAsync();
        using var socket = await SocketClient.ConnectAsync(host, user: "ann");

        await socket.SubscribeAsync("1", "subscription { guarded }");

        for (var message = 0; message < 2; message++)
        {
            var payload = (await socket.ReceiveAsync())!.Value.GetProperty("payload");
            Assert.Equal("""{"guarded":null}""", payload.GetProperty("data").GetRawText());
            Assert.Equal("AUTH_NOT_AUTHORIZED", Code(payload));
        }
        Assert.Equal("""{"id":"1","type":"complete"}""", await socket.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_policy_of_the_document_keeps_a_subscription_from_starting()
    {
        await using var host = await StartAsync();
        using var socket = await SocketClient.ConnectAsync(host, user: "ann");
        using var librarian = await SocketClient.ConnectAsync(host, user: "bob librarian");

        await socket.SubscribeAsync("1", "subscription { refused }");
        await librarian.SubscribeAsync("1", "subscription { refused }");

        var message = (await socket.ReceiveAsync())!.Value;
        Assert.Equal("error", message.GetProperty("type").GetString());
        Assert.Equal("AUTH_NOT_AUTHORIZED", message.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"refused":1}}}""", await librarian.ReceiveTextAsync());
    }

    [Fact]
    public async Task An_error_filter_may_give_a_denial_another_code()
    {
        await using var host = await StartAsync(null, builder => builder.AddErrorFilter(
            error => error.Code == "AUTH_NOT_AUTHENTICATED" ? error.WithMessage("Who are you?").WithCode("STRANGER") : error));

        var error = await host.ErrorAsync("{ members }");

        Assert.Equal(("Who are you?", "STRANGER"), (error.GetProperty("message").GetString(), error.GetProperty("extensions").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_schema_tells_the_application_who_may_see_what_but_not_its_clients()
    {
        await using var host = await StartAsync();

        var schema = (await host.Services.GetRequestExecutorAsync()).Schema.ToString()!.ReplaceLineEndings("\n");
        var served = (await host.Client.GetStringAsync("/graphql?sdl")).ReplaceLineEndings("\n");

        foreach (var line in (string[])
        [
            "  floor: String @authorize(roles: [\"manager\", \"trader\"])\n",
            "  library: String @authorize(policy: \"quiet\") @cost(weight: \"10\")\n",
            "  late: String @authorize(policy: \"quiet\", apply: AFTER_RESOLVER)\n",
            "  members: String @authorize\n",
            "  both: String @authorize(policy: \"quiet\") @authorize(roles: [\"trader\"])\n",
            "  window: Vault @allowAnonymous\n",
            "type Vault implements Room @authorize(policy: \"quiet\") {\n",
            "directive @allowAnonymous repeatable on FIELD_DEFINITION\n",
            ") repeatable on OBJECT | FIELD_DEFINITION\n",
        ])
        {
            Assert.Contains(line, schema, StringComparison.Ordinal);
            Assert.DoesNotContain(line, served, StringComparison.Ordinal);
        }
        Assert.Contains("  library: String @cost(weight: \"10\")\n", served, StringComparison.Ordinal);
        Assert.Contains("enum ApplyPolicy {\n  \"Before the resolver was executed.\"\n  BEFORE_RESOLVER\n", served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_protects_nothing_has_no_directive_for_it()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<OpenDesk>().AddAuthorization());

        var schema = (await host.Services.GetRequestExecutorAsync()).Schema.ToString()!;

        Assert.DoesNotContain("authorize", schema, StringComparison.Ordinal);
        Assert.Contains("enum ApplyPolicy", schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_with_protection_needs_authorization_to_start() => await Assert.ThrowsAsync<SchemaException>(async () =>
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ClosedDesk>());
    });

    [Theory]
    [InlineData("{ node(id: \"Qm94Ojc=\") { id } }")]
    [InlineData("{ nodes(ids: [\"Qm94Ojc=\"]) { id } }")]
    public async Task The_fields_that_fetch_nodes_may_be_protected_too(string query)
    {
        await using var host = await StartAsync(null, builder => builder.AddGlobalObjectIdentification().AddType<Box>()
            .ModifyAuthorizationOptions(options => options.ConfigureNodeFields = field => field.Authorize("quiet")));

        Assert.Equal("AUTH_NOT_AUTHENTICATED", Code(await host.QueryAsync(query)));
        host.Client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, "ann librarian");
        Assert.Null(Code(await host.QueryAsync(query)));
    }

    private static string? Code(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;
}
