using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// What an account had at two moments, and all that was booked between them. A statement of a time that is over never changes: what is told
/// late is booked when it is told.
/// </summary>
/// <param name="From">The first moment, inclusive.</param>
/// <param name="To">The last moment, exclusive.</param>
/// <param name="Opening">The account before the first moment: its money and positions.</param>
/// <param name="Closing">The account after all that was booked.</param>
/// <param name="Movements">What moved, by reason and unit. In each unit opening and movements are closing, to the last digit.</param>
public sealed record AccountStatement(
    Timestamp From, Timestamp To, AccountState Opening, AccountState Closing, ImmutableArray<Movement> Movements)
{
    /// <summary>The statement of what was booked in [from, to).</summary>
    public static AccountStatement Of(Timestamp from, Timestamp to, AccountState opening, IReadOnlyList<AccountEvent> booked) => new(
        from, to, opening, booked.Aggregate(opening, (account, next) => account.Apply(next)),
        [.. Movement.Of(booked.Select(next => next.Entry()).OfType<JournalEntry>())]);

    /// <summary>What was realized in an instrument, at average cost and first in, first out, in its currency.</summary>
    public (decimal Average, decimal Fifo) RealizedIn(InstrumentId instrument)
    {
        var (before, after) = (Opening.PositionOf(instrument), Closing.PositionOf(instrument));
        return (after.Realized - before.Realized, after.RealizedFifo - before.RealizedFifo);
    }

    /// <summary>The instruments that it speaks of.</summary>
    public IEnumerable<InstrumentId> Instruments => Closing.Positions.Values
        .Where(position => !position.IsFlat || !Opening.PositionOf(position.InstrumentId).Equals(position))
        .Select(position => position.InstrumentId);
}
