using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>A fill: part or all of an order traded. Sums are in the instrument's currency.</summary>
/// <param name="Id">Its id, a GUID.</param>
/// <param name="OrderId">The order.</param>
/// <param name="InstrumentId">The instrument's number.</param>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Side">The order's side.</param>
/// <param name="Price">The price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Liquidity">Whether the order gave liquidity or took it.</param>
/// <param name="Fee">What the venue charged; negative for a rebate.</param>
/// <param name="Notional">What it cost.</param>
/// <param name="Realized">What it realized, at average cost.</param>
/// <param name="OccurredAt">When the venue says it happened.</param>
/// <param name="SettlesOn">The UTC day on which it settles, from its midnight.</param>
public sealed record FillView(
    string Id,
    string OrderId,
    string InstrumentId,
    string InstrumentKey,
    OrderSide Side,
    decimal Price,
    decimal Quantity,
    LiquiditySide Liquidity,
    decimal Fee,
    decimal Notional,
    decimal Realized,
    Timestamp OccurredAt,
    Timestamp SettlesOn)
{
    /// <summary>The view of a fill and what it did.</summary>
    public static FillView From(Instrument instrument, Fill fill, decimal notional, decimal realized) => new(
        fill.Id.ToString(),
        fill.OrderId.ToString(),
        instrument.Id.ToString(),
        instrument.Key.Value,
        fill.Side,
        instrument.PriceScale.ToDecimal(fill.Price),
        instrument.QuantityScale.ToDecimal(fill.Quantity),
        fill.Liquidity,
        fill.Fee,
        notional,
        realized,
        fill.OccurredAt,
        fill.SettlesOn);
}

/// <summary>A balanced entry of an account's double-entry ledger.</summary>
/// <param name="Sequence">The number of its event in the account.</param>
/// <param name="Kind">Why it was made.</param>
/// <param name="Reference">What it goes back to: a fill's, a payment's or a corporate action's id.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Lines">Its lines; they sum to zero in each unit.</param>
public sealed record JournalEntryView(long Sequence, JournalKind Kind, string Reference, Timestamp OccurredAt, IReadOnlyList<JournalLineView> Lines)
{
    /// <summary>The view of an entry.</summary>
    public static JournalEntryView From(long sequence, JournalEntry entry) => new(
        sequence, entry.Kind, entry.Reference, entry.OccurredAt, [.. entry.Lines.Select(line => new JournalLineView(line.Account, line.Unit, line.Amount))]);
}

/// <summary>One line of an entry.</summary>
/// <param name="Account">Which account of the ledger.</param>
/// <param name="Unit">A currency's code, or <c>instr:42</c> for units of an instrument.</param>
/// <param name="Amount">How much it has more; less when negative.</param>
public sealed record JournalLineView(LedgerAccount Account, string Unit, decimal Amount);

/// <summary>A point of an equity curve.</summary>
/// <param name="At">When.</param>
/// <param name="Equity">What the account was worth, in its base currency.</param>
/// <param name="Flow">Deposits less withdrawals since the point before.</param>
public sealed record EquityPointView(Timestamp At, decimal Equity, decimal Flow);
