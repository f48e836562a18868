using Orleans.Streams;
using Orleans.Streams.Core;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

[GenerateSerializer, Immutable, Alias("compat.Tick")]
public sealed record Tick(int Number, string Text);

internal abstract class Listener(Gates gates) : Grain, IStreamSubscriptionObserver, IAsyncObserver<Tick>
{
    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory)
    {
        gates.Note($"{IdentityString} subscribed");
        await handleFactory.Create<Tick>().ResumeAsync(this);
    }

    public virtual async Task OnNextAsync(Tick item, StreamSequenceToken? token = null)
    {
        gates.Note($"{IdentityString} {item.Number}");
        gates.Reach($"heard {item.Number}");
        if (item.Text == "wait") await gates.Pass("listener");
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public virtual Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}

[ImplicitStreamSubscription("compat.text"), GrainType("textlistener")]
internal sealed class TextListenerGrain(Gates gates) : Listener(gates), IGrainWithStringKey;

[ImplicitStreamSubscription("compat.guid"), GrainType("guidlistener")]
internal sealed class GuidListenerGrain(Gates gates) : Listener(gates), IGrainWithGuidKey;

[ImplicitStreamSubscription("compat.number"), GrainType("numberlistener")]
internal sealed class NumberListenerGrain(Gates gates) : Listener(gates), IGrainWithIntegerKey;

[ImplicitStreamSubscription("compat.poison"), GrainType("poisonlistener")]
internal sealed class PoisonListenerGrain(Gates gates) : Listener(gates), IGrainWithStringKey
{
    private readonly Gates _gates = gates;

    public override Task OnNextAsync(Tick item, StreamSequenceToken? token = null) =>
        item.Text == "poison" ? throw new RottenFruitException("cannot swallow") : base.OnNextAsync(item, token);

    public override Task OnErrorAsync(Exception ex)
    {
        _gates.Note(ex.GetType().Name);
        return Task.CompletedTask;
    }
}

[ImplicitStreamSubscription("compat.silent"), GrainType("silentlistener")]
internal sealed class SilentListenerGrain : Grain, IGrainWithStringKey
{
    private readonly Gates _gates;

    public SilentListenerGrain(Gates gates)
    {
        _gates = gates;
        gates.Reach("silent");
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _gates.Note("silent activated");
        return Task.CompletedTask;
    }
}

[ImplicitStreamSubscription("compat.self"), GrainType("selflistener")]
internal sealed class SelfSubscribingGrain(Gates gates) : Grain, IGrainWithStringKey
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        this.GetStreamProvider("compat").GetStream<Tick>("compat.self", this.GetPrimaryKeyString()).SubscribeAsync((tick, _) =>
        {
            gates.Note($"{tick.Number}");
            gates.Reach($"heard {tick.Number}");
            return Task.CompletedTask;
        });
}

public sealed class StreamTests
{
    private const string Provider = "compat";

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S32_A_producer_does_not_wait_for_consumers()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var stream = cluster.Client.GetStreamProvider(Provider).GetStream<Tick>("compat.text", "a");

        await stream.OnNextAsync(new(1, "wait"));
        await gates.Reached("heard 1");
        await stream.OnNextAsync(new(2, ""));
        gates.Open("listener");
        await gates.Reached("heard 2");

        Assert.Equal(["textlistener/a subscribed", "textlistener/a 1", "textlistener/a 2"], gates.Log);
    }

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S33_Events_come_in_order_and_one_consumer_does_not_wait_for_another()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var provider = cluster.Client.GetStreamProvider(Provider);

        await provider.GetStream<Tick>("compat.text", "blocked").OnNextAsync(new(1_000, "wait"));
        await gates.Reached("heard 1000");
        for (var i = 1; i <= 50; i++) await provider.GetStream<Tick>("compat.text", "free").OnNextAsync(new(i, ""));
        await gates.Reached("heard 50");
        gates.Open("listener");

        var free = gates.Log.Where(entry => entry.StartsWith("textlistener/free ", StringComparison.Ordinal)).Skip(1);
        Assert.Equal(Enumerable.Range(1, 50).Select(i => $"textlistener/free {i}"), free);
    }

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S34_An_event_that_keeps_failing_is_skipped_and_the_next_one_follows()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var stream = cluster.Client.GetStreamProvider(Provider).GetStream<Tick>("compat.poison", "a");

        await stream.OnNextAsync(new(1, ""));
        await stream.OnNextAsync(new(2, "poison"));
        await stream.OnNextAsync(new(3, ""));
        await gates.Reached("heard 3");

        Assert.Equal(["poisonlistener/a subscribed", "poisonlistener/a 1", "StreamEventDeliveryFailureException", "poisonlistener/a 3"], gates.Log);
    }

    [Fact]
    public async Task S36_An_event_activates_the_grain_with_the_same_key_of_each_kind()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var provider = cluster.Client.GetStreamProvider(Provider);
        var guid = new Guid("00112233-4455-6677-8899-aabbccddeeff");

        await provider.GetStream<Tick>("compat.text", "b").OnNextAsync(new(1, ""));
        await provider.GetStream<Tick>("compat.guid", guid).OnNextAsync(new(2, ""));
        await provider.GetStream<Tick>("compat.number", 26).OnNextAsync(new(3, ""));
        await Task.WhenAll(gates.Reached("heard 1"), gates.Reached("heard 2"), gates.Reached("heard 3"));

        Assert.Contains("textlistener/b 1", gates.Log);
        Assert.Contains($"guidlistener/{guid:N} 2", gates.Log);
        Assert.Contains("numberlistener/1A 3", gates.Log);
    }

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S36_A_grain_may_attach_by_subscribing_while_it_is_activated()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var stream = cluster.Client.GetStreamProvider(Provider).GetStream<Tick>("compat.self", "a");

        await stream.OnNextAsync(new(1, ""));
        await stream.OnNextAsync(new(2, ""));
        await gates.Reached("heard 2");

        Assert.Equal(["1", "2"], gates.Log);
    }

    [Fact]
    public async Task S36_Without_an_observer_the_event_is_dropped()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);

        await cluster.Client.GetStreamProvider(Provider).GetStream<Tick>("compat.silent", "a").OnNextAsync(new(1, ""));
        await gates.Reached("silent");

        Assert.DoesNotContain("subscribed", string.Concat(gates.Log));
    }

    [Fact]
    public async Task An_unknown_provider_is_a_KeyNotFoundException()
    {
        await using var cluster = await Deploy(new Gates());

        Assert.Throws<System.Collections.Generic.KeyNotFoundException>(() => cluster.Client.GetStreamProvider("nobody"));
    }

    private static Task<InProcessTestCluster> Deploy(Gates gates) => TestClusters.Deploy(
        gates,
        silo => silo.AddMemoryStreams(Provider, stream =>
        {
            stream.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            stream.ConfigurePullingAgent(agent => agent.Configure(options => options.MaxEventDeliveryTime = TimeSpan.FromSeconds(1)));
        }),
        client => client.AddMemoryStreams(Provider, stream => stream.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly)));
}
