using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>
/// One consumer of a stream: its events in order, one at a time, independent of other consumers. What the consumer throws is tried
/// again for <see cref="Orleans.Configuration.StreamPullingAgentOptions.MaxEventDeliveryTime"/>; then the event is skipped.
/// </summary>
internal abstract class StreamSubscription(MemoryStreamProvider provider, StreamId stream, Guid id)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Queue<StreamEvent> _queue = new();
    private bool _isPumping;
    private volatile bool _isEnded;

    public MemoryStreamProvider Provider => provider;

    public StreamId Stream => stream;

    public Guid Id => id;

    public bool IsImplicit { get; protected init; }

    /// <summary>What a cluster would do to the events; null for nothing.</summary>
    protected DeliveryConditions? Conditions { get; init; }

    /// <summary>Whether the queue has no room left.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate) return _queue.Count >= MemoryStreamProvider.MaxQueueLength;
        }
    }

    public void Enqueue(StreamEvent streamEvent)
    {
        lock (_gate)
        {
            _queue.Enqueue(streamEvent);
            if (_isPumping) return;
            _isPumping = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.Pump(), this, preferLocal: false);
    }

    /// <summary>Drops what is queued and delivers nothing any more.</summary>
    public void End()
    {
        _isEnded = true;
        lock (_gate) _queue.Clear();
    }

    /// <summary>Whether the subscription is that of the grain, or of the client, that asks.</summary>
    public abstract bool BelongsTo(Activation? consumer);

    /// <summary>Makes the observer the one that gets the events.</summary>
    public abstract void Attach(StreamHandler handler);

    protected abstract Task Deliver(StreamEvent streamEvent);

    private async Task Pump()
    {
        for (;;)
        {
            StreamEvent next;
            lock (_gate)
            {
                if (!_queue.TryDequeue(out next!))
                {
                    _isPumping = false;
                    return;
                }
            }
            if (Conditions is { } conditions) await conditions.Travel(next.AcceptedAt);
            await DeliverWithRetries(next);
            foreach (var again in Conditions?.Again(next) ?? []) await DeliverWithRetries(again);
        }
    }

    private async Task DeliverWithRetries(StreamEvent streamEvent)
    {
        var started = provider.Silo.Time.GetTimestamp();
        for (var pause = FirstPause; !_isEnded && !provider.Silo.IsStopping; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await Deliver(streamEvent);
                return;
            }
            // Whatever a consumer throws is tried again.
            catch (Exception failure)
            {
                provider.Silo.Logger.LogWarning(failure, "A consumer of stream {Stream} failed.", stream);
                if (provider.Silo.Time.GetElapsedTime(started) >= provider.MaxEventDeliveryTime)
                {
                    await GiveUp(streamEvent, failure);
                    return;
                }
                await Task.Delay(pause, provider.Silo.Time);
            }
        }
    }

    private async Task GiveUp(StreamEvent streamEvent, Exception failure)
    {
        if (streamEvent is StreamFailed) return;
        try
        {
            var skipped = new StreamEventDeliveryFailureException($"An event of stream {stream} is skipped.", failure);
            await Deliver(new StreamFailed(provider.NextSequenceNumber(), skipped));
        }
        // The event is skipped even when the consumer cannot hear of it.
        catch (Exception second)
        {
            provider.Silo.Logger.LogWarning(second, "A consumer of stream {Stream} failed to hear that an event is skipped.", stream);
        }
    }
}

/// <summary>A subscription of code outside of grains.</summary>
internal sealed class ClientSubscription : StreamSubscription
{
    private volatile StreamHandler? _handler;

    public ClientSubscription(MemoryStreamProvider provider, StreamId stream)
        : base(provider, stream, Guid.NewGuid()) => Conditions = provider.Silo.ConditionsOf(stream, consumer: null);

    public override bool BelongsTo(Activation? consumer) => consumer is null;

    public override void Attach(StreamHandler handler) => _handler = handler;

    protected override Task Deliver(StreamEvent streamEvent)
    {
        RequestContext.Current = streamEvent.Context;
        return _handler?.Handle(streamEvent) ?? Task.CompletedTask;
    }
}
