using System.Collections.Immutable;

namespace Fincord.Domain.Trading;

/// <summary>What an action does to what is held of its instrument. It depends on nothing else.</summary>
/// <param name="Position">The position after it.</param>
/// <param name="Lines">What it posts; they sum to zero in each unit.</param>
/// <param name="Receipt">What comes of another instrument.</param>
internal sealed record ActionEffect(Position Position, ImmutableArray<JournalLine> Lines, ActionReceipt? Receipt)
{
    /// <summary>
    /// The effect on a position as it was when the action took effect. <paramref name="into"/> are the terms of the instrument that it gives
    /// units of. Gains of a contract reach cash, of all else what is paid does.
    /// </summary>
    public static ActionEffect Of(InstrumentAction action, Position held, InstrumentTerms terms, InstrumentTerms? into)
    {
        if (held.IsFlat) return new(held, [], null);
        return action.Kind switch
        {
            InstrumentActionKind.Funding => Pays(action, held, terms, LedgerAccount.Funding, -Worth(held.Count, action.Price!.Value, terms) * action.Rate!.Value),
            InstrumentActionKind.Borrow => Pays(action, held, terms, LedgerAccount.Interest, Math.Min(0, Worth(held.Count, action.Price!.Value, terms)) * action.Rate!.Value * DayCount.Actual365(1)),
            InstrumentActionKind.Dividend => Pays(action, held, terms, LedgerAccount.Dividends, Worth(held.Count, action.CashPerUnit!.Value, terms)),
            InstrumentActionKind.Split => Split(action, held, terms),
            InstrumentActionKind.Merger => Merge(action, held, terms, into),
            InstrumentActionKind.SpinOff => SpinOff(action, held, terms, into!),
            InstrumentActionKind.Expiry => Settle(action, held, terms),
            _ => new(held, [], null),
        };
    }

    private static ActionEffect Pays(InstrumentAction action, Position held, InstrumentTerms terms, LedgerAccount from, decimal amount) =>
        new(held.Adjust(held, action), JournalEntry.Transfer(from, LedgerAccount.Cash, terms.Currency, Currencies.Round(amount, terms.Currency)), null);

    private static ActionEffect Split(InstrumentAction action, Position held, InstrumentTerms terms)
    {
        var units = ScaledUnits.Of(held.Lots, held.Cost, action.Ratio!.Value, terms.LotSize, terms.Currency);
        var paid = Money(units.Fraction, action.Price!.Value, terms);
        var after = held.Without(paid, units.FractionCost, units.FractionCostFifo) with { Count = units.Count, Cost = units.Cost, Lots = units.Lots };
        return new(after.Adjust(held, action), [.. Units(terms, units.Count - held.Count), .. Cash(terms, paid, units.FractionCost)], null);
    }

    private static ActionEffect Merge(InstrumentAction action, Position held, InstrumentTerms terms, InstrumentTerms? into)
    {
        var paid = Currencies.Round(Worth(held.Count, action.CashPerUnit ?? 0, terms), terms.Currency);
        var (cost, costFifo) = (held.Cost, held.Lots.Sum(lot => lot.Cost));
        ActionReceipt? receipt = null;
        if (action.Ratio is { } ratio)
        {
            var moved = Part(held, 1 - (action.CostShare ?? 0), terms.Currency);
            var units = ScaledUnits.Of(moved.Lots, moved.Cost, ratio, into!.LotSize, terms.Currency);
            paid += Money(units.Fraction, action.Price!.Value, into);
            (cost, costFifo) = (cost - units.Cost, costFifo - units.Lots.Sum(lot => lot.Cost));
            receipt = units.Count == 0 ? null : new(into.InstrumentId, units.Lots, units.Cost);
        }
        var after = held.Without(paid, cost, costFifo) with { Count = 0, Cost = 0, Lots = [] };
        return new(after.Adjust(held, action), [.. Units(terms, -held.Count), .. Cash(terms, paid, cost)], receipt);
    }

    private static ActionEffect SpinOff(InstrumentAction action, Position held, InstrumentTerms terms, InstrumentTerms into)
    {
        var moved = Part(held, action.CostShare!.Value, terms.Currency);
        var units = ScaledUnits.Of(moved.Lots, moved.Cost, action.Ratio!.Value, into.LotSize, terms.Currency);
        var paid = Money(units.Fraction, action.Price!.Value, into);
        var after = held.Without(paid, units.FractionCost, units.FractionCostFifo) with
        {
            Cost = held.Cost - moved.Cost,
            Lots = [.. held.Lots.Zip(moved.Lots, (lot, gone) => lot with { Cost = lot.Cost - gone.Cost })],
        };
        return new(after.Adjust(held, action), Cash(terms, paid, units.FractionCost), units.Count == 0 ? null : new(into.InstrumentId, units.Lots, units.Cost));
    }

    private static ActionEffect Settle(InstrumentAction action, Position held, InstrumentTerms terms)
    {
        var paid = Currencies.Round(Worth(held.Count, action.Price!.Value, terms), terms.Currency);
        var after = held.Without(paid, held.Cost, held.Lots.Sum(lot => lot.Cost)) with { Count = 0, Cost = 0, Lots = [] };
        return new(after.Adjust(held, action), [.. Units(terms, -held.Count), .. Cash(terms, paid, held.Cost)], null);
    }

    /// <summary>What units post that another instrument's action gave. What they close of a contract's position reaches cash.</summary>
    public static ImmutableArray<JournalLine> LinesOf(ActionReceipt receipt, decimal realized, InstrumentTerms terms) =>
        [.. Units(terms, receipt.Count), .. terms.IsContract ? JournalEntry.Transfer(LedgerAccount.Contract, LedgerAccount.Cash, terms.Currency, realized) : []];

    // What units of an instrument post that come (go when negative) without a trade.
    private static ImmutableArray<JournalLine> Units(InstrumentTerms terms, long count) =>
        JournalEntry.Transfer(LedgerAccount.CorporateAction, LedgerAccount.Position, JournalEntry.UnitOf(terms.InstrumentId), terms.QuantityScale.ToDecimal(count));

    /// <summary>What money posts that is paid for units which cost so much.</summary>
    private static ImmutableArray<JournalLine> Cash(InstrumentTerms terms, decimal paid, decimal cost) => terms.IsContract
        ? [.. JournalEntry.Transfer(LedgerAccount.CorporateAction, LedgerAccount.Contract, terms.Currency, paid), .. JournalEntry.Transfer(LedgerAccount.Contract, LedgerAccount.Cash, terms.Currency, paid - cost)]
        : JournalEntry.Transfer(LedgerAccount.CorporateAction, LedgerAccount.Cash, terms.Currency, paid);

    // So much of what each lot, and all of them, cost; the counts stay.
    private static (ImmutableArray<PositionLot> Lots, decimal Cost) Part(Position held, decimal share, string currency) => (
        [.. held.Lots.Select(lot => lot with { Cost = Currencies.Round(lot.Cost * share, currency) })], Currencies.Round(held.Cost * share, currency));

    private static decimal Worth(long count, decimal price, InstrumentTerms terms) => terms.QuantityScale.ToDecimal(count) * terms.ContractSize * price;

    private static decimal Money(decimal counts, decimal price, InstrumentTerms terms) =>
        Currencies.Round(counts * terms.QuantityScale.ToDecimal(1) * terms.ContractSize * price, terms.Currency);
}

/// <summary>How an action leaves a position.</summary>
file static class PositionSteps
{
    /// <summary>Some of it was paid out: what was paid beyond what it cost is realized.</summary>
    public static Position Without(this Position held, decimal paid, decimal cost, decimal costFifo) =>
        held with { Realized = held.Realized + paid - cost, RealizedFifo = held.RealizedFifo + paid - costFifo };

    public static Position Adjust(this Position after, Position before, InstrumentAction action) => after with
    {
        Adjusted = before.Adjusted + after.Count - before.Count,
        ChangedAt = action.EffectiveAt > before.ChangedAt ? action.EffectiveAt : before.ChangedAt,
    };
}
