using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans;

/// <summary>A call on its way through filters.</summary>
public interface IGrainCallContext
{
    /// <summary>The call.</summary>
    IInvokable Request { get; }

    /// <summary>The grain, or on the caller's side the reference to it.</summary>
    object Grain { get; }

    /// <summary>The interface's method.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The interface's name.</summary>
    string InterfaceName { get; }

    /// <summary>The interface.</summary>
    GrainInterfaceType InterfaceType { get; }

    /// <summary>The method's name.</summary>
    string MethodName { get; }

    /// <summary>The result, which a filter may replace.</summary>
    object? Result { get; set; }

    /// <summary>The outcome, which a filter may replace; null before the method has run.</summary>
    Response? Response { get; set; }

    /// <summary>The grain that calls; null when it is none.</summary>
    GrainId? SourceId { get; }

    /// <summary>The grain that is called.</summary>
    GrainId TargetId { get; }

    /// <summary>Goes on to the next filter, at last to the method. May be called again.</summary>
    Task Invoke();
}

/// <summary>A call that arrived at its grain.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The method of the grain class.</summary>
    MethodInfo ImplementationMethod { get; }

    /// <summary>The activation.</summary>
    IGrainContext TargetContext { get; }
}

/// <summary>A call that leaves its caller.</summary>
public interface IOutgoingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that calls; null when it is none.</summary>
    IGrainContext? SourceContext { get; }
}

/// <summary>Sees calls that arrive. A grain that implements it sees its own, after the silo's filters.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Sees a call; what follows is skipped unless it calls <see cref="IGrainCallContext.Invoke"/>.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}

/// <summary>Sees calls that leave.</summary>
public interface IOutgoingGrainCallFilter
{
    /// <summary>Sees a call; what follows is skipped unless it calls <see cref="IGrainCallContext.Invoke"/>.</summary>
    Task Invoke(IOutgoingGrainCallContext context);
}

/// <summary>Sees calls that arrive.</summary>
public delegate Task IncomingGrainCallFilterDelegate(IIncomingGrainCallContext context);

/// <summary>Sees calls that leave.</summary>
public delegate Task OutgoingGrainCallFilterDelegate(IOutgoingGrainCallContext context);
