using Orleans.Streams;
using Orleans.Streams.Core;
using Orleans.Streams.Filtering;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

[ImplicitStreamSubscription("compat.batches"), GrainType("batchlistener")]
internal sealed class BatchListenerGrain(Gates gates) : Grain, IGrainWithStringKey, IStreamSubscriptionObserver, IAsyncBatchObserver<Tick>
{
    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<Tick>().ResumeAsync(this);

    public async Task OnNextAsync(IList<SequentialItem<Tick>> items)
    {
        gates.Note(string.Join(' ', items.Select(item => $"{item.Item.Number}@{item.Token.EventIndex}")));
        foreach (var item in items) gates.Reach($"heard {item.Item.Number}");
        if (items[0].Item.Text == "wait") await gates.Pass("batches");
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}

/// <summary>Lets pass what has the text that was subscribed with; fails for "fail".</summary>
internal sealed class TextFilter : IStreamFilter
{
    public bool ShouldDeliver(StreamId streamId, object item, string? filterData) =>
        filterData == "fail" ? throw new RottenFruitException("no filter") : filterData is null || ((Tick)item).Text == filterData;
}

public interface IPickyGrain : IGrainWithStringKey
{
    Task Subscribe(string? filterData);
}

internal sealed class PickyGrain(Gates gates) : Grain, IPickyGrain, IAsyncObserver<Tick>
{
    public Task Subscribe(string? filterData) =>
        this.GetStreamProvider("compat").GetStream<Tick>("compat.filtered", "a").SubscribeAsync(this, token: null, filterData);

    public Task OnNextAsync(Tick item, StreamSequenceToken? token = null)
    {
        gates.Note($"{this.GetPrimaryKeyString()} {item.Number}");
        gates.Reach($"{this.GetPrimaryKeyString()} {item.Number}");
        return Task.CompletedTask;
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}

public sealed class StreamBatchTests
{
    private readonly Gates _gates = new();

    [Fact]
    public async Task S33_What_is_published_at_once_is_delivered_at_once()
    {
        await using var cluster = await Deploy();
        var stream = cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.batches", "a");

        await stream.OnNextBatchAsync([new(1, ""), new(2, ""), new(3, "")]);
        await stream.OnNextAsync(new(4, ""));
        await _gates.Reached("heard 4");

        Assert.Equal(["1@0 2@1 3@2", "4@0"], _gates.Log);
    }

    [Fact]
    public async Task S33_A_larger_batch_size_joins_what_has_come_meanwhile()
    {
        await using var cluster = await Deploy(batchSize: 10);
        var stream = cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.batches", "a");

        await stream.OnNextAsync(new(1, "wait"));
        await _gates.Reached("heard 1");
        for (var i = 2; i <= 4; i++) await stream.OnNextAsync(new(i, ""));
        await _gates.Reached("heard 1");
        _gates.Open("batches");
        await _gates.Reached("heard 4");

        Assert.Equal("1@0", _gates.Log[0]);
        Assert.Equal(["2@0", "3@0", "4@0"], _gates.Log.Skip(1).SelectMany(entry => entry.Split(' ')));
    }

    [Fact]
    [OneProcessOnly("each event comes once")]
    public async Task A_filter_spares_a_subscription_what_it_does_not_want_and_loses_nothing_when_it_fails()
    {
        await using var cluster = await Deploy();
        foreach (var (key, data) in (IEnumerable<(string, string?)>)[("all", null), ("red", "red"), ("failing", "fail")])
        {
            await cluster.Client.GetGrain<IPickyGrain>(key).Subscribe(data);
            await PublishUntilHeard(cluster, key);
        }
        var stream = cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.filtered", "a");

        await stream.OnNextAsync(new(1, "blue"));
        await stream.OnNextAsync(new(2, "red"));
        await stream.OnNextBatchAsync([new(3, "blue"), new(4, "red")]);
        await Task.WhenAll(_gates.Reached("all 4"), _gates.Reached("red 4"), _gates.Reached("failing 4"));

        Assert.Equal(["1", "2", "3", "4"], HeardBy("all"));
        Assert.Equal(["2", "3", "4"], HeardBy("red"));
        Assert.Equal(["1", "2", "3", "4"], HeardBy("failing"));
    }

    [Fact]
    public async Task A_producer_can_neither_end_nor_fail_a_stream()
    {
        await using var cluster = await Deploy();
        var stream = cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.batches", "a");

        await Assert.ThrowsAnyAsync<SystemException>(stream.OnCompletedAsync);
        await Assert.ThrowsAnyAsync<SystemException>(() => stream.OnErrorAsync(new RottenFruitException("none")));
    }

    private IEnumerable<string> HeardBy(string key) =>
        _gates.Log.Where(entry => entry.StartsWith(key + ' ', StringComparison.Ordinal) && !entry.EndsWith(" 0", StringComparison.Ordinal))
            .Select(entry => entry[(key.Length + 1)..]);

    // A subscription may return before its cursor exists, so the first events may be missed.
    private async Task PublishUntilHeard(InProcessTestCluster cluster, string key)
    {
        var heard = _gates.Reached($"{key} 0");
        while (!heard.IsCompleted)
        {
            await cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.filtered", "a").OnNextAsync(new(0, "red"));
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }
        await heard;
    }

    private Task<InProcessTestCluster> Deploy(int batchSize = 1) => TestClusters.Deploy(
        _gates,
        silo => silo.AddMemoryGrainStorage("PubSubStore").AddStreamFilter<TextFilter>("compat").AddMemoryStreams("compat", stream =>
        {
            stream.ConfigurePartitioning(1);
            stream.ConfigurePullingAgent(agent => agent.Configure(options => options.BatchContainerBatchSize = batchSize));
        }),
        client => client.AddMemoryStreams("compat", stream => stream.ConfigurePartitioning(1)));
}
