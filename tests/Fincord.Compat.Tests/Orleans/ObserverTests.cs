using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace Fincord.Compat.Tests.Orleans;

public interface IListener : IGrainObserver
{
    [OneWay] Task Hear(string what);

    void HearNow(string what);
}

public interface ISpeaker : IGrainWithStringKey
{
    Task Subscribe(IListener listener);

    Task Unsubscribe(IListener listener);

    Task<int> Speak(string what);

    Task Shout(string what);
}

internal sealed class SpeakerGrain(ILogger<SpeakerGrain> logger) : Grain, ISpeaker
{
    private readonly ObserverManager<IListener> _listeners = new(TimeSpan.FromMinutes(1), logger);

    public Task Subscribe(IListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IListener listener)
    {
        _listeners.Unsubscribe(listener);
        return Task.CompletedTask;
    }

    public async Task<int> Speak(string what)
    {
        await _listeners.Notify(listener => listener.Hear(what));
        return _listeners.Count;
    }

    public Task Shout(string what)
    {
        _listeners.Notify(listener => listener.HearNow(what));
        return Task.CompletedTask;
    }
}

public sealed class ObserverTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S40_Calls_to_an_object_of_the_client_run_one_at_a_time()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy();
        var speaker = cluster.Client.GetGrain<ISpeaker>("a");
        var ear = new Ear(gates);
        await speaker.Subscribe(cluster.Client.CreateObjectReference<IListener>(ear));

        Assert.Equal(1, await speaker.Speak("first"));
        await gates.Reached("first");
        await speaker.Speak("second");
        gates.Open("second");
        gates.Open("first");
        await gates.Reached("out second");

        Assert.Equal(["in first", "out first", "in second", "out second"], gates.Log);
        GC.KeepAlive(ear);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S40_A_method_of_an_observer_may_be_void()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy();
        var speaker = cluster.Client.GetGrain<ISpeaker>("a");
        var ear = new Ear(gates);
        await speaker.Subscribe(cluster.Client.CreateObjectReference<IListener>(ear));

        await speaker.Shout("fire");
        await gates.Reached("heard fire");
        GC.KeepAlive(ear);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S40_A_reference_that_comes_again_is_the_same_subscription()
    {
        await using var cluster = await TestClusters.Deploy();
        var speaker = cluster.Client.GetGrain<ISpeaker>("a");
        var ear = new Ear(new Gates());
        var reference = cluster.Client.CreateObjectReference<IListener>(ear);

        await speaker.Subscribe(reference);
        await speaker.Subscribe(reference);
        Assert.Equal(1, await speaker.Speak("x"));
        await speaker.Unsubscribe(reference);

        Assert.Equal(0, await speaker.Speak("y"));
        GC.KeepAlive(ear);
    }

    private sealed class Ear(Gates gates) : IListener
    {
        public async Task Hear(string what)
        {
            gates.Note($"in {what}");
            await gates.Pass(what);
            gates.Note($"out {what}");
            gates.Reach($"out {what}");
        }

        public void HearNow(string what) => gates.Reach($"heard {what}");
    }
}
