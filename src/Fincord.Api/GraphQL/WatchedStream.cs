using HotChocolate.Execution;

namespace Fincord.Api.GraphQL;

/// <summary>A stream of events whose end is told to the hub that feeds it.</summary>
internal sealed class WatchedStream<T>(ISourceStream<T> inner, Func<Task> leave) : ISourceStream<T>
{
    private Func<Task>? _leave = leave;

    public IAsyncEnumerable<T> ReadEventsAsync() => inner.ReadEventsAsync();

    IAsyncEnumerable<object?> ISourceStream.ReadEventsAsync() => ((ISourceStream)inner).ReadEventsAsync();

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        if (Interlocked.Exchange(ref _leave, null) is { } leave) await leave();
    }
}

/// <summary>Something that is done one after another.</summary>
internal abstract class Turns
{
    private readonly SemaphoreSlim _turns = new(1);

    /// <summary>Waits for the turn; disposing what it gives ends it.</summary>
    public async Task<Turn> TakeTurn(CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        return new(_turns);
    }

    public readonly struct Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
