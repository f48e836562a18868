using System.Net;
using System.Security.Cryptography;
using System.Text;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Language;
using HotChocolate.PersistedOperations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Documents that clients name instead of sending them.</summary>
public sealed class TrustedDocumentTests
{
    private const string Find = "query Find($key: String!) { instrument(key: $key) { key } }";
    private const string Found = """{"data":{"instrument":{"key":"SIM:3"}}}""";

    private static async Task<GraphQLHost> StartAsync(Action<IRequestExecutorBuilder>? more = null, bool requireOperationName = false)
    {
        var host = await GraphQLHost.StartAsync(builder =>
        {
            MarketSchema.Add(builder);
            builder.UsePersistedOperationPipeline().AddInMemoryOperationDocumentStorage();
            more?.Invoke(builder);
        }, services => services.AddSingleton<Catalogue>().AddMemoryCache(),
            application => application.MapGraphQLPersistedOperations(requireOperationName: requireOperationName));
        var storage = (await host.Services.GetRequestExecutorAsync()).Schema.Services.GetRequiredService<IOperationDocumentStorage>();
        await storage.SaveAsync(new OperationDocumentId("find"), new OperationDocumentSourceText(Find));
        await storage.SaveAsync(new OperationDocumentId(Sha256(Find)), new OperationDocumentSourceText(Find));
        return host;
    }

    private static void OnlyStored(IRequestExecutorBuilder builder) =>
        builder.ModifyRequestOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = true);

    private static string Sha256(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public async Task A_stored_document_runs_by_its_id_over_every_transport()
    {
        await using var host = await StartAsync();
        var variables = Uri.EscapeDataString("""{"key":"SIM:3"}""");
        using var socket = await SocketClient.ConnectAsync(host);

        using var posted = await host.PostAsync(new { id = "find", variables = new { key = "SIM:3" } });
        await socket.SendAsync("""{"type":"subscribe","id":"1","payload":{"id":"find","variables":{"key":"SIM:3"}}}""");

        Assert.Equal(Found, await posted.Content.ReadAsStringAsync());
        Assert.Equal(Found, await host.Client.GetStringAsync($"/graphql?id=find&variables={variables}"));
        Assert.Equal($$"""{"id":"1","type":"next","payload":{{Found}}}""", await socket.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_stored_document_has_an_address_of_its_own()
    {
        await using var host = await StartAsync();
        var variables = Uri.EscapeDataString("""{"key":"SIM:3"}""");
        using var body = new StringContent("""{"variables":{"key":"SIM:3"}}""", Encoding.UTF8, "application/json");

        using var posted = await host.Client.PostAsync("/graphql/persisted/find/Find", body);

        Assert.Equal(Found, await host.Client.GetStringAsync($"/graphql/persisted/find?variables={variables}"));
        Assert.Equal(Found, await host.Client.GetStringAsync($"/graphql/persisted/find/Find?variables={variables}"));
        Assert.Equal(Found, await posted.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_name_of_the_operation_can_be_made_part_of_the_address()
    {
        await using var host = await StartAsync(requireOperationName: true);
        var variables = Uri.EscapeDataString("""{"key":"SIM:3"}""");

        using var unnamed = await host.Client.GetAsync($"/graphql/persisted/find?variables={variables}");

        Assert.Equal(HttpStatusCode.BadRequest, unnamed.StatusCode);
        Assert.Contains("operation name is required", await unnamed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Found, await host.Client.GetStringAsync($"/graphql/persisted/find/Find?variables={variables}"));
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", HttpStatusCode.BadRequest)]
    public async Task An_unknown_id_is_refused_with_a_code(string accept, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(new { id = "nope" }, accept);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("\"code\":\"HC0020\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../find")]
    [InlineData("a b")]
    public async Task An_id_with_strange_characters_is_refused(string id)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(new { id });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Other_documents_run_too_unless_only_stored_ones_are_allowed()
    {
        await using var open = await StartAsync();
        await using var strict = await StartAsync(OnlyStored);

        Assert.Equal("""{"__typename":"Query"}""", await open.DataAsync("{ __typename }"));
        using var sent = await strict.PostAsync(new { query = "{ __typename }" });
        using var stored = await strict.PostAsync(new { query = Find, variables = new { key = "SIM:3" } });
        using var named = await strict.PostAsync(new { id = "find", variables = new { key = "SIM:3" } });

        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Contains("\"code\":\"HC0067\"", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HC0067\"", await stored.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Found, await named.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_stored_document_may_be_sent_where_that_is_allowed()
    {
        await using var host = await StartAsync(builder =>
        {
            OnlyStored(builder);
            builder.ModifyRequestOptions(options => options.PersistedOperations.AllowDocumentBody = true).AddSha256DocumentHashProvider(HashFormat.Hex);
        });
        var variables = new { key = "SIM:3" };

        using var named = await host.PostAsync(new { id = Sha256(Find), variables });
        using var sent = await host.PostAsync(new { query = Find, variables });
        using var other = await host.PostAsync(new { query = "{ __typename }" });

        Assert.Equal(Found, await named.Content.ReadAsStringAsync());
        Assert.Equal(Found, await sent.Content.ReadAsStringAsync());
        Assert.Contains("\"code\":\"HC0067\"", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_can_be_files()
    {
        var folder = Directory.CreateTempSubdirectory("fincord-documents-");
        try
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(folder.FullName, "find.graphql"), Find);
            await using var host = await GraphQLHost.StartAsync(builder =>
            {
                MarketSchema.Add(builder);
                builder.UsePersistedOperationPipeline().AddFileSystemOperationDocumentStorage(folder.FullName);
            }, services => services.AddSingleton<Catalogue>());

            using var known = await host.PostAsync(new { id = "find", variables = new { key = "SIM:3" } });
            using var unknown = await host.PostAsync(new { id = "nope" });

            Assert.Equal(Found, await known.Content.ReadAsStringAsync());
            Assert.Contains("HC0020", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
