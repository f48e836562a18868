using System.ComponentModel;
using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Fincord.OrleansCompat;

/// <summary>A call on its way: the arguments, who is called, and the answer that the caller waits for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainRequest : Deadline, IInvokable, ICallArguments
{
    private RequestCancellation? _cancellation;

    private protected GrainRequest()
    {
    }

    /// <summary>How the method may be called.</summary>
    public abstract RequestShape Shape { get; }

    /// <summary>The cancellation token among the arguments.</summary>
    protected internal virtual CancellationToken Cancellation
    {
        get => CancellationToken.None;
        set => throw new NotSupportedException($"{Shape} takes no cancellation token.");
    }

    /// <summary>Who is called.</summary>
    internal GrainReference Target { get; set; } = null!;

    /// <summary>The request context of the caller.</summary>
    internal RequestContextData? Context { get; set; }

    /// <summary>The activation that calls; null when it is none.</summary>
    internal Activation? Source { get; set; }

    /// <summary>When it was sent; zero when nobody measures calls.</summary>
    internal long Began { get; set; }

    /// <summary>How often it met an activation at its end.</summary>
    internal int ForwardCount { get; set; }

    /// <summary>The next request in the queue of an activation.</summary>
    internal GrainRequest? NextWaiting { get; set; }

    /// <summary>Whether there is no one any more who waits for the answer.</summary>
    internal abstract bool IsAnswered { get; }

    /// <summary>Whether it failed before its start, because the class's predicate threw.</summary>
    internal bool IsRefused { get; set; }

    /// <summary>Whether the caller's time was over before the answer.</summary>
    internal bool IsExpired { get; private set; }

    /// <summary>Whether it may start while others run.</summary>
    internal bool MayInterleave => Shape.AlwaysInterleave || Shape.ReadOnly || Context is { } context && context.ReentrancyId != Guid.Empty;

    /// <summary>Whether it keeps its activation from being idle; the ticks of timers may not.</summary>
    internal virtual bool IsActivity => true;

    /// <summary>Whether the activation itself sent it: it is no load from outside.</summary>
    internal virtual bool IsLocal => false;

    /// <summary>The argument at this place.</summary>
    public virtual object? GetArgument(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Replaces the argument at this place.</summary>
    public virtual void SetArgument(int index, object? value) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>How many arguments there are.</summary>
    public virtual int GetArgumentCount() => 0;

    /// <summary>Calls the method of this object.</summary>
    protected internal abstract Task Invoke(object target);

    string IInvokable.GetMethodName() => Shape.MethodName;

    string IInvokable.GetInterfaceName() => Shape.InterfaceType.FullName!;

    Type IInvokable.GetInterfaceType() => Shape.InterfaceType;

    MethodInfo IInvokable.GetMethod() => Shape.Method;

    CancellationToken IInvokable.GetCancellationToken() => Cancellation;

    /// <summary>Lets filters see the call; completes with the outcome that they leave.</summary>
    internal abstract Task InvokeThrough(FilteredCall call);

    /// <summary>The outcome of a call that has completed.</summary>
    internal abstract Response ResponseOf(Task completed);

    /// <summary>Answers with the outcome of <see cref="Invoke"/>, which has completed.</summary>
    internal abstract void Answer(Task invoked);

    /// <summary>Answers with a failure.</summary>
    internal abstract void Fail(Exception failure);

    /// <summary>Answers with the runtime's refusal to execute it.</summary>
    internal void Reject(Exception refusal)
    {
        Target.Shared.Silo.Instruments.Calls.Rejected(Shape.OneWay);
        Fail(refusal);
    }

    /// <inheritdoc/>
    internal override void Expire()
    {
        var silo = Target.Shared.Silo;
        IsExpired = true;
        silo.Instruments.Calls.TimedOut(Target.Shared.GrainType);
        Fail(new TimeoutException(
            $"Response did not arrive on time in {Shape.ResponseTimeout(silo.ResponseTimeout)} for {Shape} of {Target.GrainId}. "
            + "It is unknown whether it was executed."));
        // Not before: a call that ends when it is cancelled would answer instead.
        if (silo.Messaging.CancelRequestOnTimeout) _cancellation?.Signal();
    }

    /// <summary>The caller waits no more.</summary>
    internal abstract void Abandon(CancellationToken cancellation);

    /// <summary>From here on the caller's token frees the caller at once, and cancels in the turns of the activation that runs the request.</summary>
    internal void LinkCancellation()
    {
        var caller = Cancellation;
        _cancellation = new RequestCancellation(this);
        Cancellation = _cancellation.Token;
        _cancellation.Follow(caller);
    }

    /// <summary>What messages go through, if anything.</summary>
    private protected MessageWire? Wire => Target.Shared.Silo.Wire;

    internal void Started(TaskScheduler activation) => _cancellation?.Started(activation);

    /// <summary>The outcome is known: nothing is left to watch.</summary>
    private protected virtual void Answered()
    {
        Deadlines.Cancel(this);
        _cancellation?.Dispose();
        if (Began != 0) Target.Shared.Silo.Instruments.Calls.End(Began);
        Began = 0;
    }
}
