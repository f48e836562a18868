namespace Fincord.OrleansCompat;

/// <summary>Carries a caller's cancellation to a grain, so that what the grain registered with its token runs in a turn of its own.</summary>
internal sealed class RequestCancellation(GrainRequest request) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Lock _gate = new();
    private CancellationTokenRegistration _registration;
    private TaskScheduler? _activation;

    public CancellationToken Token => _source.Token;

    public void Follow(CancellationToken caller) =>
        _registration = caller.UnsafeRegister(static (self, token) => ((RequestCancellation)self!).Cancel(token), this);

    public void Started(TaskScheduler activation)
    {
        lock (_gate) _activation = activation;
    }

    public void Dispose() => _registration.Unregister();

    /// <summary>Cancels what the grain has of the call.</summary>
    public void Signal()
    {
        TaskScheduler? activation;
        lock (_gate)
        {
            activation = _activation;
            // Before the start nobody can have registered anything.
            if (activation is null) _source.Cancel();
        }
        if (activation is not null) _ = Task.Factory.StartNew(_source.Cancel, CancellationToken.None, TaskCreationOptions.None, activation);
    }

    private void Cancel(CancellationToken caller)
    {
        request.Target.Shared.Silo.Instruments.Calls.Canceled(request.Target.Shared.GrainType);
        request.Abandon(caller);
        Signal();
    }
}
