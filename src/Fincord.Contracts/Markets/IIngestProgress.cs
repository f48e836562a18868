namespace Fincord.Contracts.Markets;

/// <summary>How far the events of the log have come on their way into candles, in this process.</summary>
public interface IIngestProgress
{
    /// <summary>Waits until all events of a log partition before <paramref name="offset"/> are applied in memory.</summary>
    Task WaitUntil(int partition, long offset, CancellationToken cancellation);

    /// <summary>What became, in this process, of the events that a source told.</summary>
    SourceTally TallyOf(string source);
}

/// <summary>What became of the events of a source.</summary>
/// <param name="Applied">Part of candles now.</param>
/// <param name="Duplicates">Known by their id, so they changed nothing.</param>
/// <param name="Quarantined">Kept aside with a reason.</param>
public readonly record struct SourceTally(long Applied, long Duplicates, long Quarantined);
