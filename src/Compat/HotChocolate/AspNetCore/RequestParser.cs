using System.Buffers;
using System.Text;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Execution.Instrumentation;
using HotChocolate.Language;

namespace HotChocolate.AspNetCore;

/// <summary>A request that is ready to run, or refused.</summary>
internal sealed class PreparedRequest(OperationPlan? plan, VariableValues variables, ExecutionResult? refusal, JsonDocument? json,
    bool isMalformed, RequestRun? run = null) : IDisposable
{
    /// <summary>The operation; null if the request is refused.</summary>
    public OperationPlan? Plan { get; } = plan;
    public VariableValues Variables { get; } = variables;

    /// <summary>Why the request is refused.</summary>
    public ExecutionResult? Refusal { get; } = refusal;

    /// <summary>Whether it is refused because it is no GraphQL request at all.</summary>
    public bool IsMalformed { get; } = isMalformed;

    /// <summary>Where those hear of the request who listen.</summary>
    public RequestRun? Run => run;

    /// <summary>Gives back the memory of the variables.</summary>
    public void Dispose()
    {
        json?.Dispose();
        run?.Dispose();
    }
}

/// <summary>Reads GraphQL requests and prepares their operations.</summary>
internal static class RequestParser
{
    private const string InvalidRequest = "HC0009";
    private const string MissingQuery = "HC0012";
    private const string NoDocument = "HC0015";

    /// <summary>Parses the JSON of a request; what it needs of the bytes is copied before this returns.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="executor">Prepares the operation.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="addressed">The document and operation that the request's address names; then the body has none.</param>
    public static ValueTask<PreparedRequest> ParseAsync(
        ReadOnlyMemory<byte> body, RequestExecutor executor, CancellationToken cancellation, (string Id, string? Operation)? addressed = null)
    {
        byte[]? unescaped = null;
        JsonDocument? variables = null;
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Malformed(executor, "Invalid GraphQL Request.", InvalidRequest);
            ReadOnlyMemory<byte> query = default;
            var (id, operationName) = (addressed?.Id, addressed?.Operation);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("query"u8) && addressed is null)
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
                    operationName = addressed?.Operation ?? reader.GetString();
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
                else if ((reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("documentId"u8)) && addressed is null)
                {
                    reader.Read();
                    if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                        return Malformed(executor, $"Invalid 'id' value. Expected string or null, but got {Kind(reader.TokenType)}.", MissingQuery);
                    id = reader.GetString();
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
            return PrepareAsync(executor, query, string.IsNullOrEmpty(id) ? null : id, operationName, ref variables, cancellation);
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
    public static ValueTask<PreparedRequest> ParseAsync(
        string query, string? id, string? operationName, string? variables, RequestExecutor executor, CancellationToken cancellation)
    {
        JsonDocument? json = null;
        try
        {
            json = string.IsNullOrEmpty(variables) ? null : JsonDocument.Parse(variables);
            if (json is not null && json.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                return Malformed(executor, $"Invalid 'variables' value. Expected object or null, but got {json.RootElement.ValueKind}.",
                    MissingQuery);
            return PrepareAsync(executor, Encoding.UTF8.GetBytes(query), string.IsNullOrEmpty(id) ? null : id,
                string.IsNullOrEmpty(operationName) ? null : operationName, ref json, cancellation);
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
    private static ValueTask<PreparedRequest> PrepareAsync(RequestExecutor executor, ReadOnlyMemory<byte> query, string? id, string? operationName,
        ref JsonDocument? variables, CancellationToken cancellation)
    {
        if (query.IsEmpty && id is null) return Malformed(executor, "Request must contain either a query or a document id.", MissingQuery);
        if (id is not null && !OperationDocumentId.IsValidId(id)) return Malformed(executor, "The GraphQL document ID contains invalid characters.", MissingQuery);
        var json = variables;
        if (executor.Trusted.Concerns(id))
        {
            variables = null;
            return PrepareTrustedAsync(executor, query.ToArray(), id, operationName, json, cancellation);
        }
        if (query.IsEmpty) return Refused(executor, "The query request contains no document or no document id.", NoDocument);
        var run = executor.Begin();
        var (plan, values, refusal) = executor.Prepare(query.Span, operationName, variables?.RootElement, run);
        variables = null;
        return new(new PreparedRequest(plan, values, refusal, json, isMalformed: false, run));
    }

    private static async ValueTask<PreparedRequest> PrepareTrustedAsync(RequestExecutor executor, ReadOnlyMemory<byte> query, string? id,
        string? operationName, JsonDocument? variables, CancellationToken cancellation)
    {
        var isPrepared = false;
        try
        {
            var (document, unfit) = await executor.Trusted.FindAsync(id, query, cancellation);
            // Where only ids are wanted, a request without one is no request at all.
            if (unfit is not null) return new(null, VariableValues.None, executor.Refuse([unfit]), null, executor.Trusted.IsStrict && id is null);
            var run = executor.Begin();
            var (plan, values, refusal) = executor.Prepare(document!, operationName, variables?.RootElement, run);
            isPrepared = true;
            return new(plan, values, refusal, variables, isMalformed: false, run);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(null, VariableValues.None, executor.Refuse(exception), null, isMalformed: false);   // The storage failed.
        }
        finally
        {
            if (!isPrepared) variables?.Dispose();
        }
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

    private static ValueTask<PreparedRequest> Malformed(RequestExecutor executor, string message, string code) =>
        Refusal(executor, message, code, isMalformed: true);

    private static ValueTask<PreparedRequest> Refused(RequestExecutor executor, string message, string code) =>
        Refusal(executor, message, code, isMalformed: false);

    private static ValueTask<PreparedRequest> Refusal(RequestExecutor executor, string message, string code, bool isMalformed) =>
        new(new PreparedRequest(null, VariableValues.None, executor.Refuse([ErrorBuilder.New().SetMessage(message).SetCode(code).Build()]), null, isMalformed));
}
