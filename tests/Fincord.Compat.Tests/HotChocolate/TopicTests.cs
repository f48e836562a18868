using HotChocolate.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Topics without a transport.</summary>
public sealed class TopicTests
{
    private static ServiceProvider Services(SubscriptionOptions? options = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGraphQLServer().AddQueryType<MarketQueryTests.EchoQuery>().AddInMemorySubscriptions(options);
        return services.BuildServiceProvider();
    }

    [Fact]
    public async Task Every_subscriber_gets_every_message_in_order_until_the_topic_completes()
    {
        await using var services = Services();
        var (sender, receiver) = (services.GetRequiredService<ITopicEventSender>(), services.GetRequiredService<ITopicEventReceiver>());
        await using var first = await receiver.SubscribeAsync<int>("numbers");
        await using var second = await receiver.SubscribeAsync<int>("numbers");

        for (var number = 0; number < 10; number++) await sender.SendAsync("numbers", number);
        await sender.CompleteAsync("numbers");

        Assert.Equal(Enumerable.Range(0, 10), await first.ReadEventsAsync().ToListAsync());
        Assert.Equal(Enumerable.Range(0, 10), await second.ReadEventsAsync().ToListAsync());
    }

    [Fact]
    public async Task A_subscriber_that_does_not_read_keeps_the_latest_and_loses_the_rest()
    {
        await using var services = Services(new() { TopicBufferCapacity = 1, TopicBufferFullMode = TopicBufferFullMode.DropOldest });
        var (sender, receiver) = (services.GetRequiredService<ITopicEventSender>(), services.GetRequiredService<ITopicEventReceiver>());
        await using var stream = await receiver.SubscribeAsync<int>("numbers");

        for (var number = 0; number < 1000; number++) await sender.SendAsync("numbers", number);
        await sender.CompleteAsync("numbers");

        var kept = await stream.ReadEventsAsync().ToListAsync();
        Assert.Equal(999, kept[^1]);
        Assert.InRange(kept.Count, 1, 100);
    }

    [Fact]
    public async Task A_message_to_nobody_is_no_error()
    {
        await using var services = Services();

        await services.GetRequiredService<ITopicEventSender>().SendAsync("nobody", 1);
    }
}
