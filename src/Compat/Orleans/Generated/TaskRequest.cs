using System.ComponentModel;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Fincord.OrleansCompat;

/// <summary>A call without a result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TaskRequest : GrainRequest
{
    private TaskCompletionSource? _completion;

    internal sealed override bool IsAnswered => _completion is { Task.IsCompleted: true };

    /// <summary>What the caller waits for. One-way calls have none.</summary>
    internal Task Expect()
    {
        _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _completion.Task;
    }

    internal sealed override async Task InvokeThrough(FilteredCall call)
    {
        await call.Invoke();
        call.Response?.GetResult<object>();
    }

    internal sealed override Response ResponseOf(Task completed) => Response.Completed;

    internal sealed override void Answer(Task invoked)
    {
        Answered();
        if (_completion is not null) Completion.Copy(invoked, _completion, Wire);
        else if (invoked.IsFaulted) Target.Shared.Silo.ReportOneWayFailure(this, invoked.Exception!.InnerException!);
    }

    internal sealed override void Abandon(CancellationToken cancellation) => _completion?.TrySetCanceled(cancellation);

    internal sealed override void Fail(Exception failure)
    {
        Answered();
        if (_completion is not null) _completion.TrySetException(failure);
        else Target.Shared.Silo.ReportOneWayFailure(this, failure);
    }
}

/// <summary>A call with a result.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TaskRequest<TResult> : GrainRequest
{
    private TaskCompletionSource<TResult>? _completion;

    internal sealed override bool IsAnswered => _completion is { Task.IsCompleted: true };

    /// <summary>The copy of the result that the caller gets; the result itself when it is immutable.</summary>
    protected virtual TResult CopyResult(TResult result) => result;

    /// <summary>What the caller waits for.</summary>
    internal Task<TResult> Expect()
    {
        _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _completion.Task;
    }

    internal sealed override Task InvokeThrough(FilteredCall call) => ResultThrough(call);

    internal async Task<TResult> ResultThrough(FilteredCall call)
    {
        await call.Invoke();
        return call.Response is { } response ? response.GetResult<TResult>() : default!;
    }

    internal sealed override Response ResponseOf(Task completed) => Response.FromResult(((Task<TResult>)completed).Result);

    internal sealed override void Answer(Task invoked)
    {
        Answered();
        if (!invoked.IsCompletedSuccessfully)
        {
            Completion.CopyFailure(invoked, _completion!, Wire);
            return;
        }
        try
        {
            var result = ((Task<TResult>)invoked).Result;
            _completion!.TrySetResult(Wire is { } wire ? wire.Carry(result) : CopyResult(result));
        }
        // A result that cannot be copied is the caller's failure, whatever it is.
        catch (Exception failure)
        {
            _completion!.TrySetException(failure);
        }
    }

    internal sealed override void Abandon(CancellationToken cancellation) => _completion!.TrySetCanceled(cancellation);

    internal sealed override void Fail(Exception failure)
    {
        Answered();
        _completion!.TrySetException(failure);
    }
}

/// <summary>Hands the outcome of a grain's task to its caller's.</summary>
internal static class Completion
{
    public static void Copy(Task from, TaskCompletionSource to, MessageWire? wire)
    {
        if (from.IsCompletedSuccessfully) to.TrySetResult();
        else if (from.IsCanceled) to.TrySetCanceled(CancellationOf(from));
        else to.TrySetException(FailureOf(from, wire));
    }

    public static void CopyFailure<TResult>(Task from, TaskCompletionSource<TResult> to, MessageWire? wire)
    {
        if (from.IsCanceled) to.TrySetCanceled(CancellationOf(from));
        else to.TrySetException(FailureOf(from, wire));
    }

    private static Exception FailureOf(Task failed, MessageWire? wire)
    {
        var failure = failed.Exception!.InnerExceptions[0];
        try
        {
            return wire is null ? failure : wire.Carry(failure);
        }
        // A failure that cannot be sent is told by what went wrong with it.
        catch (Exception unsendable)
        {
            return unsendable;
        }
    }

    private static CancellationToken CancellationOf(Task canceled) => new TaskCanceledException(canceled).CancellationToken;
}
