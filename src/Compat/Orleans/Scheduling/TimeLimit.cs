using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>A token that is cancelled when the time is over.</summary>
internal sealed class TimeLimit : Deadline, IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public TimeLimit(Deadlines deadlines, TimeSpan limit) => deadlines.Set(this, limit);

    public CancellationToken Token => _source.Token;

    // The source holds nothing that has to be given back, and the sweep may be about to cancel it.
    public void Dispose() => Deadlines.Cancel(this);

    internal override void Expire() => _source.Cancel();
}
