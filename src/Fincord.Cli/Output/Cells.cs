using System.Globalization;
using System.Text.Json;
using Fincord.Domain.Markets;
using Fincord.Domain.Serialization;
using Spectre.Console;

namespace Fincord.Cli.Output;

/// <summary>How values look in a table's cells.</summary>
internal static class Cells
{
    private const string NotKnown = "-";

    /// <summary>A name or a word, as it is.</summary>
    public static Text Word(string text) => new(text);

    /// <summary>A choice, as the API writes it: PARTIALLY_FILLED.</summary>
    public static Text Choice<TEnum>(TEnum value) where TEnum : struct, Enum => new(JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

    /// <summary>A decimal to its last digit.</summary>
    public static Text Number(decimal? value, Style? style = null) => new(value is { } known ? DecimalText.Format(known) : NotKnown, style);

    /// <summary>A statistic, to four digits after the point.</summary>
    public static Text Statistic(double? value) => new(value?.ToString("0.####", CultureInfo.InvariantCulture) ?? NotKnown);

    /// <summary>A count.</summary>
    public static Text Number(long value) => new(value.ToString());

    /// <summary>A moment in UTC, with as many fraction digits as it needs.</summary>
    public static Text Time(Timestamp? value) => new(value is { } known ? known.ToString().TrimEnd('Z').TrimEnd('0').TrimEnd('.') + "Z" : NotKnown);
}
