using HotChocolate.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>The life cycle of the older protocol, which calls itself graphql-ws.</summary>
public sealed class LegacySocketTests
{
    private const string Protocol = "graphql-ws";

    [Fact]
    public async Task An_operation_starts_and_its_results_come_as_data_until_it_completes()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, protocol: Protocol);

        await client.SendAsync("""{"type":"start","id":"q","payload":{"query":"{ instrument(key: \"SIM:3\") { key } }"}}""");

        Assert.Equal("""{"id":"q","type":"data","payload":{"data":{"instrument":{"key":"SIM:3"}}}}""", await client.ReceiveTextAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_subscription_that_is_stopped_gets_no_more_events()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, protocol: Protocol);
        await client.SendAsync("""{"type":"start","id":"s","payload":{"query":"subscription { quoteChanged(key: \"a\") { bid } }"}}""");
        var sender = host.Services.GetRequiredService<ITopicEventSender>();
        var received = client.ReceiveTextAsync();
        // Nothing tells when the subscription stands, so events are sent until one arrives.
        while (!received.IsCompleted)
        {
            await sender.SendAsync("quotes_a", new QuoteView(1.5m, null, null));
            await Task.Yield();
        }
        Assert.Equal("""{"id":"s","type":"data","payload":{"data":{"quoteChanged":{"bid":"1.5"}}}}""", await received);

        await client.SendAsync("""{"type":"stop","id":"s"}""");
        await client.SendAsync("""{"type":"start","id":"last","payload":{"query":"{ __typename }"}}""");

        // What was on its way before the stop arrived may still come; nothing after the answer to what was sent later.
        var message = await client.ReceiveAsync();
        while (message?.GetProperty("id").GetString() == "s") message = await client.ReceiveAsync();
        await sender.SendAsync("quotes_a", new QuoteView(2m, null, null));
        Assert.Equal("last", message?.GetProperty("id").GetString());
        Assert.Equal("""{"id":"last","type":"complete"}""", await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_connection_that_is_terminated_is_closed_normally()
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, protocol: Protocol);

        await client.SendAsync("""{"type":"connection_terminate"}""");

        Assert.Null(await client.ReceiveAsync());
        Assert.Equal(1000, client.CloseCode);
    }

    [Theory]
    [InlineData(1002, """{"type":"connection_init"}""", """{"type":"connection_init"}""")]
    [InlineData(4400, """{"type":"connection_init"}""", """{"type":"subscribe","id":"1","payload":{"query":"{__typename}"}}""")]
    [InlineData(4400, """{"type":"connection_init"}""", """{"type":"start","id":"1"}""")]
    [InlineData(4400, """{"type":"start","id":"1","payload":{"query":"{__typename}"}}""")]
    public async Task A_client_that_breaks_the_protocol_is_closed_with_a_code(int code, params string[] messages)
    {
        await using var host = await MarketSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, initialize: false, protocol: Protocol);

        foreach (var message in messages) await client.SendAsync(message);

        while (await client.ReceiveAsync() is not null) { }
        Assert.Equal(code, client.CloseCode);
    }
}
