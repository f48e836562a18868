using Fincord.Compat.Tests.Orleans.Databases;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
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

public interface IAbsentMinded : IGrainWithStringKey
{
    Task<int> Subscribe();

    Task Resume();
}

/// <summary>Subscribes, and does not think of it when it is activated again.</summary>
internal sealed class AbsentMindedGrain(Gates gates) : Grain, IAbsentMinded
{
    private IAsyncStream<Tick> Stream => this.GetStreamProvider("compat").GetStream<Tick>("compat.explicit", this.GetPrimaryKeyString());

    public async Task<int> Subscribe()
    {
        await Stream.SubscribeAsync(Hear);
        return (await Stream.GetAllSubscriptionHandles()).Count;
    }

    public async Task Resume()
    {
        foreach (var handle in await Stream.GetAllSubscriptionHandles()) await handle.ResumeAsync(Hear);
        gates.Note("resumed");
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        gates.Note("activated");
        if (gates.Log.Count(entry => entry == "activated") == 2) gates.Reach("activated again");
        return Task.CompletedTask;
    }

    private Task Hear(Tick tick, StreamSequenceToken? token)
    {
        gates.Note(tick.Text);
        gates.Reach($"heard {tick.Text}");
        return Task.CompletedTask;
    }
}

public interface IReferenceObserver : IGrainWithStringKey, IAsyncObserver<Tick>;

internal sealed class ReferenceObserverGrain : Grain, IReferenceObserver
{
    public Task OnNextAsync(Tick item, StreamSequenceToken? token = null) => Task.CompletedTask;

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
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
    public async Task S35_A_subscription_outlives_the_silo_with_the_store_that_it_is_in()
    {
        await using var database = TestDatabase.CreateSqlite();
        var gates = new Gates();
        await using (var before = await Deploy(gates, database))
        {
            await before.Client.GetGrain<ISubscriber>("a").Subscribe();
            await PublishUntilHeard(before, gates, "before");
        }

        await using var after = await Deploy(gates, database);
        await PublishUntilHeard(after, gates, "after");

        Assert.Equal(0, await after.Client.GetGrain<ISubscriber>("a").Unsubscribe());
    }

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S35_A_grain_that_does_not_resume_when_it_is_activated_hears_nothing()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var absentMinded = cluster.Client.GetGrain<IAbsentMinded>("a");
        await absentMinded.Subscribe();
        await PublishUntilHeard(cluster, gates, "before");

        await cluster.DeactivateAsync(absentMinded);
        await StreamOf(cluster).OnNextAsync(new(1, "missed"));
        await gates.Reached("activated again");
        await absentMinded.Resume();
        await PublishUntilHeard(cluster, gates, "after");

        Assert.DoesNotContain("missed", gates.Log);
        Assert.Equal(["activated", "resumed", "after"], gates.Log.SkipWhile(entry => entry is "activated" or "before").Prepend("activated").Take(3));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S35_Each_SubscribeAsync_adds_a_subscription_of_its_own()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var absentMinded = cluster.Client.GetGrain<IAbsentMinded>("a");

        Assert.Equal(1, await absentMinded.Subscribe());
        Assert.Equal(2, await absentMinded.Subscribe());
        await PublishUntilHeard(cluster, gates, "warm");
        for (var i = 1; gates.Log.Count(entry => entry == $"try {i - 1}") < 2; i++)
        {
            Assert.True(i < 100, "No event came to both.");
            await StreamOf(cluster).OnNextAsync(new(1, $"try {i}"));
            await gates.Reached($"heard try {i}");
            await StreamOf(cluster).OnNextAsync(new(1, $"end {i}"));
            await gates.Reached($"heard end {i}");
        }
    }

    [Fact]
    public async Task S38_A_grain_reference_is_no_observer()
    {
        await using var cluster = await Deploy(new Gates());

        await Assert.ThrowsAsync<ArgumentException>(() => StreamOf(cluster).SubscribeAsync(cluster.Client.GetGrain<IReferenceObserver>("a")));
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

    private static Task<InProcessTestCluster> Deploy(Gates gates, TestDatabase database) => TestClusters.Deploy(
        gates,
        silo =>
        {
            silo.Services.PostConfigure<ClusterOptions>(options => options.ServiceId = "compat");
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.AddAdoNetGrainStorage("PubSubStore", options =>
                (options.Invariant, options.ConnectionString) = (database.Invariant, database.ConnectionString));
            silo.AddMemoryStreams("compat");
        },
        client => client.AddMemoryStreams("compat"));

    private static Task<InProcessTestCluster> Deploy(Gates gates) => TestClusters.Deploy(
        gates, silo => silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams("compat"), client => client.AddMemoryStreams("compat"));
}
