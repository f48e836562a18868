namespace Fincord.Domain.Trading;

/// <summary>Whether an action makes sense by itself and fits its instruments.</summary>
public static class ActionRules
{
    /// <summary>The largest number on either side of a ratio.</summary>
    public const long MaxRatio = 1_000_000;

    private const int MaxSymbolLength = 64;

    /// <summary>The first reason to refuse an action, or null. <paramref name="into"/> is the instrument that it gives units of.</summary>
    public static OrderRefusal? Check(InstrumentAction action, InstrumentTerms terms, InstrumentTerms? into) =>
        CheckParts(action) ?? CheckNumbers(action) ?? CheckKind(action, terms) ?? CheckInto(action, terms, into);

    // Each kind has the parts that it needs and no others: a part that would be passed over was meant for something.
    private static OrderRefusal? CheckParts(InstrumentAction action)
    {
        var has = (action.Rate is not null, action.Price is not null, action.CashPerUnit is not null, action.Ratio is not null,
            action.Into is not null, action.CostShare is not null, action.Symbol is not null);
        return action.Kind switch
        {
            InstrumentActionKind.Funding or InstrumentActionKind.Borrow => has == (true, true, false, false, false, false, false) ? null : Invalid("It has a rate and a price."),
            InstrumentActionKind.BorrowRate => has == (true, false, false, false, false, false, false) ? null : Invalid("A borrow rate has a rate."),
            InstrumentActionKind.Dividend => has == (false, false, true, false, false, false, false) ? null : Invalid("A dividend has cash per unit."),
            InstrumentActionKind.Split => has == (false, true, false, true, false, false, false) ? null : Invalid("A split has a ratio, and the price at which fractions are paid."),
            InstrumentActionKind.SymbolChange => has == (false, false, false, false, false, false, true) ? null : Invalid("A symbol change has a symbol."),
            InstrumentActionKind.Merger => has switch
            {
                (false, true, _, true, true, var share, false) when share == action.CashPerUnit is not null => null,
                (false, false, true, false, false, false, false) => null,
                _ => Invalid("A merger has cash per unit, or a ratio of another instrument with the price at which fractions are paid, or all of these with the part of the cost that the cash stands for."),
            },
            InstrumentActionKind.SpinOff => has == (false, true, false, true, true, true, false) ? null
                : Invalid("A spin-off has a ratio of another instrument, the price at which fractions are paid, and the part of the cost that goes along."),
            InstrumentActionKind.Expiry => has == (false, true, false, false, false, false, false) ? null : Invalid("An expiry has the settlement price."),
            _ => Invalid("An action is a funding, borrow rate, dividend, split, symbol change, merger, spin-off or expiry."),
        };
    }

    private static OrderRefusal? CheckNumbers(InstrumentAction action) => action switch
    {
        { Ratio: { } ratio } when ratio.New is < 1 or > MaxRatio || ratio.Old is < 1 or > MaxRatio => OutOfRange($"A ratio is two whole numbers from 1 to {MaxRatio:N0}."),
        { Kind: InstrumentActionKind.Split, Ratio: { } ratio } when ratio.New == ratio.Old => OutOfRange("A split changes the number of units."),
        { Rate: < -1 or > 10 } => OutOfRange("A rate is a part, from -1 to 10."),
        { Price: < 0 or > 1_000_000_000_000m } or { CashPerUnit: < 0 or > 1_000_000_000_000m } => OutOfRange("A price or a sum is not negative."),
        { CashPerUnit: 0, Kind: InstrumentActionKind.Dividend } => OutOfRange("A dividend is more than nothing."),
        { CostShare: < 0 or > 1 } => OutOfRange("A part of the cost is from 0 to 1."),
        { Symbol: { } symbol } when string.IsNullOrWhiteSpace(symbol) || symbol.Length > MaxSymbolLength => OutOfRange($"A symbol has 1 to {MaxSymbolLength} characters."),
        _ => null,
    };

    private static OrderRefusal? CheckKind(InstrumentAction action, InstrumentTerms terms) => action.Kind switch
    {
        InstrumentActionKind.Funding when terms.Type is not Markets.InstrumentType.Perpetual => Invalid("Only a perpetual has funding."),
        InstrumentActionKind.BorrowRate or InstrumentActionKind.Borrow or InstrumentActionKind.Dividend when terms.IsContract => Invalid("Nobody borrows a contract, and it pays no dividend."),
        _ => null,
    };

    private static OrderRefusal? CheckInto(InstrumentAction action, InstrumentTerms terms, InstrumentTerms? into) => (action.Into, into) switch
    {
        (null, _) => null,
        (_, null) => new("UNKNOWN_INSTRUMENT", "There is no instrument that it could give units of.", null),
        ({ } id, _) when id == action.InstrumentId => Invalid("It gives units of another instrument."),
        (_, { } other) when other.Currency != terms.Currency || other.IsContract != terms.IsContract => Invalid("Both instruments are paid in one currency and settled alike."),
        _ => null,
    };

    private static OrderRefusal Invalid(string detail) => new("INVALID_ARGUMENT", detail, null);

    private static OrderRefusal OutOfRange(string detail) => new("OUT_OF_RANGE", detail, null);
}
