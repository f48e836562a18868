using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>
/// A decimal number exactly as it is written, mantissa × 10^exponent. Going to counts from here instead of through
/// <see cref="decimal"/> never rounds, however many digits a file has, and costs no decimal arithmetic.
/// </summary>
internal readonly struct ExactNumber
{
    // Larger exponents cannot be represented by any scale; the bound keeps sums of exponents far from overflow.
    private const int ExponentBound = 10_000;
    private const int MantissaDigits = 38;

    private static readonly long[] SmallPowersOfTen = [.. Enumerable.Range(0, 19).Select(digits => (long)PowerOfTen(digits))];

    private readonly Int128 mantissa;
    private readonly int exponent;
    private readonly bool hasTooManyDigits;

    private ExactNumber(Int128 mantissa, int exponent, bool hasTooManyDigits) =>
        (this.mantissa, this.exponent, this.hasTooManyDigits) = (mantissa, exponent, hasTooManyDigits);

    /// <summary>Reads an optional sign, digits with at most one point among them, and an optional exponent: <c>-12.50</c>, <c>1e-05</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ExactNumber number)
    {
        number = default;
        if (text.IsEmpty) return false;
        var negative = text[0] == '-';
        var position = negative || text[0] == '+' ? 1 : 0;

        ulong small = 0;
        var large = UInt128.Zero;
        int digits = 0, significant = 0, zeros = 0, power = 0;
        bool point = false, tooMany = false;
        for (; position < text.Length; position++)
        {
            var digit = text[position] - '0';
            if (digit is < 0 or > 9)
            {
                if (text[position] != '.' || point) break;
                point = true;
                continue;
            }
            digits++;
            if (point) power--;
            if (digit == 0)
            {
                // Zeros wait until another digit follows, so that trailing ones cost no digits of the mantissa.
                if (significant > 0) zeros++;
                continue;
            }
            var shift = zeros + 1;
            zeros = 0;
            significant += shift;
            if (significant <= 18)
            {
                small = small * (ulong)SmallPowersOfTen[shift] + (ulong)digit;
                large = small;
            }
            else if (significant <= MantissaDigits) large = large * (UInt128)PowerOfTen(shift) + (UInt128)digit;
            else tooMany = true;
        }
        if (digits == 0) return false;
        power += zeros;
        if (position < text.Length && !TryParseExponent(text[position..], ref power)) return false;
        number = new(negative ? -(Int128)large : (Int128)large, power, tooMany);
        return true;
    }

    /// <summary>The count that stands for exactly this number; false when it has more digits than the scale or does not fit.</summary>
    public bool TryToCount(DecimalScale scale, out long count)
    {
        count = 0;
        if (!TryToCount(scale, out Int128 large) || large < long.MinValue || large > long.MaxValue) return false;
        count = (long)large;
        return true;
    }

    /// <inheritdoc cref="TryToCount(DecimalScale, out long)"/>
    public bool TryToCount(DecimalScale scale, out Int128 count)
    {
        count = 0;
        if (hasTooManyDigits) return false;
        if (mantissa == 0) return true;
        // The mantissa never ends in a zero, so a digit beyond the scale is one that counts.
        var power = exponent + scale.Digits;
        if (power is < 0 or > MantissaDigits) return false;
        if (power < SmallPowersOfTen.Length && mantissa <= long.MaxValue && mantissa >= -long.MaxValue)
        {
            count = Math.BigMul((long)mantissa, SmallPowersOfTen[power]);
            return true;
        }
        var factor = PowerOfTen(power);
        if (Int128.Abs(mantissa) > Int128.MaxValue / factor) return false;
        count = mantissa * factor;
        return true;
    }

    private static bool TryParseExponent(ReadOnlySpan<byte> text, ref int exponent)
    {
        if (text.Length < 2 || text[0] is not ((byte)'e' or (byte)'E')) return false;
        var negative = text[1] == '-';
        var start = negative || text[1] == '+' ? 2 : 1;
        if (start == text.Length) return false;
        var value = 0;
        foreach (var character in text[start..])
        {
            var digit = character - '0';
            if (digit is < 0 or > 9) return false;
            value = Math.Min(value * 10 + digit, ExponentBound);
        }
        exponent += negative ? -value : value;
        return true;
    }

    private static Int128 PowerOfTen(int digits)
    {
        var power = Int128.One;
        for (var i = 0; i < digits; i++) power *= 10;
        return power;
    }
}
