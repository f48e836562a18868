using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Fincord.Compat.Tests.Orleans;

public interface ITraced : IGrainWithStringKey
{
    Task<string?> TraceId(string? next);

    Task Fail();

    Task Write();

    [ResponseTimeout("00:00:01")] Task Hang(string gate);
}

[GrainType("traced")]
internal sealed class TracedGrain(Gates gates, [PersistentState("compat.traced")] IPersistentState<Diary> diary) : Grain, ITraced
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<string?> TraceId(string? next) => next is null
        ? Activity.Current?.TraceId.ToString()
        : await GrainFactory.GetGrain<ITraced>(next).TraceId(next: null);

    public Task Fail() => throw new RottenFruitException("bad");

    public async Task Write()
    {
        await diary.WriteStateAsync();
        await diary.ClearStateAsync();
    }

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
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => counts.AddOrUpdate(instrument.Name, 1, (_, sum) => sum + 1));
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
        Assert.True(counts["orleans-app-requests-latency"] >= 2);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task An_activation_and_its_end_are_traced_with_what_the_grain_does_in_them()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = Listen(stopped);
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddActivityPropagation());
        var grain = cluster.Client.GetGrain<ITraced>("traced life");

        // The trace comes from a grain that calls: the client has none.
        var trace = await cluster.Client.GetGrain<ITraced>("traced caller").TraceId("traced life");
        await cluster.DeactivateAsync(grain);

        Activity Of(string name) => Assert.Single(stopped, one => one.OperationName == name && $"{one.GetTagItem("orleans.grain.id")}" == "traced/traced life");
        var (activation, onActivate, read, onDeactivate) =
            (Of("activate grain"), Of("execute OnActivateAsync"), Of("read storage"), Of("execute OnDeactivateAsync"));
        Assert.Equal("new", activation.GetTagItem("orleans.activation.cause"));
        Assert.All((Activity[])[activation, onActivate, onDeactivate], one =>
        {
            Assert.Equal("Microsoft.Orleans.Lifecycle", one.Source.Name);
            Assert.NotNull(one.GetTagItem("orleans.silo.id"));
            Assert.NotNull(one.GetTagItem("orleans.activation.id"));
        });
        Assert.Equal("traced", activation.GetTagItem("orleans.grain.type"));
        Assert.Equal("Fincord.Compat.Tests.Orleans.TracedGrain,Fincord.Compat.Tests", onActivate.GetTagItem("orleans.grain.type"));
        Assert.Equal(trace, $"{activation.TraceId}");
        Assert.Equal(activation.SpanId, onActivate.ParentSpanId);
        Assert.Equal(activation.SpanId, read.ParentSpanId);
        Assert.StartsWith("ApplicationRequested", $"{onDeactivate.GetTagItem("orleans.deactivation.reason")}");
        var deactivation = Assert.Single(stopped, one => one.SpanId == onDeactivate.ParentSpanId);
        Assert.Equal("deactivate grain", deactivation.OperationName);
    }

    [Fact]
    public async Task Operations_on_stored_states_are_traced()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = Listen(stopped);
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddActivityPropagation());

        await cluster.Client.GetGrain<ITraced>("traced state").Write();

        var operations = stopped.Where(one => $"{one.GetTagItem("orleans.grain.id")}" == "traced/traced state" && one.Source.Name == "Microsoft.Orleans.Storage");
        Assert.Equal(["read storage", "write storage", "clear storage"], operations.Select(one => one.OperationName));
        Assert.All(operations, one =>
        {
            Assert.Equal(ActivityKind.Client, one.Kind);
            Assert.Equal("MemoryGrainStorage", one.GetTagItem("orleans.storage.provider"));
            Assert.Equal("compat.traced", one.GetTagItem("orleans.storage.state.name"));
            Assert.Equal(nameof(Diary), one.GetTagItem("orleans.storage.state.type"));
        });
    }

    [Fact]
    public async Task An_activation_that_fails_is_traced_as_an_error()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = Listen(stopped);
        var gates = new Gates();
        gates.Open("sick");
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ISickly>("traced failure");

        await Assert.ThrowsAsync<RottenFruitException>(() => grain.Ask("x"));

        bool IsOfGrain(Activity one) => $"{one.GetTagItem("orleans.grain.id")}" == $"{grain.GetGrainId()}";
        await Eventually.True(() => stopped.Any(one => one.OperationName == "activate grain" && IsOfGrain(one)));
        Assert.Equal(ActivityStatusCode.Error, stopped.First(one => one.OperationName == "activate grain" && IsOfGrain(one)).Status);
        var own = Assert.Single(stopped, one => one.OperationName == "execute OnActivateAsync" && IsOfGrain(one));
        Assert.Equal((ActivityStatusCode.Error, typeof(RottenFruitException).FullName), (own.Status, own.GetTagItem("exception.type")));
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
