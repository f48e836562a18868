using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Why a journal entry was made.</summary>
[GenerateSerializer, Alias("trading.journal-kind")]
public enum JournalKind : byte
{
    /// <summary>Money came in from outside.</summary>
    Deposit = 1,
    /// <summary>Money went out.</summary>
    Withdrawal = 2,
    /// <summary>An order was filled.</summary>
    Fill = 3,
    /// <summary>Funding between the long and the short side of a perpetual.</summary>
    Funding = 4,
    /// <summary>The cost of what was borrowed.</summary>
    Borrow = 5,
    /// <summary>A dividend, received on a long and paid on a short position.</summary>
    Dividend = 6,
    /// <summary>A split, merger, symbol change or expiry changed what is held.</summary>
    CorporateAction = 7,
    /// <summary>One currency was exchanged for another.</summary>
    Conversion = 8,
    /// <summary>A fee that belongs to no fill: a venue's charge for a liquidation, a regulator's fee.</summary>
    Fee = 16,
}

/// <summary>The accounts of the ledger. What the owner has is <see cref="Cash"/> and <see cref="Position"/>; the others say where it came from.</summary>
[GenerateSerializer, Alias("trading.ledger-account")]
public enum LedgerAccount : byte
{
    /// <summary>Money that is the owner's.</summary>
    Cash = 1,
    /// <summary>Units of an instrument that are the owner's; negative for a short position.</summary>
    Position = 2,
    /// <summary>What open contracts cost: their notional never leaves cash.</summary>
    Contract = 3,
    /// <summary>The other side of each fill. Over all accounts of a venue, and the venue's own, its net is zero in each unit.</summary>
    Clearing = 4,
    /// <summary>Fees paid.</summary>
    Fees = 5,
    /// <summary>Funding paid and received.</summary>
    Funding = 6,
    /// <summary>Interest paid for what was borrowed.</summary>
    Interest = 7,
    /// <summary>Dividends received and paid.</summary>
    Dividends = 8,
    /// <summary>The world outside: deposits come from here, withdrawals go here.</summary>
    External = 9,
    /// <summary>What an instrument's own events gave and took.</summary>
    CorporateAction = 10,
}

/// <summary>One line of an entry.</summary>
/// <param name="Account">Which account.</param>
/// <param name="Unit">A currency code, or <c>instr:42</c> for units of an instrument.</param>
/// <param name="Amount">How much it has more (less when negative).</param>
[GenerateSerializer, Immutable, Alias("trading.journal-line")]
public readonly record struct JournalLine([property: Id(0)] LedgerAccount Account, [property: Id(1)] string Unit, [property: Id(2)] decimal Amount);

/// <summary>A balanced entry of the double-entry ledger: its lines sum to zero in each unit. Entries are facts; a mistake is mended by another entry.</summary>
/// <param name="Kind">Why.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Reference">What it goes back to: a fill's, a payment's or a corporate action's id.</param>
/// <param name="Lines">Its lines; none is zero.</param>
[GenerateSerializer, Immutable, Alias("trading.journal-entry")]
public sealed record JournalEntry(JournalKind Kind, Timestamp OccurredAt, string Reference, ImmutableArray<JournalLine> Lines)
{
    private const string UnitPrefix = "instr:";

    /// <summary>Whether the lines sum to zero in each unit.</summary>
    [JsonIgnore]
    public bool IsBalanced => Lines.GroupBy(line => line.Unit, StringComparer.Ordinal).All(unit => unit.Sum(line => line.Amount) == 0);

    /// <summary>The unit of an instrument's quantities.</summary>
    public static string UnitOf(InstrumentId instrument) => $"{UnitPrefix}{instrument.Value}";

    /// <summary>The instrument whose quantities <paramref name="unit"/> counts; null for a currency.</summary>
    public static InstrumentId? InstrumentOf(string unit) =>
        unit.StartsWith(UnitPrefix, StringComparison.Ordinal) ? new InstrumentId(long.Parse(unit.AsSpan(UnitPrefix.Length), CultureInfo.InvariantCulture)) : null;

    /// <summary>Money from outside, or to it when <paramref name="amount"/> is negative.</summary>
    public static JournalEntry Payment(string currency, decimal amount, Timestamp at, string reference) => new(
        amount < 0 ? JournalKind.Withdrawal : JournalKind.Deposit, at, reference, Transfer(LedgerAccount.External, LedgerAccount.Cash, currency, amount));

    /// <summary>
    /// A fill: units and money against <see cref="LedgerAccount.Clearing"/>, the fee against <see cref="LedgerAccount.Fees"/>. Of a contract
    /// only <paramref name="realized"/> reaches cash.
    /// </summary>
    public static JournalEntry OfFill(Fill fill, InstrumentTerms terms, decimal notional, decimal realized)
    {
        var sign = fill.Side is OrderSide.Buy ? 1 : -1;
        var (money, unit) = (terms.IsContract ? LedgerAccount.Contract : LedgerAccount.Cash, UnitOf(fill.InstrumentId));
        ImmutableArray<JournalLine> lines =
        [
            .. Transfer(LedgerAccount.Clearing, LedgerAccount.Position, unit, sign * terms.QuantityScale.ToDecimal(fill.Quantity)),
            .. Transfer(money, LedgerAccount.Clearing, terms.Currency, sign * notional),
            .. terms.IsContract ? Transfer(LedgerAccount.Contract, LedgerAccount.Cash, terms.Currency, realized) : [],
            .. Transfer(LedgerAccount.Cash, LedgerAccount.Fees, terms.Currency, fill.Fee),
        ];
        return new(JournalKind.Fill, fill.OccurredAt, fill.Id.ToString(), lines);
    }

    /// <summary>An amount that an account gives cash (takes from it when negative): funding, interest, dividends.</summary>
    public static JournalEntry Income(JournalKind kind, LedgerAccount from, string currency, decimal amount, Timestamp at, string reference) =>
        new(kind, at, reference, Transfer(from, LedgerAccount.Cash, currency, amount));

    internal static ImmutableArray<JournalLine> Transfer(LedgerAccount from, LedgerAccount to, string unit, decimal amount) =>
        amount == 0 ? [] : [new(from, unit, -amount), new(to, unit, amount)];
}
