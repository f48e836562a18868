using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Streams;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans.ClusterConditions;

using ClusterConditions = global::Orleans.Runtime.ClusterConditions;

/// <summary>What the test mode does to calls, streams and activations. Compat only: on the real packages it takes a cluster.</summary>
public sealed class ConditionsTests
{
    [Fact]
    public void The_same_seed_decides_the_same_about_the_same_grain_whatever_happens_to_others()
    {
        var (alone, amongOthers, otherSeed) = (new ClusterConditions(7), new ClusterConditions(7), new ClusterConditions(8));

        var expected = Enumerable.Range(0, 1_000).Select(_ => alone.Deactivates(Grain("a"))).ToArray();
        var found = Enumerable.Range(0, 1_000).Select(i =>
        {
            for (var other = 0; other < i % 3; other++) amongOthers.Deactivates(Grain("b"));
            return amongOthers.Deactivates(Grain("a"));
        }).ToArray();

        Assert.Equal(expected, found);
        Assert.InRange(expected.Count(ends => ends), 30, 100);
        Assert.NotEqual(expected, Enumerable.Range(0, 1_000).Select(_ => otherSeed.Deactivates(Grain("a"))));
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Count(_ => alone.Rewinds(Stream, Grain("a")) is >= 0 and <= ClusterConditions.LongestRewind));
    }

    [Fact]
    public async Task What_nobody_may_change_is_not_shared_with_the_callee_either()
    {
        await using var cluster = await Deploy(new Gates());

        Assert.False(await cluster.Client.GetGrain<ICook>("a").SharesImmutableArguments());
    }

    [Fact]
    public async Task An_exception_without_a_codec_does_not_arrive()
    {
        await using var cluster = await Deploy(new Gates());
        var carrier = cluster.Client.GetGrain<ICarrier>("a");

        var failure = await Assert.ThrowsAsync<CodecNotFoundException>(carrier.Throw);

        Assert.Contains(nameof(HomemadeException), failure.Message, StringComparison.Ordinal);
        Assert.Equal("through", await carrier.Echo("through", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Arguments_and_items_of_a_sequence_come_as_copies_without_what_has_no_Id()
    {
        await using var cluster = await Deploy(new Gates());
        var carrier = cluster.Client.GetGrain<ICarrier>("a");
        var sent = new Parcel { Content = ["a"], Note = "mine" };

        var items = new List<Parcel>();
        await foreach (var item in carrier.Repeat(sent, 3)) items.Add(item);

        Assert.Equal(3, items.Count);
        Assert.All(items, item => Assert.Equal("a unread", $"{item.Content.Single()} {item.Note}"));
        Assert.Equal(3, items.Select(item => item.Content).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public async Task Idle_activations_end_at_random_but_not_those_that_are_kept_alive()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var (mortal, immortal) = (cluster.Client.GetGrain<ICarrier>("mortal"), cluster.Client.GetGrain<IImmortal>("immortal"));

        for (var i = 0; i < 200; i++)
        {
            await mortal.Echo("", TestContext.Current.CancellationToken);
            await immortal.Greet();
        }

        Assert.InRange(gates.Log.Count(entry => entry == "carrier/mortal"), 4, 40);
        Assert.Equal(1, gates.Log.Count(entry => entry == "immortal/immortal"));
    }

    [Fact]
    public async Task An_event_takes_its_time()
    {
        var (gates, time) = (new Gates(), new ManualTime());
        await using var cluster = await Deploy(gates, silo => silo.Services.AddSingleton<TimeProvider>(time));

        await cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.text", "a").OnNextAsync(new(1, ""));
        time.Advance(ClusterConditions.StreamDelay - TimeSpan.FromMilliseconds(1));
        Assert.Empty(gates.Log);
        while (!gates.Log.Contains("textlistener/a 1"))
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.True(time.GetUtcNow() >= DateTimeOffset.UnixEpoch.AddDays(1) + ClusterConditions.StreamDelay);
    }

    [Fact]
    public async Task Events_come_again_in_their_order()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var stream = cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.text", "a");

        for (var i = 1; i <= 100; i++) await stream.OnNextAsync(new(i, ""));
        await gates.Reached("heard 100");

        var heard = gates.Log.Where(entry => !entry.EndsWith("subscribed", StringComparison.Ordinal))
            .Select(entry => int.Parse(entry.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(heard.Length, 105, 250);
        Assert.Equal(Enumerable.Range(1, 100), heard.Distinct());
        Assert.All(heard.Zip(heard.Skip(1)), pair => Assert.InRange(pair.First - pair.Second, -1, ClusterConditions.LongestRewind - 1));
    }

    private static readonly StreamId Stream = StreamId.Create("compat.text", "a");

    private static GrainId Grain(string key) => GrainId.Create("carrier", key);

    private static Task<InProcessTestCluster> Deploy(Gates gates, Action<ISiloBuilder>? configure = null) => TestClusters.Deploy(
        gates,
        silo =>
        {
            silo.Services.AddSingleton(new ClusterConditions(7));
            silo.AddMemoryStreams("compat", streams => streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly));
            configure?.Invoke(silo);
        },
        client => client.AddMemoryStreams("compat", streams => streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly)));
}
