using System.Collections.Immutable;

namespace Fincord.Domain.Trading;

/// <summary>
/// What became of units by a ratio: whole lots of new ones, and a fraction that is paid in cash. Nothing of what they cost is lost between the
/// two. The fraction is what would have been sold first: the oldest.
/// </summary>
/// <param name="Lots">The new units, the oldest first.</param>
/// <param name="Cost">What they cost, at average cost.</param>
/// <param name="Fraction">What is left, in quantity counts; less than a lot, negative of a short position.</param>
/// <param name="FractionCost">What it cost, at average cost.</param>
/// <param name="FractionCostFifo">What it cost, first in, first out.</param>
internal readonly record struct ScaledUnits(
    ImmutableArray<PositionLot> Lots, decimal Cost, decimal Fraction, decimal FractionCost, decimal FractionCostFifo)
{
    /// <summary>How many new units there are, in quantity counts.</summary>
    public long Count => Lots.Sum(lot => lot.Count);

    /// <summary>Scales what is open of a position. Counts are kept as so many parts of an old unit until the last step, so that nothing is rounded twice.</summary>
    public static ScaledUnits Of(ImmutableArray<PositionLot> lots, decimal cost, UnitRatio ratio, long lotSize, string currency)
    {
        var whole = lots.Aggregate(Int128.Zero, (sum, lot) => sum + lot.Count) * ratio.New;
        var kept = whole / ratio.Old;
        kept -= kept % lotSize;
        var rest = whole - kept * ratio.Old;
        var fractionCost = Share(cost, rest, whole, currency);
        var (left, fifo) = (rest, 0m);
        var (given, reached, carried) = (0L, Int128.Zero, 0m);
        var scaled = ImmutableArray.CreateBuilder<PositionLot>(lots.Length);
        foreach (var lot in lots)
        {
            var parts = (Int128)lot.Count * ratio.New;
            var taken = Int128.Abs(parts) <= Int128.Abs(left) ? parts : left;
            var takenCost = Share(lot.Cost, taken, parts, currency);
            (left, fifo, reached) = (left - taken, fifo + takenCost, reached + parts - taken);
            var count = checked((long)(reached / ratio.Old)) - given;
            carried += lot.Cost - takenCost;
            if (count == 0) continue;       // less than can be counted: what it cost goes with the next
            scaled.Add(new(count, carried, lot.OpenedAt));
            (given, carried) = (given + count, 0);
        }
        return new(scaled.DrainToImmutable(), cost - fractionCost, (decimal)rest / ratio.Old, fractionCost, fifo);
    }

    private static decimal Share(decimal sum, Int128 part, Int128 whole, string currency) =>
        part == 0 ? 0 : part == whole ? sum : Currencies.Round(sum * ((decimal)part / (decimal)whole), currency);
}
