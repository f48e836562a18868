using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Fincord.Domain.Markets;

/// <summary>
/// The name members know an instrument by, <c>VENUE:SYMBOL</c>, upper case: <c>BINANCE:XRPETH</c>, <c>XNAS:GOOG</c>, <c>XNYS:BRK.B</c>,
/// <c>OPRA:AAPL  260116C00150000</c> (OCC option symbols keep their padding). An alias with a validity range: symbols change and are reused.
/// The default value is no key.
/// </summary>
[GenerateSerializer, Immutable, Alias("markets.instrument-key")]
[JsonConverter(typeof(InstrumentKeyJsonConverter))]
public readonly partial record struct InstrumentKey : IComparable<InstrumentKey>
{
    /// <summary>The longest key in characters.</summary>
    public const int MaxLength = 64;

    private InstrumentKey(string value) => Value = value;

    /// <summary>The whole key.</summary>
    [Id(0)]
    public string Value { get; private init; }

    /// <summary>What is before the colon: the venue, an ISO 10383 MIC where there is one.</summary>
    public string Venue => Value[..Value.IndexOf(':')];

    /// <summary>What is after the colon: the venue's symbol.</summary>
    public string Symbol => Value[(Value.IndexOf(':') + 1)..];

    /// <summary>Reads a key, in any case; throws <see cref="FormatException"/> when it is not <c>VENUE:SYMBOL</c>.</summary>
    public static InstrumentKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException(Explain(text));

    /// <summary>Reads a key, in any case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out InstrumentKey key)
    {
        key = default;
        if (text is null || text.Length > MaxLength) return false;
        var upper = text.ToUpperInvariant();
        if (!Pattern.IsMatch(upper)) return false;
        key = new(upper);
        return true;
    }

    /// <summary>One sentence that says why <paramref name="text"/> is no key.</summary>
    public static string Explain(string? text) => $"'{text}' is not an instrument key: VENUE:SYMBOL, such as BINANCE:XRPETH, of letters, digits and / . - _ (at most {MaxLength} characters).";

    /// <inheritdoc/>
    public int CompareTo(InstrumentKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    // An OCC symbol is a root padded to six, yymmdd, C or P, and the strike in thousandths with eight digits.
    [GeneratedRegex(@"\A[A-Z][A-Z0-9_-]*:(?:[A-Z0-9][A-Z0-9/._-]*|(?=.{21}\z)[A-Z0-9]{1,6} *[0-9]{6}[CP][0-9]{8})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern { get; }
}

/// <summary>An <see cref="InstrumentKey"/> in JSON: a string.</summary>
public sealed class InstrumentKeyJsonConverter : JsonConverter<InstrumentKey>
{
    /// <inheritdoc/>
    public override InstrumentKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InstrumentKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not an instrument key.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InstrumentKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
