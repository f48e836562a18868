using System.Reflection;
using Fincord.OrleansCompat;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A call on its way through filters; a filter may go on more than once.</summary>
internal abstract class FilteredCall(GrainRequest request) : IGrainCallContext
{
    private int _stage;

    public IInvokable Request => request;

    public abstract object Grain { get; }

    public MethodInfo InterfaceMethod => request.Shape.Method;

    public string InterfaceName => request.Shape.InterfaceType.FullName!;

    public GrainInterfaceType InterfaceType => request.Target.InterfaceType;

    public string MethodName => request.Shape.MethodName;

    public Response? Response { get; set; }

    public object? Result
    {
        get => Response?.Result;
        set => Response = Response.FromResult(value);
    }

    public GrainId? SourceId => request.Source?.GrainId;

    public GrainId TargetId => request.Target.GrainId;

    public async Task Invoke()
    {
        var stage = _stage++;
        try
        {
            await Run(stage);
        }
        finally
        {
            _stage = stage;
        }
    }

    /// <summary>Runs the filter of this stage; after the last one the method.</summary>
    protected abstract Task Run(int stage);

    /// <summary>Runs the method itself.</summary>
    protected async Task RunMethod(object target)
    {
        var invoked = request.Invoke(target);
        await invoked;
        Response = request.ResponseOf(invoked);
    }

    /// <summary>The method of a class that implements the interface.</summary>
    protected MethodInfo ImplementationIn(Type type)
    {
        var (map, called) = (type.GetInterfaceMap(request.Shape.InterfaceType), InterfaceMethod);
        if (!called.IsGenericMethod) return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, called)];
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, called.GetGenericMethodDefinition())].MakeGenericMethod(called.GetGenericArguments());
    }
}

/// <summary>A call that arrived: the silo's filters, the grain's own, the method.</summary>
internal sealed class IncomingCall(Activation activation, GrainRequest request) : FilteredCall(request), IIncomingGrainCallContext
{
    private readonly GrainRequest _request = request;

    public override object Grain => activation.GrainInstance!;

    public IGrainContext TargetContext => activation;

    // Ticks and deliveries are the runtime's own calls, of no method of the class.
    public MethodInfo ImplementationMethod =>
        Request.GetInterfaceType().IsAssignableFrom(activation.Class.Type) ? ImplementationIn(activation.Class.Type) : InterfaceMethod;

    protected override Task Run(int stage)
    {
        var filters = activation.Silo.Filters.Incoming;
        if (stage < filters.Count) return filters[stage].Invoke(this);
        if (stage == filters.Count && activation.GrainInstance is IIncomingGrainCallFilter own) return own.Invoke(this);
        return RunMethod(activation.TargetOf(_request));
    }
}

/// <summary>A call that leaves: the silo's filters, the way to the grain.</summary>
internal sealed class OutgoingCall(GrainRequest request, Func<Task> send) : FilteredCall(request), IOutgoingGrainCallContext
{
    private readonly GrainRequest _request = request;

    public override object Grain => _request.Target;

    public IGrainContext? SourceContext { get; } = Activation.Current;

    protected override Task Run(int stage)
    {
        var filters = _request.Target.Shared.Filters.Outgoing;
        return stage < filters.Count ? filters[stage].Invoke(this) : Send();
    }

    private async Task Send()
    {
        var answered = send();
        await answered;
        Response = _request.ResponseOf(answered);
    }
}
