using System.Diagnostics.Metrics;
using System.Net;
using Fincord.OrleansCompat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>The runtime of all grains of this process.</summary>
internal sealed class Silo : IDisposable
{
    private static int _generations;

    private readonly Lazy<GrainClasses> _classes;
    private readonly StagedLifecycle _lifecycle = new();
    private readonly IdleCollector _collector;
    private volatile bool _isStopping;

    public Silo(
        IServiceProvider services, ServiceRegistrations registrations, ILogger<Silo> logger,
        IOptions<SiloMessagingOptions> messaging, IOptions<GrainCollectionOptions> collection, IOptions<SchedulingOptions> scheduling)
    {
        (Services, Logger, Messaging) = (services, logger, messaging.Value);
        LongTurnMilliseconds = (long)Math.Ceiling(scheduling.Value.TurnWarningLengthThreshold.TotalMilliseconds);
        Time = Clock(TimeProviderNames.ActivationManagement);
        GrainTime = Clock(TimeProviderNames.Grains);
        (Collection, ResponseTimeout) = (collection.Value, messaging.Value.ResponseTimeout);
        Turns = services.GetService<ITurnQueue>();
        Conditions = services.GetService<ClusterConditions>();
        Wire = Conditions is null ? null : new(this);
        Address = SiloAddress.New(new(IPAddress.Loopback, 11_111), Interlocked.Increment(ref _generations));
        Deadlines = new(Clock(TimeProviderNames.Messaging));
        Activations = new(this);
        References = new(this, Filters);
        Instruments = new(services.GetRequiredService<IMeterFactory>(), () => Activations.All);
        Connection = new(Filters);
        Connection.Connect(this);
        GrainFactory = new(Connection, services);
        _collector = new(this);
        _classes = new(() => new(registrations, Collection.CollectionAge, Collection.ClassSpecificCollectionAge));

        TimeProvider Clock(string name) => services.GetRequiredKeyedService<TimeProvider>(name);
    }

    public IServiceProvider Services { get; }

    /// <summary>The clock of activations and streams.</summary>
    public TimeProvider Time { get; }

    /// <summary>The clock of grain timers.</summary>
    public TimeProvider GrainTime { get; }

    /// <summary>Who decides whose turn it is; null when it is the thread pool.</summary>
    public ITurnQueue? Turns { get; }

    /// <summary>What a cluster would do besides; null when this is to be one process.</summary>
    public ClusterConditions? Conditions { get; }

    /// <summary>What messages go through under these conditions; null without them.</summary>
    public MessageWire? Wire { get; }

    public ILogger Logger { get; }

    public SiloAddress Address { get; }

    public GrainCollectionOptions Collection { get; }

    public TimeSpan ResponseTimeout { get; }

    public SiloMessagingOptions Messaging { get; }

    /// <summary>How long a turn may take before it is reported.</summary>
    public long LongTurnMilliseconds { get; }

    public Deadlines Deadlines { get; }

    public ActivationDirectory Activations { get; }

    public SiloInstruments Instruments { get; }

    public ObserverDirectory Observers { get; } = new();

    public GrainReferences References { get; }

    public GrainFilters Filters { get; } = new();

    /// <summary>That of its own client.</summary>
    public SiloConnection Connection { get; }

    public GrainFactory GrainFactory { get; }

    /// <summary>Whether no grain is activated any more.</summary>
    public bool IsStopping => _isStopping;

    public GrainClasses Classes => _classes.Value;

    public long ToTimestampTicks(TimeSpan duration) => (long)(duration.TotalSeconds * Time.TimestampFrequency);

    /// <summary>Starts work that belongs to no grain.</summary>
    public void StartWork(Func<Task> work)
    {
        if (Turns is { } turns) turns.Start(work);
        else ThreadPool.UnsafeQueueUserWorkItem(static one => _ = one(), work, preferLocal: false);
    }

    /// <summary>What befalls the events of a subscription; null for nothing.</summary>
    public DeliveryConditions? ConditionsOf(StreamId stream, GrainId? consumer) => Conditions is null ? null : new(Conditions, this, stream, consumer);

    /// <summary>Brings a request to its target, which is found or made; null when that failed, and the request with it.</summary>
    public IRequestTarget? Deliver(GrainRequest request)
    {
        var id = request.Target.GrainId;
        if (id.Type == ObserverDirectory.ObserverType)
        {
            if (Observers.TryFind(id.Key, out var observer) && observer!.TryReceive(request)) return observer;
            request.Reject(new ClientNotAvailableException(id));
            return null;
        }
        if (!Classes.TryFind(id.Type, out var grainClass))
        {
            request.Reject(new OrleansMessageRejectionException($"No grain class has the type of {id}."));
            return null;
        }
        if (Activations.Deliver(id, grainClass, request) is { } target) return target;
        request.Reject(new SiloUnavailableException($"The silo {Address} stops: {id} is not activated any more."));
        return null;
    }

    public void ReportOneWayFailure(GrainRequest request, Exception failure) =>
        Logger.LogWarning(failure, "One-way call {Method} of {GrainId} failed.", request.Shape, request.Target.GrainId);

    public async Task Start(CancellationToken cancellation)
    {
        _ = Classes;
        if (Conditions is not null) Logger.LogWarning("Under the conditions of a cluster, which {Variable}={Seed} repeats.", ClusterConditions.Variable, Conditions.Seed);
        Filters.Load(Services);
        foreach (var participant in Services.GetServices<ILifecycleParticipant<ISiloLifecycle>>()) participant.Participate(_lifecycle);
        await _lifecycle.Start(ServiceLifecycleStage.First, ServiceLifecycleStage.Last, cancellation);
        _collector.Start();
    }

    /// <summary>Deactivates all grains, then stops what took part in the silo's life.</summary>
    public async Task Stop(CancellationToken cancellation)
    {
        if (_isStopping) return;
        _isStopping = true;
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo stops.");
        var ending = new List<Task>();
        foreach (var activation in Activations.All)
        {
            activation.Deactivate(reason);
            ending.Add(activation.Deactivated);
        }
        try
        {
            await Task.WhenAll(ending).WaitAsync(Collection.DeactivationTimeout, Time, cancellation);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            Logger.LogWarning("{Count} grains did not deactivate in time.", ending.Count(one => !one.IsCompleted));
        }
        await _lifecycle.Stop(cancellation, failure => Logger.LogWarning(failure, "A part of the silo failed to stop."));
        Deadlines.ExpireAll(new SiloUnavailableException($"The silo {Address} has stopped."));
    }

    /// <summary>Ends as a process does that dies: nothing is deactivated, and calls that wait fail.</summary>
    public void Kill()
    {
        _isStopping = true;
        foreach (var activation in Activations.All) activation.Kill();
        Deadlines.ExpireAll(new SiloUnavailableException($"The silo {Address} is gone."));
    }

    public void Dispose()
    {
        _isStopping = true;
        _collector.Dispose();
        Deadlines.Dispose();
    }
}
