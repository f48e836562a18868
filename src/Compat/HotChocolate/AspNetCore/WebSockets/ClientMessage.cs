using System.Text.Json;

namespace HotChocolate.AspNetCore.WebSockets;

/// <summary>A message of the protocol graphql-transport-ws.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">The operation that it is about.</param>
/// <param name="Payload">Its payload, JSON, if that is an object.</param>
internal sealed record ClientMessage(string Type, string? Id, ReadOnlyMemory<byte>? Payload)
{
    /// <summary>Reads a message; null if it is none.</summary>
    public static ClientMessage? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            string? type = null, id = null;
            ReadOnlyMemory<byte>? payload = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var property = reader.GetString();
                reader.Read();
                if (property == "type" && reader.TokenType == JsonTokenType.String) type = reader.GetString();
                else if (property == "id" && reader.TokenType == JsonTokenType.String) id = reader.GetString();
                var start = (int)reader.TokenStartIndex;
                var isObject = reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
                if (property == "payload" && isObject) payload = json[start..(int)reader.BytesConsumed];
            }
            return reader.Read() || type is null ? null : new(type, id, payload);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
