using Orleans.Streams;

namespace Fincord.Benchmarks.Actors;

public interface ITrivialGrain : IGrainWithStringKey
{
    Task Touch();
}

/// <summary>Does nothing, so that a call to it costs what the runtime costs.</summary>
internal sealed class TrivialGrain : Grain, ITrivialGrain
{
    public Task Touch() => Task.CompletedTask;
}

public interface IIdleGrain : IGrainWithIntegerKey
{
    Task Touch();
}

/// <summary>Without state: what it weighs is the activation's own weight. It tells when it is gone.</summary>
internal sealed class IdleGrain : Grain, IIdleGrain, IDisposable
{
    private static int disposed;

    public static int Disposed => Volatile.Read(ref disposed);

    public Task Touch() => Task.CompletedTask;

    public void Dispose() => Interlocked.Increment(ref disposed);
}

public interface IMetronomeGrain : IGrainWithIntegerKey
{
    Task Start(TimeSpan period);
}

/// <summary>Measures how late the ticks of its timer come.</summary>
internal sealed class MetronomeGrain(Lateness lateness, TimeProvider time) : Grain, IMetronomeGrain
{
    public Task Start(TimeSpan period)
    {
        var last = time.GetTimestamp();
        this.RegisterGrainTimer(
            _ =>
            {
                lateness.Record(time.GetElapsedTime(last) - period);
                last = time.GetTimestamp();             // the next period begins where the tick ends
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(period, period));
        return Task.CompletedTask;
    }
}

public interface ISubscriberGrain : IGrainWithIntegerKey
{
    Task Subscribe(StreamId stream);
}

/// <summary>One of many that hear the same stream.</summary>
internal sealed class SubscriberGrain(FanOutTally tally) : Grain, ISubscriberGrain, IAsyncObserver<long>
{
    public async Task Subscribe(StreamId stream) => await this.GetStreamProvider(StreamBenchmark.Provider).GetStream<long>(stream).SubscribeAsync(this);

    public Task OnNextAsync(long item, StreamSequenceToken? token = null)
    {
        tally.Delivered();
        return Task.CompletedTask;
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.FromException(ex);
}
