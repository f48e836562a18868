using System.Globalization;
using System.Text.Json;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Venues;

/// <summary>Reads what venues write, exactly: numbers come as JSON strings or numbers, and none is ever rounded.</summary>
internal static class VenueJson
{
    // Twenty-eight digits always fit a decimal; more would be rounded without a word.
    private const int MaxDigits = 28;

    /// <summary>The whole document; throws <see cref="VenueFormatException"/> when it is none.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new VenueFormatException($"Not JSON: {exception.Message}");
        }
    }

    /// <summary>A member; throws <see cref="VenueFormatException"/> when it is not there.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value
            : throw new VenueFormatException($"'{name}' is missing.");

    /// <summary>The text of a member, a number's as it is written; null when it is not there or null.</summary>
    public static string? TextOrNull(this JsonElement element, string name) =>
        element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        };

    /// <summary>The text of a member.</summary>
    public static string Text(this JsonElement element, string name) => element.TextOrNull(name) ?? throw new VenueFormatException($"'{name}' is missing.");

    /// <summary>A whole number.</summary>
    public static long Whole(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new VenueFormatException($"'{name}' is no whole number.");

    /// <summary>A decimal, exactly as it is written.</summary>
    public static decimal Exact(this JsonElement element, string name)
    {
        var text = element.Text(name);
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text.Count(char.IsAsciiDigit) <= MaxDigits && decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new VenueFormatException($"'{name}' is no number of at most {MaxDigits} digits: {text}");
    }

    /// <summary>A decimal, or zero when it is missing or empty.</summary>
    public static decimal ExactOrZero(this JsonElement element, string name) => string.IsNullOrEmpty(element.TextOrNull(name)) ? 0 : element.Exact(name);

    /// <summary>A moment in milliseconds since 1970.</summary>
    public static Timestamp Milliseconds(this JsonElement element, string name) => Timestamp.FromUnixMilliseconds(element.Whole(name));

    /// <summary>A moment in RFC 3339.</summary>
    public static Timestamp Moment(this JsonElement element, string name) =>
        Timestamp.TryParse(element.Text(name), null, out var moment) ? moment : throw new VenueFormatException($"'{name}' is no time.");

    /// <summary>A decimal as venues take it: no exponent, no zeros at the end.</summary>
    public static string ToWire(this decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The count of a decimal; throws <see cref="VenueFormatException"/> when the scale cannot hold it.</summary>
    public static long ToCount(this DecimalScale scale, decimal value) =>
        scale.TryToCount(value, out var count) ? count : throw new VenueFormatException($"{value} does not fit {scale.Digits} decimal digits.");
}
