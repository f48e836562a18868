using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Streams;

/// <summary>
/// The explicit subscriptions of a stream in the store. One change is written at a time, with all that were asked for meanwhile; after
/// a failure the store is read anew, as nobody knows what it has.
/// </summary>
internal sealed class SubscriptionBook(StreamLog stream, IGrainStorage storage)
{
    private const string StateName = "PubSubRendezvousGrain";

    private static readonly GrainType RowType = GrainType.Create("pubsubrendezvous");
    private static readonly TimeSpan LoadPause = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly GrainId _row = new(RowType, IdSpan.Create($"{stream.Provider.Name}/{stream.Id}"));
    private List<Change> _asked = [];
    private bool _isWorking;
    private int _isLoading;
    private volatile GrainState<SubscriptionRows>? _stored;

    /// <summary>Loads the subscriptions when they are not.</summary>
    public Task Load() => _stored is null ? Ask(new Change(_ => { }, () => { })) : Task.CompletedTask;

    /// <summary>Stores a subscription, then begins with it: at the token, if there is one.</summary>
    public Task Add(GrainSubscription added, StreamSequenceToken? token) => Ask(new Change(
        rows => rows.Add(StoredSubscription.Of(added)),
        () =>
        {
            if (token is not null) added.PlaceAt(token);
            stream.Add(added);
            stream.Provider.Silo.Instruments.Streams.ConsumerAdded(stream.Provider.Name, added.Consumer.Type);
        }));

    /// <summary>Removes a subscription from the store, then ends it.</summary>
    public Task Remove(GrainSubscription removed) => Ask(new Change(
        rows => rows.RemoveAll(row => row.Id == removed.Id),
        () =>
        {
            stream.Remove(removed.Id);
            stream.Provider.Silo.Instruments.Streams.ConsumerRemoved(stream.Provider.Name, removed.Consumer.Type);
        }));

    /// <summary>Loads the subscriptions for an event that waits for them, however often that fails.</summary>
    public void LoadInBackground()
    {
        if (Interlocked.Exchange(ref _isLoading, 1) == 0) stream.Provider.Silo.StartWork(LoadAtLast);
    }

    private async Task LoadAtLast()
    {
        while (!stream.Provider.Silo.IsStopping)
        {
            try
            {
                await Load();
                return;
            }
            // Whatever the store throws: the event waits until it works.
            catch (Exception failure)
            {
                stream.Provider.Silo.Logger.LogWarning(failure, "The subscriptions of stream {Stream} could not be loaded.", stream.Id);
                await Task.Delay(LoadPause, stream.Provider.Silo.Time);
            }
        }
    }

    private Task Ask(Change change)
    {
        lock (_gate)
        {
            _asked.Add(change);
            if (_isWorking) return change.Completion.Task;
            _isWorking = true;
        }
        stream.Provider.Silo.StartWork(Work);
        return change.Completion.Task;
    }

    private async Task Work()
    {
        for (;;)
        {
            List<Change> changes;
            lock (_gate)
            {
                if (_asked.Count == 0)
                {
                    _isWorking = false;
                    return;
                }
                (changes, _asked) = (_asked, []);
            }
            await Store(changes);
        }
    }

    private async Task Store(List<Change> changes)
    {
        try
        {
            var stored = _stored ?? await Read();
            List<StoredSubscription> before = stored.State!.Consumers, after = [.. before];
            foreach (var change in changes) change.Apply(after);
            stored.State = new() { Consumers = after };
            if (after.Count > 0 && !after.SequenceEqual(before)) await storage.WriteStateAsync(StateName, _row, stored);
            else if (before.Count > after.Count) await storage.ClearStateAsync(StateName, _row, stored);
            stored.State ??= new();
        }
        // Whatever the store throws belongs to those who asked.
        catch (Exception failure)
        {
            _stored = null;
            foreach (var change in changes) change.Completion.SetException(failure);
            return;
        }
        foreach (var change in changes)
        {
            change.Done();
            change.Completion.SetResult();
        }
    }

    private async Task<GrainState<SubscriptionRows>> Read()
    {
        var read = new GrainState<SubscriptionRows>(new());
        await storage.ReadStateAsync(StateName, _row, read);
        read.State ??= new();
        stream.Take(read.State.Consumers);
        return _stored = read;
    }

    private sealed record Change(Action<List<StoredSubscription>> Apply, Action Done)
    {
        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The explicit subscriptions of a stream, as they are stored, under the names that Orleans gives them.</summary>
internal sealed class SubscriptionRows
{
    /// <summary>Nobody: here the provider itself produces.</summary>
    public List<object> Producers { get; set; } = [];

    public List<StoredSubscription> Consumers { get; set; } = [];
}

/// <summary>An explicit subscription, as it is stored.</summary>
internal sealed record StoredSubscription(
    [property: JsonPropertyName("subscriptionId")] string SubscriptionId,
    [property: JsonPropertyName("stream")] object?[] Stream,
    [property: JsonPropertyName("consumer")] string ConsumerId,
    [property: JsonPropertyName("filterData")] string? FilterData)
{
    [JsonIgnore]
    public Guid Id => Guid.Parse(SubscriptionId);

    [JsonIgnore]
    public GrainId Consumer => GrainId.Parse(ConsumerId);

    public static StoredSubscription Of(GrainSubscription subscription) => new(
        subscription.Id.ToString("N"),
        [subscription.Stream.Provider.Name, new[] { subscription.Stream.Id.GetNamespace(), subscription.Stream.Id.GetKeyAsString() }],
        subscription.Consumer.ToString(),
        subscription.FilterData);
}
