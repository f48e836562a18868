using System.Globalization;
using HotChocolate.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>A subscriber that reads slowly, or not at all, costs the server nothing but its buffers.</summary>
public sealed class SlowReaderTests
{
    private const int Events = 20_000;
    private const int EventLength = 10_000;
    private const long Bound = 48_000_000;      // of 400 MB sent: the buffers of the socket and of the topic, and what else happens meanwhile

    [Fact]
    public async Task A_subscriber_that_does_not_read_gets_the_latest_later_and_memory_does_not_grow()
    {
        await using var host = await StartAsync();
        using var client = await SocketClient.ConnectAsync(host);
        await client.SubscribeAsync("1", "subscription { news }");
        var sender = host.Services.GetRequiredService<ITopicEventSender>();
        await SendUntilAsync(sender, client.ReceiveAsync());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var number = 1; number <= Events; number++)
        {
            await sender.SendAsync("news", Text(number));
            if (number % 100 == 0) await Task.Yield();
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Bound);
        await sender.CompleteAsync("news");
        var (received, last) = (0, "");
        while (await client.ReceiveAsync() is { } message && message.GetProperty("type").GetString() == "next")
        {
            received++;
            last = message.GetProperty("payload").GetProperty("data").GetProperty("news").GetString()!;
        }
        Assert.StartsWith(Events.ToString(CultureInfo.InvariantCulture) + " ", last, StringComparison.Ordinal);
        Assert.InRange(received, 1, Events / 2);
    }

    [Fact]
    public async Task An_event_stream_that_nobody_reads_does_not_grow_either()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"subscription { news }"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var sender = host.Services.GetRequiredService<ITopicEventSender>();
        await SendUntilAsync(sender, body.ReadAsync(new byte[1]).AsTask());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var number = 1; number <= Events; number++)
        {
            await sender.SendAsync("news", Text(number));
            if (number % 100 == 0) await Task.Yield();
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Bound);
    }

    [Fact]
    public async Task An_event_stream_without_events_is_kept_open_by_comments()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("subscription { news }"));
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal(":", await reader.ReadLineAsync());
    }

    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(builder => builder
        .AddQueryType<ErrorTests.FaultyQuery>().AddSubscriptionType<NewsSubscription>().AddInMemorySubscriptions()
        .ModifyServerOptions(options => options.AllowedGetOperations = HotChocolate.AspNetCore.AllowedGetOperations.All));

    // Nothing tells when the subscription stands, so events are sent until one arrives.
    private static async Task SendUntilAsync(ITopicEventSender sender, Task received)
    {
        while (!received.IsCompleted)
        {
            await sender.SendAsync("news", Text(0));
            await Task.Yield();
        }
        await received;
    }

    private static string Text(int number) => $"{number} ".PadRight(EventLength, 'x');

    [GraphQLName("Subscription")]
    public sealed class NewsSubscription
    {
        [Subscribe]
        [Topic("news")]
        public string News([EventMessage] string text) => text;
    }
}
