using System.ComponentModel;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>A reference to a grain or observer. The generated classes behind grain interfaces derive from it.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    // Where the last call went, which saves the next one the directory.
    private IRequestTarget? _route;

    /// <summary>Makes a reference; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected GrainReference(GrainReferenceShared shared, IdSpan key) => (Shared, Key) = (shared, key);

    /// <summary>The identity of the grain.</summary>
    public GrainId GrainId => new(Shared.GrainType, Key);

    /// <summary>The name of the interface.</summary>
    public GrainInterfaceType InterfaceType => Shared.Interface.InterfaceType;

    /// <summary>The name of the interface, as text.</summary>
    public virtual string InterfaceName => Shared.Interface.Type.Name;

    internal GrainReferenceShared Shared { get; }

    internal IdSpan Key { get; }

    /// <summary>Whether both lead to the same grain through the same interface.</summary>
    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId && InterfaceType == other.InterfaceType;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <summary>The identity and the interface.</summary>
    public sealed override string ToString() => $"GrainReference:{GrainId}:{InterfaceType}";

    /// <summary>Whether both lead to the same grain through the same interface.</summary>
    public static bool operator ==(GrainReference? reference1, GrainReference? reference2) =>
        reference1 is null ? reference2 is null : reference1.Equals(reference2);

    /// <summary>Whether they differ in grain or interface.</summary>
    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);

    /// <summary>Calls, and waits for the end; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task InvokeAsync(TaskRequest request)
    {
        request.Target = this;
        return IsFiltered ? SendFiltered(request) : Send(request);
    }

    /// <summary>Calls, and waits for the result; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<TResult> InvokeAsync<TResult>(TaskRequest<TResult> request)
    {
        request.Target = this;
        return IsFiltered ? SendFiltered(request) : Send(request);
    }

    /// <summary>Calls without waiting; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Invoke(TaskRequest request)
    {
        request.Target = this;
        _ = IsFiltered ? HandFiltered(request) : Hand(request);
    }

    /// <summary>Calls a method that returns a sequence; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected IAsyncEnumerable<T> Enumerate<T>(EnumerableRequest<T> request)
    {
        request.Target = this;
        return request;
    }

    /// <summary>Calls as the runtime itself does.</summary>
    internal Task Call(TaskRequest request) => InvokeAsync(request);

    /// <summary>Calls as the runtime itself does.</summary>
    internal Task<TResult> Call<TResult>(TaskRequest<TResult> request) => InvokeAsync(request);

    /// <summary>Brings a request to the activation, a new one when there is none.</summary>
    internal void Route(GrainRequest request)
    {
        if (_route is { } route && route.TryReceive(request)) return;
        _route = Shared.Silo.Deliver(request);
    }

    private bool IsFiltered => Shared.Filters.Outgoing.Count > 0;

    // Apart, because what they capture would be allocated for every call.
    private Task SendFiltered(TaskRequest request) => request.InvokeThrough(new OutgoingCall(request, () => Send(request)));

    private Task<TResult> SendFiltered<TResult>(TaskRequest<TResult> request) =>
        request.ResultThrough(new OutgoingCall(request, () => Send(request)));

    private Task HandFiltered(TaskRequest request) => request.InvokeThrough(new OutgoingCall(request, () => Hand(request)));

    private Task Send(TaskRequest request)
    {
        if (request.Cancellation.IsCancellationRequested) return Task.FromCanceled(request.Cancellation);
        var answer = request.Expect();
        Send((GrainRequest)request);
        return answer;
    }

    private Task<TResult> Send<TResult>(TaskRequest<TResult> request)
    {
        if (request.Cancellation.IsCancellationRequested) return Task.FromCanceled<TResult>(request.Cancellation);
        var answer = request.Expect();
        Send((GrainRequest)request);
        return answer;
    }

    private void Send(GrainRequest request)
    {
        request.Context = RequestContext.Current;
        request.Source = Activation.Current;
        if (Shared.Silo.Wire?.TryCarry(request) == false) return;
        request.Began = Shared.Silo.Instruments.Calls.Begin();
        var cancelsOnTimeout = Shared.Silo.Messaging.CancelRequestOnTimeout && request.Shape.TakesCancellation;
        if (cancelsOnTimeout || request.Cancellation.CanBeCanceled) request.LinkCancellation();
        Shared.Silo.Deadlines.Set(request, request.Shape.ResponseTimeout(Shared.Silo.ResponseTimeout));
        Route(request);
    }

    private Task Hand(TaskRequest request)
    {
        request.Context = RequestContext.Current;
        request.Source = Activation.Current;
        if (Shared.Silo.Wire?.TryCarry(request) != false) Route(request);
        return Task.CompletedTask;
    }
}

/// <summary>A reference that names a grain and no interface of it.</summary>
internal sealed class UntypedReference(GrainReferenceShared shared, IdSpan key) : GrainReference(shared, key), IGrain;

/// <summary>What receives requests: an activation, or several behind one identity, or an observer.</summary>
internal interface IRequestTarget
{
    /// <summary>Queues the request; false when this target has ended and another has to be found.</summary>
    bool TryReceive(GrainRequest request);
}
