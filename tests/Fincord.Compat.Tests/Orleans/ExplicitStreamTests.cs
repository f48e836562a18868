using Orleans.Streams;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface ISubscriber : IGrainWithStringKey
{
    Task Subscribe();

    Task<int> Unsubscribe();
}

internal sealed class SubscriberGrain(Gates gates) : Grain, ISubscriber
{
    private IAsyncStream<Tick> Stream => this.GetStreamProvider("compat").GetStream<Tick>("compat.explicit", this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (var handle in await Stream.GetAllSubscriptionHandles()) await handle.ResumeAsync(Hear);
    }

    public Task Subscribe() => Stream.SubscribeAsync(Hear);

    public async Task<int> Unsubscribe()
    {
        foreach (var handle in await Stream.GetAllSubscriptionHandles()) await handle.UnsubscribeAsync();
        return (await Stream.GetAllSubscriptionHandles()).Count;
    }

    private Task Hear(Tick tick, StreamSequenceToken? token)
    {
        gates.Reach($"heard {tick.Text}");
        return Task.CompletedTask;
    }
}

public sealed class ExplicitStreamTests
{
    [Fact]
    public async Task S35_A_subscription_outlives_the_activation_that_made_it()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var subscriber = cluster.Client.GetGrain<ISubscriber>("a");

        await subscriber.Subscribe();
        await PublishUntilHeard(cluster, gates, "before");
        await cluster.DeactivateAsync(subscriber);
        await PublishUntilHeard(cluster, gates, "after");

        Assert.Equal(0, await subscriber.Unsubscribe());
    }

    [Fact]
    public async Task A_client_subscribes_too()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);

        await StreamOf(cluster).SubscribeAsync((tick, _) =>
        {
            gates.Reach($"heard {tick.Text}");
            return Task.CompletedTask;
        });

        await PublishUntilHeard(cluster, gates, "hello");
    }

    [Fact]
    public async Task A_provider_with_explicit_subscriptions_needs_a_store_for_them()
    {
        await Assert.ThrowsAsync<OrleansConfigurationException>(() => TestClusters.Deploy(new Gates(), silo => silo.AddMemoryStreams("compat")));
    }

    // A subscription may return before its cursor exists, so the first events may be missed.
    private static async Task PublishUntilHeard(InProcessTestCluster cluster, Gates gates, string text)
    {
        var heard = gates.Reached($"heard {text}");
        while (!heard.IsCompleted)
        {
            await StreamOf(cluster).OnNextAsync(new(1, text));
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }
        await heard;
    }

    private static IAsyncStream<Tick> StreamOf(InProcessTestCluster cluster) =>
        cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.explicit", "a");

    private static Task<InProcessTestCluster> Deploy(Gates gates) => TestClusters.Deploy(
        gates, silo => silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams("compat"), client => client.AddMemoryStreams("compat"));
}
