using System.Net;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Subscriptions over plain HTTP: who gets a stream of events, and what the others are told.</summary>
public sealed class EventStreamTests
{
    private const string Events = "text/event-stream";
    private const string Modern = "application/graphql-response+json";
    private const string Plain = "application/json";

    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(builder => builder
        .AddQueryType<ErrorTests.FaultyQuery>().AddSubscriptionType<DoorSubscription>()
        .AddErrorFilter(error => error.Exception is InvalidOperationException ? error.WithMessage("filtered").WithCode("BUG") : error)
        .ModifyServerOptions(options => options.AllowedGetOperations = HotChocolate.AspNetCore.AllowedGetOperations.All));

    [Theory]
    [InlineData("*/*")]
    [InlineData(Events)]
    [InlineData($"{Modern}, {Plain}, {Events}")]
    [InlineData($"{Plain}, */*;q=0.1")]
    public async Task Whoever_takes_events_gets_them(string accept)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(new { query = "subscription { open }" }, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Events, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("event: next\ndata: {\"data\":{\"open\":1}}\n\nevent: complete\n\n", (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(null, 405, Modern)]
    [InlineData("application/*", 405, Modern)]
    [InlineData($"{Modern}, {Plain}", 405, Modern)]
    [InlineData(Plain, 200, Plain)]
    public async Task Whoever_does_not_take_events_is_refused_before_anything_runs(string? accept, int status, string type)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(new { query = "subscription { open }" }, accept);

        Assert.Equal((status, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("""{"errors":[{"message":"The specified operation kind is not allowed."}]}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("refused", """{"errors":[{"message":"Closed.","extensions":{"code":"CLOSED"}}]}""")]
    [InlineData("faulty", """{"errors":[{"message":"filtered","extensions":{"code":"BUG"}}]}""")]
    public async Task A_subscription_that_does_not_start_is_answered_as_a_query_is(string field, string expected)
    {
        await using var host = await StartAsync();
        var query = $"subscription {{ {field} }}";

        using var posted = await host.PostAsync(new { query }, "*/*");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query)) { Headers = { { "Accept", "*/*" } } };
        using var got = await host.Client.SendAsync(request);
        using var plain = await host.PostAsync(new { query }, $"{Plain}, {Events}");

        Assert.Equal((400, Modern), ((int)posted.StatusCode, posted.Content.Headers.ContentType?.MediaType));
        Assert.Equal((400, Modern), ((int)got.StatusCode, got.Content.Headers.ContentType?.MediaType));
        Assert.Equal((200, Plain), ((int)plain.StatusCode, plain.Content.Headers.ContentType?.MediaType));
        Assert.Equal([expected, expected, expected],
            [await posted.Content.ReadAsStringAsync(), await got.Content.ReadAsStringAsync(), await plain.Content.ReadAsStringAsync()]);
    }

    [Theory]
    [InlineData("subscription { refused }", """{"errors":[{"message":"Closed.","extensions":{"code":"CLOSED"}}]}""")]
    [InlineData("{ bug fine }", """{"errors":[{"message":"filtered","path":["bug"],"extensions":{"code":"BUG"}}],"data":{"bug":null,"fine":"fine"}}""")]
    public async Task Whoever_takes_nothing_but_events_gets_errors_as_one(string query, string expected)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(new { query }, Events);

        Assert.Equal((200, Events), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"event: next\ndata: {expected}\n\nevent: complete\n\n", (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_document_that_is_invalid_is_an_event_too()
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(new { query = "subscription { nope }" }, Events);

        Assert.Equal((200, Events), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("event: next\ndata: {\"errors\":[", (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_websocket_it_is_an_error_of_the_operation()
    {
        await using var host = await StartAsync();
        using var client = await SocketClient.ConnectAsync(host);

        await client.SubscribeAsync("1", "subscription { refused }");

        Assert.Equal("""{"id":"1","type":"error","payload":[{"message":"Closed.","extensions":{"code":"CLOSED"}}]}""", await client.ReceiveTextAsync());
    }

    [GraphQLName("Subscription")]
    public sealed class DoorSubscription
    {
        [Subscribe(With = nameof(OpenAsync))]
        public int Open([EventMessage] int count) => count;

        [Subscribe(With = nameof(RefuseAsync))]
        public int Refused([EventMessage] int count) => count;

        [Subscribe(With = nameof(FailAsync))]
        public int Faulty([EventMessage] int count) => count;

        public async IAsyncEnumerable<int> OpenAsync()
        {
            await Task.Yield();
            yield return 1;
        }

        public async ValueTask<ISourceStream<int>> RefuseAsync()
        {
            await Task.Yield();
            throw new GraphQLException(ErrorBuilder.New().SetMessage("Closed.").SetCode("CLOSED").Build());
        }

        public ValueTask<ISourceStream<int>> FailAsync() => throw new InvalidOperationException("The hinge is broken.");
    }
}
