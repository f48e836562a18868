using System.Reflection;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>A call that arrived at an observer: the filters of its owner, its own, the method.</summary>
internal sealed class ObserverCall(IGrainObserver observer, GrainFilters filters, GrainRequest request) : FilteredCall(request), IIncomingGrainCallContext
{
    private readonly GrainRequest _request = request;

    public override object Grain => observer;

    public MethodInfo ImplementationMethod => ImplementationIn(observer.GetType());

    public IGrainContext TargetContext => new ObserverContext(_request.Target, observer);

    protected override Task Run(int stage)
    {
        if (stage < filters.Incoming.Count) return filters.Incoming[stage].Invoke(this);
        if (stage == filters.Incoming.Count && observer is IIncomingGrainCallFilter own) return own.Invoke(this);
        return RunMethod(observer);
    }

    /// <summary>Observers have an identity and no more.</summary>
    private sealed class ObserverContext(GrainReference reference, IGrainObserver observer) : IGrainContext
    {
        public GrainId GrainId => reference.GrainId;

        public GrainAddress Address => throw NoActivation();

        public IWorkItemScheduler Scheduler => throw NoActivation();

        public ActivationId ActivationId => throw NoActivation();

        public GrainReference GrainReference => reference;

        public object GrainInstance => observer;

        public IServiceProvider ActivationServices => throw NoActivation();

        public IGrainLifecycle ObservableLifecycle => throw NoActivation();

        public Task Deactivated => throw NoActivation();

        public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken) => throw NoActivation();

        public bool Equals(IGrainContext? other) => other is ObserverContext && other.GrainId == GrainId;

        public override bool Equals(object? obj) => Equals(obj as IGrainContext);

        public override int GetHashCode() => GrainId.GetHashCode();

        private static NotSupportedException NoActivation() => new("An observer is no activation.");
    }
}
