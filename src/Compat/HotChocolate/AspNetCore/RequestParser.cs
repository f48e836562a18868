using System.Buffers;
using System.Text;
using System.Text.Json;
using HotChocolate.Execution;

namespace HotChocolate.AspNetCore;

/// <summary>A request that is ready to run, or refused.</summary>
internal sealed class PreparedRequest(OperationPlan? plan, VariableValues variables, ExecutionResult? refusal, JsonDocument? json,
    bool isMalformed) : IDisposable
{
    /// <summary>The operation; null if the request is refused.</summary>
    public OperationPlan? Plan { get; } = plan;
    public VariableValues Variables { get; } = variables;

    /// <summary>Why the request is refused.</summary>
    public ExecutionResult? Refusal { get; } = refusal;

    /// <summary>Whether it is refused because it is no GraphQL request at all.</summary>
    public bool IsMalformed { get; } = isMalformed;

    /// <summary>Gives back the memory of the variables.</summary>
    public void Dispose() => json?.Dispose();
}

/// <summary>Reads GraphQL requests and prepares their operations.</summary>
internal static class RequestParser
{
    private const string InvalidRequest = "HC0009";
    private const string MissingQuery = "HC0012";
    private const string NoDocument = "HC0015";

    /// <summary>Parses the JSON of a request; what it needs of the bytes is copied.</summary>
    public static PreparedRequest Parse(ReadOnlyMemory<byte> body, RequestExecutor executor)
    {
        byte[]? unescaped = null;
        JsonDocument? variables = null;
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Malformed(executor, "Invalid GraphQL Request.", InvalidRequest);
            ReadOnlyMemory<byte> query = default;
            string? operationName = null;
            var hasId = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("query"u8))
                {
                    reader.Read();
                    if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                        return Malformed(executor, $"Invalid 'query' value. Expected string or null, but got {Kind(reader.TokenType)}.",
                            MissingQuery);
                    query = Text(ref reader, body, ref unescaped);
                }
                else if (reader.ValueTextEquals("operationName"u8))
                {
                    reader.Read();
                    if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                        return Malformed(executor, $"Invalid 'operationName' value. Expected string or null, but got {Kind(reader.TokenType)}.", MissingQuery);
                    operationName = reader.GetString();
                }
                else if (reader.ValueTextEquals("variables"u8))
                {
                    reader.Read();
                    if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null))
                        return Malformed(executor, $"Invalid 'variables' value. Expected object, array, or null, but got {Kind(reader.TokenType)}.", MissingQuery);
                    // A list of variables would be a batch, which is off.
                    if (reader.TokenType == JsonTokenType.StartArray) return Malformed(executor, "Invalid GraphQL Request.", InvalidRequest);
                    variables?.Dispose();
                    variables = Copy(ref reader, body);
                }
                else if (reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("documentId"u8))
                {
                    hasId = true;
                    reader.Read();
                    reader.Skip();
                }
                else if (reader.ValueTextEquals("extensions"u8))
                {
                    reader.Read();
                    if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
                        return Malformed(executor, $"Invalid 'extensions' value. Expected object or null, but got {Kind(reader.TokenType)}.", MissingQuery);
                    reader.Skip();
                }
                else
                {
                    return Malformed(executor, $"Unknown property '{reader.GetString()}' in GraphQL request.", MissingQuery);
                }
            }
            if (reader.Read()) return Malformed(executor, "Invalid JSON document.", MissingQuery);
            if (query.IsEmpty)
            {
                return hasId
                    ? Refused(executor, "The query request contains no document or no document id.", NoDocument)
                    : Malformed(executor, "Request must contain either a query or a document id.", MissingQuery);
            }
            return Prepare(executor, query.Span, operationName, ref variables);
        }
        catch (JsonException)
        {
            return Malformed(executor, "Invalid JSON document.", MissingQuery);
        }
        catch (InvalidOperationException)
        {
            return Malformed(executor, "Invalid JSON document.", MissingQuery);   // A string that is not valid UTF-16 once unescaped.
        }
        finally
        {
            variables?.Dispose();
            if (unescaped is not null) ArrayPool<byte>.Shared.Return(unescaped);
        }
    }

    /// <summary>Parses the parts of a request as a query string has them.</summary>
    public static PreparedRequest Parse(string query, string? operationName, string? variables, RequestExecutor executor)
    {
        JsonDocument? json = null;
        try
        {
            json = string.IsNullOrEmpty(variables) ? null : JsonDocument.Parse(variables);
            if (json is not null && json.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                return Malformed(executor, $"Invalid 'variables' value. Expected object or null, but got {json.RootElement.ValueKind}.",
                    MissingQuery);
            return Prepare(executor, Encoding.UTF8.GetBytes(query), string.IsNullOrEmpty(operationName) ? null : operationName, ref json);
        }
        catch (JsonException)
        {
            return Malformed(executor, "The variables are not valid JSON.", MissingQuery);
        }
        finally
        {
            json?.Dispose();
        }
    }

    // The variables live on in the prepared request.
    private static PreparedRequest Prepare(RequestExecutor executor, ReadOnlySpan<byte> query, string? operationName, ref JsonDocument? variables)
    {
        var (plan, values, refusal) = executor.Prepare(query, operationName, variables?.RootElement);
        var json = variables;
        variables = null;
        return new(plan, values, refusal, json, isMalformed: false);
    }

    private static ReadOnlyMemory<byte> Text(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ref byte[]? unescaped)
    {
        if (reader.TokenType == JsonTokenType.Null) return default;
        if (!reader.ValueIsEscaped) return body.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        if (unescaped is not null) ArrayPool<byte>.Shared.Return(unescaped);
        unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        return unescaped.AsMemory(0, reader.CopyString(unescaped));
    }

    private static JsonDocument? Copy(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return JsonDocument.Parse(body[start..(int)reader.BytesConsumed].ToArray());
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "Object",
        JsonTokenType.StartArray => "Array",
        _ => token.ToString(),
    };

    private static PreparedRequest Malformed(RequestExecutor executor, string message, string code) =>
        new(null, VariableValues.None, executor.Refuse([ErrorBuilder.New().SetMessage(message).SetCode(code).Build()]), null, isMalformed: true);

    private static PreparedRequest Refused(RequestExecutor executor, string message, string code) =>
        new(null, VariableValues.None, executor.Refuse([ErrorBuilder.New().SetMessage(message).SetCode(code).Build()]), null, isMalformed: false);
}
