using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>
/// One consumer of a stream: its events in order, one at a time, independent of other consumers. What the consumer throws is tried
/// again for <see cref="Orleans.Configuration.StreamPullingAgentOptions.MaxEventDeliveryTime"/>; then the event is skipped.
/// </summary>
internal abstract class StreamSubscription(StreamLog stream, Guid id, string? filterData) : IThreadPoolWorkItem
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // Everything but the flags is touched by the pump only, once the subscription has begun.
    private StreamEvent _place = null!;
    private Exception? _untold;
    private volatile bool _isRetrying;
    private volatile bool _isEnded;
    private volatile AttachedHandler? _resuming;
    private int _isPumping;

    public StreamLog Stream => stream;

    public Guid Id => id;

    public string? FilterData => filterData;

    /// <summary>What a cluster would do to the events; null for nothing.</summary>
    protected DeliveryConditions? Conditions { get; init; }

    /// <summary>Whether the store has it.</summary>
    public virtual bool IsStored => false;

    /// <summary>The observer whose token the pump has gone to.</summary>
    public AttachedHandler? Resumed { get; private set; }

    /// <summary>Whether the consumer works, and is too far behind. One that fails loses what it cannot keep up with instead.</summary>
    public bool IsFull => !_isRetrying && stream.IsTooFar(Volatile.Read(ref _place));

    private MemoryStreamProvider Provider => stream.Provider;

    private Silo Silo => stream.Provider.Silo;

    /// <summary>Whether the subscription is that of the grain, or of the client, that asks.</summary>
    public abstract bool BelongsTo(Activation? consumer);

    /// <summary>Makes the observer the one that gets the events: those after the token, if there is one.</summary>
    public abstract void Attach(StreamHandler handler, StreamSequenceToken? token);

    /// <summary>Takes the observer away.</summary>
    public abstract void Detach();

    /// <summary>Begins after this event, unless it was said where before.</summary>
    public void PlaceAt(StreamEvent place) => _place ??= place;

    /// <summary>Begins with the event of a token, or with what comes when the cache has it no more.</summary>
    public void PlaceAt(StreamSequenceToken token)
    {
        _place = Provider.Cache.PlaceOf(stream, token, isAfter: false, out var miss) ?? stream.Newest;
        _untold = miss;
    }

    /// <summary>Delivers what is there.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isPumping, 1) == 1) return;
        if (Silo.Turns is { } turns) turns.Start(Pump);
        else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Delivers nothing any more.</summary>
    public void End() => _isEnded = true;

    void IThreadPoolWorkItem.Execute() => _ = Pump();

    protected abstract Task Deliver(StreamEvent streamEvent);

    /// <summary>Hands the event to the observer, unless that wants to go on after its token first.</summary>
    protected Task HandOver(StreamEvent streamEvent, AttachedHandler attached)
    {
        var wantsOther = attached.Token is not null && !ReferenceEquals(attached, Resumed) && streamEvent is not StreamFailed;
        _resuming = wantsOther ? attached : null;           // what an activation wanted that is gone counts no more
        return wantsOther ? Task.CompletedTask : attached.Handler.Handle(streamEvent);
    }

    private async Task Pump()
    {
        while (!_isEnded && !Silo.IsStopping)
        {
            if (_untold is { } failure)
            {
                _untold = null;
                await Tell(failure);
            }
            else if (TakeNext() is { } next)
            {
                if (Conditions is { } conditions) await conditions.Travel(next.First.AcceptedAt);
                await DeliverWithRetries(next);
                foreach (var again in Conditions?.Again(next) ?? []) await DeliverWithRetries(again);
            }
            else if (IsAtRest())
            {
                return;
            }
        }
    }

    private StreamEvent? TakeNext()
    {
        if (Provider.BatchSize == 1) return TakeOne();
        var several = new List<StreamEvent>();
        while (several.Count < Provider.BatchSize && TakeOne() is { } one) several.Add(one);
        return several.Count > 1 ? new StreamEvents(several) : several.FirstOrDefault();
    }

    private StreamEvent? TakeOne()
    {
        while (_place.Next is { } next)
        {
            Volatile.Write(ref _place, next);
            if (Provider.ShouldDeliver(next, this)) return next;
        }
        return null;
    }

    // Who publishes sees the flag down, or this sees what was published.
    private bool IsAtRest()
    {
        Interlocked.Exchange(ref _isPumping, 0);
        return _place.Next is null || Interlocked.Exchange(ref _isPumping, 1) == 1;
    }

    private async Task DeliverWithRetries(StreamEvent streamEvent)
    {
        var started = Silo.Time.GetTimestamp();
        var pause = FirstPause;
        while (!_isEnded && !Silo.IsStopping)
        {
            try
            {
                await Deliver(streamEvent);
                if (_resuming is not { } resuming || TryResume(resuming, streamEvent)) break;
            }
            // Whatever a consumer throws is tried again.
            catch (Exception failure)
            {
                Silo.Logger.LogWarning(failure, "A consumer of stream {Stream} failed.", stream.Id);
                if (Silo.Time.GetElapsedTime(started) >= Provider.MaxEventDeliveryTime)
                {
                    await Tell(new StreamEventDeliveryFailureException($"An event of stream {stream.Id} is skipped.", failure));
                    break;
                }
                _isRetrying = true;
                await Task.Delay(pause, Silo.Time);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                LoseWhatIsTooMuch();
            }
        }
        _isRetrying = false;
    }

    /// <summary>Goes back, or on. False when nothing before the event can be had any more and the event is to be delivered after all.</summary>
    private bool TryResume(AttachedHandler resuming, StreamEvent streamEvent)
    {
        var (first, token) = (streamEvent.First, resuming.Token!);
        (_resuming, Resumed) = (null, resuming);
        var isPassed = first.IsBefore(token, orAt: true);
        if (Provider.Cache.PlaceOf(stream, token, isAfter: true, out _) is not { } place || (place.Position >= first.Position && !isPassed))
            return isPassed;
        Volatile.Write(ref _place, place);
        return true;
    }

    private void LoseWhatIsTooMuch()
    {
        if (!stream.IsTooFar(_place)) return;
        _untold = new QueueCacheMissException($"More than {StreamLog.MaxWaiting} events of stream {stream.Id} waited for a consumer that failed.");
        Volatile.Write(ref _place, stream.Newest);
    }

    private async Task Tell(Exception failure)
    {
        try
        {
            await Deliver(new StreamFailed(failure));
        }
        // The stream goes on even when the consumer cannot hear of it.
        catch (Exception second)
        {
            Silo.Logger.LogWarning(second, "A consumer of stream {Stream} failed to hear that events are skipped.", stream.Id);
        }
    }
}

/// <summary>A subscription of code outside of grains; it ends with the process, and so is not stored.</summary>
internal sealed class ClientSubscription : StreamSubscription
{
    private volatile AttachedHandler? _attached;

    public ClientSubscription(StreamLog stream, string? filterData)
        : base(stream, Guid.NewGuid(), filterData) => Conditions = stream.Provider.Silo.ConditionsOf(stream.Id, consumer: null);

    public override bool BelongsTo(Activation? consumer) => consumer is null;

    public override void Attach(StreamHandler handler, StreamSequenceToken? token) => _attached = new(handler, token);

    public override void Detach() => _attached = null;

    protected override Task Deliver(StreamEvent streamEvent)
    {
        RequestContext.Current = streamEvent.Context;
        return _attached is { } attached ? HandOver(streamEvent, attached) : Task.CompletedTask;
    }
}
