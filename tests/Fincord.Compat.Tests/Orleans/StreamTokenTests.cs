using Orleans.Streams;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface IFollower : IGrainWithStringKey
{
    /// <summary>Subscribes under a name that each note of an event begins with.</summary>
    Task Follow(string name);

    /// <summary>Subscribes from an event on that this activation has heard.</summary>
    Task FollowFrom(int number, string name);

    /// <summary>Resumes the only subscription under another name, after an event that this activation has heard.</summary>
    Task ResumeAfter(int number, string name);

    /// <summary>How often the place of an event was not after the place of the one before.</summary>
    Task<int> CountMisplaced();
}

/// <summary>An event on the stream of its own key that <see cref="IFollower"/> hears: it notes and reaches <c>name number</c>.</summary>
internal sealed class FollowerGrain(Gates gates) : Grain, IFollower
{
    private readonly Dictionary<int, StreamSequenceToken> _places = [];
    private StreamSequenceToken? _last;
    private int _misplaced;

    private IAsyncStream<Tick> Stream => this.GetStreamProvider("compat").GetStream<Tick>("compat.followed", this.GetPrimaryKeyString());

    public Task Follow(string name) => Stream.SubscribeAsync(Hear(name), Fail(name));

    public Task FollowFrom(int number, string name) => Stream.SubscribeAsync(Hear(name), Fail(name), _places[number]);

    public async Task ResumeAfter(int number, string name) =>
        await (await Stream.GetAllSubscriptionHandles()).Single().ResumeAsync(Hear(name), Fail(name), _places[number]);

    public Task<int> CountMisplaced() => Task.FromResult(_misplaced);

    private Func<Tick, StreamSequenceToken?, Task> Hear(string name) => (tick, token) =>
    {
        if (_last is not null && token!.CompareTo(_last) <= 0) _misplaced++;
        _last = token!;
        _places.TryAdd(tick.Number, token!);
        gates.Note($"{name} {tick.Number}");
        gates.Reach($"{name} {tick.Number}");
        return Task.CompletedTask;
    };

    private Func<Exception, Task> Fail(string name) => failure =>
    {
        gates.Note($"{name} {failure.GetType().Name}");
        gates.Reach($"{name} failed");
        return Task.CompletedTask;
    };
}

/// <summary>Where a subscription begins: the memory provider is rewindable, as far as its cache reaches.</summary>
public sealed class StreamTokenTests
{
    private readonly Gates _gates = new();

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S33_Places_grow_from_event_to_event()
    {
        await using var cluster = await Deploy();
        var follower = await Warm(cluster, "first");

        for (var i = 1; i <= 20; i++) await Publish(cluster, i);
        await _gates.Reached("first 20");

        Assert.Equal(0, await follower.CountMisplaced());
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"first {i}"), Heard("first", from: 1));
    }

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S38_A_subscription_with_a_place_begins_with_the_event_at_it()
    {
        await using var cluster = await Deploy();
        var follower = await Warm(cluster, "first");
        for (var i = 1; i <= 4; i++) await Publish(cluster, i);
        await _gates.Reached("first 4");

        await follower.FollowFrom(2, "second");
        await _gates.Reached("second 4");
        await Publish(cluster, 5);
        await _gates.Reached("second 5");

        Assert.Equal(["second 2", "second 3", "second 4", "second 5"], Heard("second", from: 1));
    }

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task S38_A_resumed_subscription_goes_on_after_its_place_with_the_next_event()
    {
        await using var cluster = await Deploy();
        var follower = await Warm(cluster, "first");
        for (var i = 1; i <= 4; i++) await Publish(cluster, i);
        await _gates.Reached("first 4");

        await follower.ResumeAfter(2, "again");
        await Publish(cluster, 5);
        await _gates.Reached("again 5");

        Assert.Equal(["again 3", "again 4", "again 5"], Heard("again", from: 1));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S38_A_place_that_the_cache_has_lost_is_a_QueueCacheMissException_and_delivery_goes_on()
    {
        await using var cluster = await Deploy(cache => (cache.DataMinTimeInCache, cache.DataMaxAgeInCache) = (TimeSpan.Zero, TimeSpan.Zero));
        var follower = await Warm(cluster, "first");
        for (var i = 1; i <= 5; i++)
        {
            await Publish(cluster, i);
            await _gates.Reached($"first {i}");
        }

        await follower.FollowFrom(1, "late");
        await _gates.Reached("late failed");
        await PublishUntilHeard(cluster, "late", from: 6);

        Assert.Equal("late QueueCacheMissException", _gates.Log.First(entry => entry.StartsWith("late ", StringComparison.Ordinal)));
        Assert.DoesNotContain("late 1", _gates.Log);
    }

    [Fact]
    public async Task S38_A_used_handle_is_an_InvalidOperationException()
    {
        await using var cluster = await Deploy();
        var stream = StreamOf(cluster);

        var first = await stream.SubscribeAsync((_, _) => Task.CompletedTask);
        var second = await first.ResumeAsync((_, _) => Task.CompletedTask);
        await Assert.ThrowsAsync<InvalidOperationException>(first.UnsubscribeAsync);
        await second.UnsubscribeAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(second.UnsubscribeAsync);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.ResumeAsync((_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task S38_Memory_streams_are_rewindable()
    {
        await using var cluster = await Deploy();

        Assert.True(cluster.Client.GetStreamProvider("compat").IsRewindable);
        Assert.True(StreamOf(cluster).IsRewindable);
    }

    private IEnumerable<string> Heard(string name, int from) => _gates.Log.Where(entry =>
        entry.StartsWith(name + ' ', StringComparison.Ordinal) && int.TryParse(entry[(name.Length + 1)..], out var number) && number >= from);

    private static Task Publish(InProcessTestCluster cluster, int number) => StreamOf(cluster).OnNextAsync(new(number, ""));

    /// <summary>A follower whose subscription is known to work: it has heard event 0.</summary>
    private async Task<IFollower> Warm(InProcessTestCluster cluster, string name)
    {
        var follower = cluster.Client.GetGrain<IFollower>("a");
        await follower.Follow(name);
        await PublishUntilHeard(cluster, name, from: 0);
        return follower;
    }

    // A subscription may return before its cursor exists, so the first events may be missed.
    private async Task PublishUntilHeard(InProcessTestCluster cluster, string name, int from)
    {
        var heard = _gates.Reached($"{name} {from}");
        while (!heard.IsCompleted)
        {
            await Publish(cluster, from);
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }
        await heard;
    }

    private static IAsyncStream<Tick> StreamOf(InProcessTestCluster cluster) =>
        cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.followed", "a");

    private Task<InProcessTestCluster> Deploy(Action<global::Orleans.Configuration.StreamCacheEvictionOptions>? cache = null) => TestClusters.Deploy(
        _gates,
        silo => silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams("compat", stream =>
            stream.ConfigureCacheEviction(options => options.Configure(one => cache?.Invoke(one)))),
        client => client.AddMemoryStreams("compat"));
}
