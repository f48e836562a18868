using System.Diagnostics;
using Fincord.OrleansCompat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>
/// One grain in memory. It schedules its own turns, and everything below that is not marked otherwise is touched in turns only.
/// A million of them may be idle at once, so what few of them need is in <see cref="ActivationExtras"/>.
/// </summary>
internal sealed partial class Activation : TurnScheduler, IGrainContext, IWorkItemScheduler, IRequestTarget
{
    private readonly IdSpan _key;
    private ActivationExtras? _extras;

    public Activation(Silo silo, GrainClass grainClass, IdSpan key) => (Silo, Class, _key) = (silo, grainClass, key);

    /// <summary>The activation whose turn the running code belongs to.</summary>
    public static new Activation? Current => TaskScheduler.Current as Activation;

    public Silo Silo { get; }

    public GrainClass Class { get; }

    public GrainId GrainId => new(Class.GrainType, _key);

    public object? GrainInstance { get; private set; }

    public GrainReference GrainReference => Silo.References.Create(Class.Interfaces.Count > 0 ? Class.Interfaces[0] : typeof(IGrain), GrainId);

    public ActivationId ActivationId => Extras.Id;

    public GrainAddress Address => new() { GrainId = GrainId, ActivationId = ActivationId, SiloAddress = Silo.Address };

    public IWorkItemScheduler Scheduler => this;

    public IServiceProvider ActivationServices => (Extras.Scope ??= Silo.Services.CreateAsyncScope()).ServiceProvider;

    public IGrainLifecycle ObservableLifecycle => Extras.Lifecycle ??= new();

    public Task Deactivated => Extras.Deactivated.Task;

    /// <summary>What few activations need. May be asked for from any thread.</summary>
    public ActivationExtras Extras => Volatile.Read(ref _extras) ?? LazyInitializer.EnsureInitialized(ref _extras, static () => new());

    /// <summary>A stored state of this activation.</summary>
    public IPersistentState<TState> CreateState<TState>(IPersistentStateConfiguration configuration) =>
        Silo.Services.GetRequiredService<IPersistentStateFactory>().Create<TState>(this, configuration);

    protected override long LongTurnMilliseconds => Silo.LongTurnMilliseconds;

    public void QueueAction(Action action) => TryEnqueue(action);

    public void QueueAction(Action<object> action, object state) => TryEnqueue((Action)(() => action(state)));

    void IWorkItemScheduler.QueueTask(Task task) => task.Start(this);

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    protected override void QueuePass()
    {
        if (Silo.Turns is { } turns) turns.Queue(this);
        else base.QueuePass();
    }

    protected override void ReportLongTurn(TimeSpan duration)
    {
        Silo.Instruments.LongTurn();
        Silo.Logger.LogWarning(
            "A turn of {GrainContext} took {Duration}, which is longer than {TurnWarningLengthThreshold}: a grain must not block its thread.",
            this, duration, TimeSpan.FromMilliseconds(Silo.LongTurnMilliseconds));
    }

    public override string ToString() => $"[{GrainId} {_state}]";
}

/// <summary>What few activations need.</summary>
internal sealed class ActivationExtras
{
    public ActivationId Id { get; } = ActivationId.NewId();

    public AsyncServiceScope? Scope { get; set; }

    public StagedLifecycle? Lifecycle { get; set; }

    public TaskCompletionSource Deactivated { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Why the activation is to end, as soon as nothing runs.</summary>
    public DeactivationReason? Reason { get; set; }

    /// <summary>The trace of the way to the end.</summary>
    public Activity? Deactivating { get; set; }

    /// <summary>When <see cref="Grain.DelayDeactivation"/> ends, by the silo's clock; <see cref="long.MaxValue"/> for never.</summary>
    public long KeepUntil { get; set; }

    /// <summary>The request that kept others out when the sweep last looked, and since when by the silo's clock.</summary>
    public (GrainRequest? Request, long Since) Blocked { get; set; }

    /// <summary>The requests that run, of a class with a predicate that may let others in beside them.</summary>
    public List<GrainRequest>? Running { get; set; }

    public HashSet<GrainTimer>? Timers { get; set; }

    /// <summary>How many sections of each chain of calls are open.</summary>
    public Dictionary<Guid, int>? Sections { get; set; }

    /// <summary>The enumerations that callers have begun.</summary>
    public Dictionary<Guid, IEnumerationSession>? Enumerations { get; set; }

    /// <summary>The objects that answer the interfaces of extensions.</summary>
    public Dictionary<Type, IGrainExtension>? Extensions { get; set; }

    public StatelessWorkers? Workers { get; set; }

    public Orleans.Streams.StreamConsumer? Streams { get; set; }

    public Orleans.BroadcastChannel.ChannelConsumer? Channels { get; set; }
}
