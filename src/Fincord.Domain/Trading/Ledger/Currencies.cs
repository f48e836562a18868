using System.Collections.Frozen;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// How the ledger counts money: each currency with a fixed number of decimal digits, a millionth of its smallest coin, so that what rounding
/// moves is below anything that can be paid. Crypto assets have eight digits. Amounts are rounded half to even, here and nowhere else.
/// </summary>
public static class Currencies
{
    /// <summary>Digits of a currency of which nothing else is said here.</summary>
    public const int DefaultDigits = 8;

    // ISO 4217: currencies whose smallest coin is not a hundredth.
    private static readonly FrozenDictionary<string, int> OtherDigits = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["JPY"] = 6, ["KRW"] = 6, ["VND"] = 6, ["CLP"] = 6, ["ISK"] = 6,
        ["BHD"] = 9, ["JOD"] = 9, ["KWD"] = 9, ["OMR"] = 9, ["TND"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Decimal digits of an amount in the ledger; an instrument's units (<c>instr:42</c>) have as many as a quantity may have.</summary>
    public static int DigitsOf(string unit) =>
        unit.Contains(':') ? DecimalScale.MaxDigits : OtherDigits.GetValueOrDefault(unit, DefaultDigits);

    /// <summary>Whether a text can be a currency's code: 3 to 8 capital letters. An instrument's unit is none.</summary>
    public static bool IsCode(string text) => text.Length is >= 3 and <= 8 && text.All(char.IsAsciiLetterUpper);

    /// <summary>An amount in the ledger's digits, rounded half to even.</summary>
    public static decimal Round(decimal amount, string currency) => decimal.Round(amount, DigitsOf(currency), MidpointRounding.ToEven);

    /// <summary>The smallest amount in the ledger's digits that is not below <paramref name="amount"/>: what a hold takes.</summary>
    public static decimal RoundUp(decimal amount, string currency) => decimal.Round(amount, DigitsOf(currency), MidpointRounding.ToPositiveInfinity);

    /// <summary>Whether an amount has no more digits than the ledger keeps.</summary>
    public static bool IsRepresentable(decimal amount, string currency) => Round(amount, currency) == amount;

    /// <summary>
    /// What a quantity costs at a price, in the ledger's digits of <paramref name="terms"/>' currency. Throws <see cref="OverflowException"/>
    /// beyond 96 bits.
    /// </summary>
    public static decimal Notional(InstrumentTerms terms, Price price, Quantity quantity) =>
        Round(ExactNotional(terms, price, quantity), terms.Currency);

    // Exact as long as 28 digits suffice; the product of two 64-bit counts has up to 38, of which the last are beyond any ledger.
    private static decimal ExactNotional(InstrumentTerms terms, Price price, Quantity quantity)
    {
        var product = (Int128)price.Count * quantity.Count;
        var digits = terms.PriceScale.Digits + terms.QuantityScale.Digits;
        var excess = 0;
        // Eighteen digits fit a scale, and 96 bits fit a decimal; keep two digits more than the ledger so that the one rounding is the last.
        while (digits - excess > DecimalScale.MaxDigits || Int128.Abs(product) >> 95 != 0)
        {
            var (quotient, rest) = Int128.DivRem(product, 10);
            // A sticky last digit: what was cut off still decides which way a half goes.
            product = rest != 0 && quotient % 5 == 0 ? quotient + Int128.Sign(rest) : quotient;
            excess++;
            if (digits - excess < DigitsOf(terms.Currency) + 2) throw new OverflowException("The notional does not fit the ledger.");
        }
        return new DecimalScale(digits - excess).ToDecimal(product) * terms.ContractSize;
    }
}
