using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Fincord.Compat.Tests.Orleans;

public interface ITraced : IGrainWithStringKey
{
    Task<string?> TraceId(string? next);

    Task Fail();

    [ResponseTimeout("00:00:01")] Task Hang(string gate);
}

internal sealed class TracedGrain(Gates gates) : Grain, ITraced
{
    public async Task<string?> TraceId(string? next) => next is null
        ? Activity.Current?.TraceId.ToString()
        : await GrainFactory.GetGrain<ITraced>(next).TraceId(next: null);

    public Task Fail() => throw new RottenFruitException("bad");

    public Task Hang(string gate) => gates.Pass(gate);
}

public sealed class DiagnosticsTests
{
    [Fact]
    public async Task Activities_go_from_the_caller_through_all_grains_of_a_call()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = Listen(stopped);
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddActivityPropagation());

        var trace = await cluster.Client.GetGrain<ITraced>("traced a").TraceId("traced b");

        Assert.NotNull(trace);
        var calls = stopped.Where(one => one.TraceId.ToString() == trace && one.OperationName == "ITraced/TraceId").ToArray();
        Assert.All(calls, one => Assert.Equal("Microsoft.Orleans.Application", one.Source.Name));
        var arrived = calls.Where(one => one.Kind is ActivityKind.Server).ToArray();
        Assert.Equal(2, arrived.Length);
        Assert.Contains(calls, one => one.Kind is ActivityKind.Client && arrived.Any(server => server.ParentSpanId == one.SpanId));
    }

    [Fact]
    public async Task The_activity_of_a_call_that_throws_tells_the_exception()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = Listen(stopped);
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddActivityPropagation());

        await Assert.ThrowsAsync<RottenFruitException>(() => cluster.Client.GetGrain<ITraced>("failing").Fail());

        var failed = Assert.Single(stopped, one => one is { OperationName: "ITraced/Fail", Kind: ActivityKind.Server });
        Assert.Equal(ActivityStatusCode.Error, failed.Status);
        Assert.Equal(typeof(RottenFruitException).FullName, failed.GetTagItem("exception.type"));
        Assert.Equal("orleans", failed.GetTagItem("rpc.system.name"));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task Calls_timeouts_and_activations_are_counted_under_Orleans_own_names()
    {
        var counts = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Microsoft.Orleans") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => counts.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => counts.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.Start();
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        await cluster.Client.GetGrain<ITraced>("counted").TraceId("counted too");
        await Assert.ThrowsAsync<TimeoutException>(() => cluster.Client.GetGrain<ITraced>("hanging").Hang("counted"));
        listener.RecordObservableInstruments();
        gates.Open("counted");

        Assert.True(counts["orleans-app-requests-timedout"] >= 1);
        Assert.True(counts["orleans-catalog-activation-created"] >= 3);
        Assert.True(counts["orleans-catalog-activations"] >= 3);
        Assert.True(counts["orleans-app-requests-latency-count"] >= 2);
        Assert.True(counts["orleans-app-requests-latency-bucket"] >= 2);
        Assert.Contains("orleans-app-requests-latency-sum", counts.Keys);
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.Orleans.", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
