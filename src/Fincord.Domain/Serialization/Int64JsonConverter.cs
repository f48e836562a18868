using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Serialization;

/// <summary>A value that is one 64-bit count, written in JSON as that number.</summary>
public abstract class Int64JsonConverter<T> : JsonConverter<T>
{
    /// <summary>The value with this count.</summary>
    protected abstract T FromCount(long count);

    /// <summary>The count of this value.</summary>
    protected abstract long ToCount(T value);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromCount(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(ToCount(value));
}
