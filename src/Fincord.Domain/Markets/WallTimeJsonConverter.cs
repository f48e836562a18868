using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Markets;

/// <summary>Hours and minutes from a midnight in JSON: <c>09:30</c>, <c>-07:00</c> before it, <c>24:00</c> at its end.</summary>
public sealed class WallTimeJsonConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var isBefore = text.StartsWith('-');
        var digits = text.AsSpan(isBefore ? 1 : 0);
        if (digits.Length != 5 || digits[2] != ':'
            || !int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(digits[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || hours > 24 || minutes > 59) throw new JsonException($"'{text}' is no time of a day such as 09:30, -07:00 or 24:00.");
        var time = new TimeSpan(hours, minutes, 0);
        return isBefore ? -time : time;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        var minutes = (int)Math.Abs(value.TotalMinutes);
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{(value < TimeSpan.Zero ? "-" : "")}{minutes / 60:D2}:{minutes % 60:D2}"));
    }
}
