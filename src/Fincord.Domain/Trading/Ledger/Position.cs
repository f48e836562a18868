using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// What an account holds of an instrument, and what it paid. Costs are kept as sums, never as averages, so that not one unit of money is lost:
/// realized and open costs together are always what was paid and received. Fees are apart.
/// </summary>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Count">How much, in the instrument's quantity counts; negative for a short position.</param>
/// <param name="Cost">What was paid for what is open (received for a short position: negative), at average cost.</param>
/// <param name="Realized">Gains less losses of what was closed, at average cost.</param>
/// <param name="RealizedFifo">Gains less losses of what was closed, first in, first out.</param>
/// <param name="Fees">Fees of all its fills.</param>
/// <param name="Lots">What is open, lot by lot, the oldest first.</param>
[GenerateSerializer, Immutable, Alias("trading.position")]
public sealed record Position(
    InstrumentId InstrumentId, long Count, decimal Cost, decimal Realized, decimal RealizedFifo, decimal Fees, ImmutableArray<PositionLot> Lots)
{
    /// <summary>What actions of the instrument changed of the count, all together: the rest of it was traded.</summary>
    [Id(0)]
    public long Adjusted { get; init; }

    /// <summary>The latest moment of a fill or an action that changed it; 1970 before the first.</summary>
    [Id(1)]
    public Timestamp ChangedAt { get; init; }

    /// <summary>A position that holds nothing.</summary>
    public static Position Flat(InstrumentId instrument) => new(instrument, 0, 0, 0, 0, 0, []);

    /// <summary>Whether nothing is held.</summary>
    [JsonIgnore]
    public bool IsFlat => Count == 0;

    /// <summary>What was paid per unit of what is open; null when nothing is.</summary>
    public decimal? AverageCost(InstrumentTerms terms) =>
        IsFlat ? null : Cost / (terms.QuantityScale.ToDecimal(Count) * terms.ContractSize);

    /// <summary>What closing at a price would bring now, beyond what was paid.</summary>
    public decimal Unrealized(InstrumentTerms terms, Price mark) => Value(terms, mark) - Cost;

    /// <summary>What is held, at a price; negative for a short position.</summary>
    public decimal Value(InstrumentTerms terms, Price mark) =>
        Math.Sign(Count) * Currencies.Notional(terms, mark, new(Math.Abs(Count)));

    /// <summary>What a fill of <paramref name="notional"/> realizes at average cost.</summary>
    public decimal RealizedBy(OrderSide side, Quantity quantity, decimal notional, string currency)
    {
        var sign = side is OrderSide.Buy ? 1 : -1;
        if (Count == 0 || Math.Sign(Count) == sign) return 0;
        var closed = Math.Min(Math.Abs(Count), quantity.Count);
        return -Share(sign * notional, closed, quantity.Count, currency) - Share(Cost, closed, Math.Abs(Count), currency);
    }

    /// <summary>The position after a fill of <paramref name="notional"/>, a sum in the ledger's digits of <paramref name="currency"/>.</summary>
    public Position Apply(OrderSide side, Quantity quantity, decimal notional, decimal fee, Timestamp at, string currency)
    {
        var sign = side is OrderSide.Buy ? 1 : -1;
        var traded = Take(sign * quantity.Count, sign * notional, sign * notional, at, currency);
        return traded with { Fees = Fees + fee, ChangedAt = at > ChangedAt ? at : ChangedAt };
    }

    /// <summary>The position with units that came without a trade; what they cost comes with them.</summary>
    public Position Receive(ActionReceipt units, Timestamp at, InstrumentTerms terms)
    {
        var count = units.Count;
        var received = IsFlat || Math.Sign(Count) == Math.Sign(count)
            ? this with { Count = Count + count, Cost = Cost + units.Cost, Lots = [.. Lots.Concat(units.Lots).OrderBy(lot => lot.OpenedAt)] }
            : Take(count, units.Cost, units.Lots.Sum(lot => lot.Cost), units.Lots[0].OpenedAt, terms.Currency);
        return received with { Adjusted = Adjusted + count, ChangedAt = at > ChangedAt ? at : ChangedAt };
    }

    // What comes costs the same at average cost and first in, first out when it was traded, but not when it comes from another position.
    private Position Take(long delta, decimal paid, decimal paidFifo, Timestamp at, string currency)
    {
        var sign = Math.Sign(delta);
        if (Count == 0 || Math.Sign(Count) == sign) return Open(delta, paid, paidFifo, at);

        var closed = Math.Min(Math.Abs(Count), Math.Abs(delta));
        var paidToClose = Share(paid, closed, Math.Abs(delta), currency);
        var paidFifoToClose = Share(paidFifo, closed, Math.Abs(delta), currency);
        var costOfClosed = Share(Cost, closed, Math.Abs(Count), currency);
        var (lots, lotCost) = TakeLots(closed, currency);
        var reduced = this with
        {
            Count = Count + sign * closed,
            Cost = Cost - costOfClosed,
            Realized = Realized - paidToClose - costOfClosed,
            RealizedFifo = RealizedFifo - paidFifoToClose - lotCost,
            Lots = lots,
        };
        return closed == Math.Abs(delta) ? reduced : reduced.Open(delta - sign * closed, paid - paidToClose, paidFifo - paidFifoToClose, at);
    }

    /// <summary>The position after an event of its account that tells of a fill.</summary>
    public Position After(OrderFilled filled)
    {
        var fill = filled.Fill;
        return filled.Position ?? Apply(fill.Side, fill.Quantity, filled.Notional, fill.Fee, fill.OccurredAt, filled.Currency);
    }

    private Position Open(long delta, decimal paid, decimal paidFifo, Timestamp at) =>
        this with { Count = Count + delta, Cost = Cost + paid, Lots = Lots.Add(new(delta, paidFifo, at)) };

    private (ImmutableArray<PositionLot> Left, decimal Cost) TakeLots(long closed, string currency)
    {
        var (taken, cost) = (0, 0m);
        while (closed > 0)
        {
            var lot = Lots[taken];
            var size = Math.Abs(lot.Count);
            if (size > closed)
            {
                var share = Share(lot.Cost, closed, size, currency);
                var rest = lot with { Count = lot.Count - Math.Sign(lot.Count) * closed, Cost = lot.Cost - share };
                return (Lots.RemoveRange(0, taken).SetItem(0, rest), cost + share);
            }
            (closed, cost, taken) = (closed - size, cost + lot.Cost, taken + 1);
        }
        return (Lots.RemoveRange(0, taken), cost);
    }

    // The part of a sum that falls on some of its units; all of it on all of them, so that nothing is left behind.
    private static decimal Share(decimal sum, long part, long whole, string currency) =>
        part == whole ? sum : Currencies.Round(sum * ((decimal)part / whole), currency);
}

/// <summary>What one fill opened, as far as it is open still.</summary>
/// <param name="Count">How much, in quantity counts; negative for a short lot.</param>
/// <param name="Cost">What was paid for it (received for a short lot: negative).</param>
/// <param name="OpenedAt">When.</param>
[GenerateSerializer, Immutable, Alias("trading.position-lot")]
public readonly record struct PositionLot([property: Id(0)] long Count, [property: Id(1)] decimal Cost, [property: Id(2)] Timestamp OpenedAt);
