using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Fincord.Domain.Serialization;

/// <summary>
/// Decimals as text, the way JSON, GraphQL and the command line show them: plain digits, no exponent, no trailing zeros, exact.
/// <c>100.3400</c> is <c>100.34</c> and <c>23.0</c> is <c>23</c>.
/// </summary>
public static class DecimalText
{
    /// <summary>The longest text in characters: a sign, a leading zero, a point and 28 digits.</summary>
    public const int MaxLength = 31;

    private const NumberStyles PlainDigits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The text of a value.</summary>
    public static string Format(decimal value)
    {
        Span<byte> utf8 = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(utf8[..Format(value, utf8)]);
    }

    /// <summary>Writes the text of a value as UTF-8 to <paramref name="destination"/>, which has room for <see cref="MaxLength"/>, and returns its length.</summary>
    public static int Format(decimal value, Span<byte> destination)
    {
        if (value == 0) value = 0; // a negative zero has a sign
        value.TryFormat(destination, out var length, provider: CultureInfo.InvariantCulture);
        if (!destination[..length].Contains((byte)'.')) return length;
        return destination[..length].TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
    }

    /// <summary>Reads plain digits; throws <see cref="FormatException"/> for anything else and for more digits than a decimal holds.</summary>
    public static decimal Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a decimal number that can be held exactly.");

    /// <summary>Reads plain digits; false for anything else and for more digits than a decimal holds, where <see cref="decimal.Parse(string)"/> would round.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out decimal value) =>
        decimal.TryParse(text, PlainDigits, CultureInfo.InvariantCulture, out value) && IsExact(text, value);

    private static bool IsExact(ReadOnlySpan<char> text, decimal value)
    {
        var digits = text.TrimStart('+').TrimStart('-').TrimStart('0');
        if (digits.Contains('.')) digits = digits.TrimEnd('0').TrimEnd('.');
        ReadOnlySpan<char> held = Format(value);
        return digits.SequenceEqual(held.TrimStart('-').TrimStart('0'));
    }
}
