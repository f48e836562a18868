namespace Fincord.Domain.Markets;

/// <summary>What became of a trade or bar.</summary>
[GenerateSerializer, Alias("markets.apply-outcome")]
public enum ApplyOutcome : byte
{
    /// <summary>It is part of the candles now.</summary>
    Applied,
    /// <summary>Its id was applied before; nothing changed.</summary>
    Duplicate,
    /// <summary>It is older than the lateness horizon; nothing changed.</summary>
    TooLate,
    /// <summary>Its time is beyond the tolerance ahead of its receipt; nothing changed.</summary>
    FromFuture,
    /// <summary>Its sums would not fit a candle; nothing changed.</summary>
    OutOfRange,
}
