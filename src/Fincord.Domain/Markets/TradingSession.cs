using Fincord.Domain.Trading;

namespace Fincord.Domain.Markets;

/// <summary>One session of a market, breaks included.</summary>
/// <param name="Day">The day that it is traded for; a session may begin on the evening before.</param>
/// <param name="Start">Its first moment.</param>
/// <param name="End">The first moment after it.</param>
public sealed record TradingSession(DateOnly Day, Timestamp Start, Timestamp End)
{
    /// <summary>Whether a moment lies in it.</summary>
    public bool Contains(Timestamp moment) => moment >= Start && moment < End;
}

/// <summary>That a market does another thing from a moment on.</summary>
/// <param name="At">The first moment of the phase.</param>
/// <param name="Phase">What the market does from then on.</param>
public readonly record struct PhaseChange(Timestamp At, TradingPhase Phase);
