using Orleans.Streams;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface IBusyListener : IGrainWithStringKey
{
    Task Ping();
}

public interface ICallingBack : IGrainWithStringKey
{
    [ResponseTimeout("00:00:01")] Task CallBack(IBusyListener listener);
}

internal sealed class CallingBackGrain : Grain, ICallingBack
{
    public Task CallBack(IBusyListener listener) => listener.Ping();
}

[ImplicitStreamSubscription("compat.busy"), GrainType("busylistener")]
internal sealed class BusyListenerGrain(Gates gates) : Listener(gates), IBusyListener
{
    private readonly Gates _gates = gates;
    private int _failures;

    public Task Ping()
    {
        _gates.Note("pinged");
        return Task.CompletedTask;
    }

    public override async Task OnNextAsync(Tick item, StreamSequenceToken? token = null)
    {
        if (item.Text == "fail twice" && ++_failures <= 2) throw new RottenFruitException("not yet");
        await base.OnNextAsync(item, token);
        if (item.Text != "call back") return;
        try
        {
            await GrainFactory.GetGrain<ICallingBack>("a").CallBack(this.AsReference<IBusyListener>());
        }
        catch (TimeoutException)
        {
            _gates.Note("timed out");
        }
    }
}

/// <summary>The delivery of an event is a call like any other.</summary>
public sealed class StreamDeliveryTests
{
    private readonly Gates _gates = new();

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S34_An_event_that_fails_for_a_while_is_delivered_again_before_the_next_one()
    {
        await using var cluster = await Deploy();

        await StreamOf(cluster).OnNextAsync(new(1, "fail twice"));
        await StreamOf(cluster).OnNextAsync(new(2, ""));
        await _gates.Reached("heard 2");

        Assert.Equal(["busylistener/a 1", "busylistener/a 2"], _gates.Log.Skip(1));
    }

    [Fact]
    public async Task S37_While_an_event_is_handled_no_call_begins()
    {
        await using var cluster = await Deploy();
        var listener = cluster.Client.GetGrain<IBusyListener>("a");
        await StreamOf(cluster).OnNextAsync(new(1, "wait"));
        await _gates.Reached("heard 1");

        var ping = listener.Ping();
        for (var i = 0; i < 10; i++) await cluster.Client.GetGrain<IBusyListener>("other").Ping();
        _gates.Note("opened");
        _gates.Open("listener");
        await ping;

        Assert.Equal([.. Enumerable.Repeat("pinged", 10), "opened", "pinged"], _gates.Log.Where(entry => !entry.StartsWith("busy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task S37_A_handler_whose_call_comes_back_to_its_grain_waits_until_it_times_out()
    {
        await using var cluster = await Deploy();

        await StreamOf(cluster).OnNextAsync(new(1, "call back"));
        await StreamOf(cluster).OnNextAsync(new(2, ""));
        await _gates.Reached("heard 2");

        Assert.Equal(["busylistener/a 1", "timed out"], _gates.Log.Skip(1).Take(2));
    }

    private static IAsyncStream<Tick> StreamOf(InProcessTestCluster cluster) =>
        cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.busy", "a");

    private Task<InProcessTestCluster> Deploy() => TestClusters.Deploy(
        _gates,
        silo => silo.AddMemoryStreams("compat", stream => stream.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly)),
        client => client.AddMemoryStreams("compat", stream => stream.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly)));
}
