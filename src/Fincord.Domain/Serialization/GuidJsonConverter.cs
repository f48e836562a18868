using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Serialization;

/// <summary>A value that is one GUID, written in JSON as its text, <c>01890a5d-ac96-774b-bcce-b302099a8057</c>.</summary>
public abstract class GuidJsonConverter<T> : JsonConverter<T>
{
    /// <summary>The value with this GUID.</summary>
    protected abstract T FromGuid(Guid guid);

    /// <summary>The GUID of this value.</summary>
    protected abstract Guid ToGuid(T value);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromGuid(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(ToGuid(value));
}
