using HotChocolate.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>The life cycle of graphql-transport-ws.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task A_subscription_gets_the_events_of_its_topic_only()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);
        await client.SubscribeAsync("1", "subscription ($key: String!) { quoteChanged(key: $key) { bid } }", new { key = "SIM:1" });
        var sender = host.Services.GetRequiredService<ITopicEventSender>();

        var received = client.ReceiveTextAsync();
        // Nothing tells when the subscription stands, so events are sent until one arrives.
        while (!received.IsCompleted)
        {
            await sender.SendAsync("quotes_SIM:2", new QuoteView(9m, null, null));
            await sender.SendAsync("quotes_SIM:1", new QuoteView(1.5m, null, null));
            await Task.Yield();
        }

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"quoteChanged":{"bid":"1.5"}}}}""", await received);
    }

    [Fact]
    public async Task A_topic_that_is_completed_completes_its_subscriptions()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);
        await client.SubscribeAsync("1", "subscription { quoteChanged(key: \"a\") { bid } }");
        var sender = host.Services.GetRequiredService<ITopicEventSender>();

        var received = client.ReceiveTextAsync();
        while (!received.IsCompleted)
        {
            await sender.CompleteAsync("quotes_a");
            await Task.Yield();
        }

        Assert.Equal("""{"id":"1","type":"complete"}""", await received);
    }

    [Fact]
    public async Task A_stream_made_by_a_method_is_sent_to_its_end()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);

        await client.SubscribeAsync("s", "subscription { candleChanged(key: \"a\", interval: M1) { openTime revision } }");

        for (var time = 0; time < 3; time++)
            Assert.Equal($$$$$"""{"id":"s","type":"next","payload":{"data":{"candleChanged":{"openTime":"{{{{{time}}}}}","revision":1}}}}""", await client.ReceiveTextAsync());
        Assert.Equal("""{"id":"s","type":"complete"}""", await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_with_an_opaque_error()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);

        await client.SubscribeAsync("s", "subscription { candleChanged(key: \"broken\", interval: M1) { openTime } }");

        for (var time = 0; time < 3; time++) await client.ReceiveAsync();
        Assert.Equal("""{"id":"s","type":"next","payload":{"errors":[{"message":"Unexpected Execution Error"}]}}""", await client.ReceiveTextAsync());
        Assert.Equal("""{"id":"s","type":"complete"}""", await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task Queries_run_over_the_socket_too()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);

        await client.SubscribeAsync("q", "{ instrument(key: \"SIM:3\") { key } }");

        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"instrument":{"key":"SIM:3"}}}}""", await client.ReceiveTextAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task An_invalid_document_is_answered_with_an_error_message()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);

        await client.SubscribeAsync("e", "subscription { nope }");

        var message = await client.ReceiveAsync();
        Assert.Equal("error", message?.GetProperty("type").GetString());
        Assert.Contains("nope", message?.GetProperty("payload")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_completed_operation_frees_its_id()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);
        await client.SubscribeAsync("1", "subscription { quoteChanged(key: \"a\") { bid } }");

        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveTextAsync());
        await client.SubscribeAsync("1", "{ __typename }");

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"__typename":"Query"}}}""", await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_ping_is_answered_with_a_pong()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, initialize: false);

        await client.SendAsync("""{"type":"ping"}""");

        Assert.Equal("""{"type":"pong"}""", await client.ReceiveTextAsync());
    }

    [Theory]
    [InlineData(4401, """{"type":"subscribe","id":"1","payload":{"query":"{__typename}"}}""")]
    [InlineData(4429, """{"type":"connection_init"}""", """{"type":"connection_init"}""")]
    [InlineData(4400, """{"type":"connection_init"}""", """{"type":"nonsense"}""")]
    [InlineData(4400, """{"type":"connection_init"}""", """{"id":"1"}""")]
    [InlineData(4400, """{"type":"connection_init"}""", """{"type":"subscribe","id":"1"}""")]
    [InlineData(4409, """{"type":"connection_init"}""",
        """{"type":"subscribe","id":"1","payload":{"query":"subscription{quoteChanged(key:\"a\"){bid}}"}}""",
        """{"type":"subscribe","id":"1","payload":{"query":"subscription{quoteChanged(key:\"a\"){bid}}"}}""")]
    public async Task A_client_that_breaks_the_protocol_is_closed_with_a_code(int code, params string[] messages)
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, initialize: false);

        foreach (var message in messages) await client.SendAsync(message);

        while (await client.ReceiveAsync() is not null) { }
        Assert.Equal(code, client.CloseCode);
    }

    [Fact]
    public async Task A_client_that_does_not_initialize_in_time_is_closed()
    {
        await using var host = await GraphQLHost.StartAsync(builder =>
        {
            MarketSchema.Add(builder);
            builder.ModifyServerOptions(options => options.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(50));
        }, services => services.AddSingleton<Catalogue>());
        using var client = await SocketClient.ConnectAsync(host, initialize: false);

        Assert.Null(await client.ReceiveAsync());
        Assert.Equal(4408, client.CloseCode);
    }
}
