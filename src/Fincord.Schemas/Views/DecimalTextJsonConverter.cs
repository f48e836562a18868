using System.Text.Json;
using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Schemas.Views;

/// <summary>A decimal in JSON: a string, because many readers would take a number for a binary one. See <see cref="DecimalText"/>.</summary>
public sealed class DecimalTextJsonConverter : JsonConverter<decimal>
{
    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && DecimalText.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException("Not a decimal number in a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        Span<byte> utf8 = stackalloc byte[DecimalText.MaxLength];
        writer.WriteStringValue(utf8[..DecimalText.Format(value, utf8)]);
    }
}
