using System.Text.Json;
using HotChocolate.AspNetCore;
using HotChocolate.CostAnalysis;
using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Instrumentation;
using HotChocolate.Execution.Options;
using HotChocolate.Language;
using HotChocolate.PersistedOperations;
using HotChocolate.Schemas;
using HotChocolate.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution;

/// <summary>From a request to its result: document, plan, variables, then the two phases of execution.</summary>
internal sealed class RequestExecutor : IRequestExecutor
{
    private readonly Schema _schema;
    private readonly RequestExecutorOptions _options;
    private readonly CostOptions _cost;
    private readonly ErrorHandler _errorHandler;
    private readonly TimeProvider _time;
    private readonly DocumentCache _documents;
    private readonly Func<byte[], CachedDocument> _parse;

    public RequestExecutor(Schema schema, DocumentValidator validator, RequestExecutorSetup setup, ErrorHandler errorHandler, TimeProvider time)
    {
        _schema = schema;
        _options = setup.Options;
        _cost = setup.Schema.Cost;
        _errorHandler = errorHandler;
        _time = time;
        _documents = new(setup.SchemaOptions.OperationDocumentCacheSize);
        _parse = source => CachedDocument.Parse(source, setup.Parser, validator.Validate);
        var storage = setup.UsesPersistedOperations ? schema.Services.GetRequiredService<IOperationDocumentStorage>() : null;
        Trusted = new(storage, _options.PersistedOperations, setup.DocumentHash, setup.SchemaOptions.OperationDocumentCacheSize,
            source => _documents.GetOrAdd(source, _parse));
    }

    ISchemaDefinition IRequestExecutor.Schema => _schema;
    public Schema Schema => _schema;

    /// <summary>Those who hear how requests go.</summary>
    public IReadOnlyList<ExecutionDiagnosticEventListener> Listeners { get; init; } = [];

    /// <summary>Sees each request that comes by HTTP; null where nobody wants to.</summary>
    public IHttpRequestInterceptor? HttpInterceptor { get; init; }

    /// <summary>Sees what comes by WebSockets; null where nobody wants to.</summary>
    public ISocketSessionInterceptor? SocketInterceptor { get; init; }

    /// <summary>The stored documents, and which others may run.</summary>
    public TrustedDocuments Trusted { get; }

    /// <summary>Tells those who listen that a request has come; null where nobody does.</summary>
    public RequestRun? Begin() => Listeners.Count == 0 ? null : new(Listeners, _schema);

    /// <summary>Prepares an operation; on failure the plan is null and the result says why.</summary>
    public (OperationPlan? Plan, VariableValues Variables, ExecutionResult? Refusal) Prepare(ReadOnlySpan<byte> query,
        string? operationName, JsonElement? variables, RequestRun? run)
    {
        CachedDocument document;
        using (run?.Validate()) document = _documents.GetOrAdd(query, _parse);
        return Prepare(document, operationName, variables, run);
    }

    /// <summary>Prepares an operation of a known document.</summary>
    public (OperationPlan? Plan, VariableValues Variables, ExecutionResult? Refusal) Prepare(
        CachedDocument document, string? operationName, JsonElement? variables, RequestRun? run)
    {
        if (document is { Document: not null, Errors.Count: > 0 })
        {
            run?.IsInvalid(document.Errors);
            return (null, VariableValues.None, ExecutionResult.Refused(document.Errors));      // no filter sees what validation says
        }
        if (document.Errors.Count > 0) return (null, VariableValues.None, Refuse(document.Errors));
        try
        {
            var plan = document.Plan(_schema, operationName);
            if (plan.Cost.Exceeds(_cost) is { } tooExpensive) return (null, VariableValues.None, Refuse([tooExpensive]));
            return (plan, VariableValues.Coerce(plan, document.Document!, variables), null);
        }
        catch (GraphQLException exception)
        {
            return (null, VariableValues.None, Refuse(exception.Errors));
        }
    }

    /// <summary>Runs a query or mutation.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(OperationPlan plan, VariableValues variables, Caller caller,
        CancellationToken cancellation) =>
        plan.Rules.Count > 0 || caller.Run is not null
            ? new(ExecuteIfAllowedAsync(plan, variables, caller, cancellation))
            : ExecuteAsync(plan, variables, caller, null, cancellation);

    /// <summary>Runs the selections of a subscription for one event.</summary>
    public ValueTask<ExecutionResult> ExecuteEventAsync(
        OperationPlan plan, VariableValues variables, Caller caller, object? message, CancellationToken cancellation) =>
        ExecuteAsync(plan, variables, caller, message, cancellation);

    /// <summary>Opens the stream of a subscription; on failure the stream is null and the result says why.</summary>
    public async ValueTask<(IAsyncEnumerable<object?>? Events, ExecutionResult? Refusal)> SubscribeAsync(
        OperationPlan plan, VariableValues variables, Caller caller, CancellationToken cancellation)
    {
        if (await DenialAsync(plan, caller) is { } denial) return (null, denial);
        var request = new RequestState(_schema, plan, variables, caller, _errorHandler, cancellation);
        var field = plan.Root.Fields[0];
        try
        {
            return (await field.Field.Subscribe!(request.Call(field), caller.Services, cancellation), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, Refuse(exception));
        }
    }

    /// <summary>The errors, filtered, as a result without data.</summary>
    public ExecutionResult Refuse(IEnumerable<IError> errors) => ExecutionResult.Refused([.. errors.Select(_errorHandler.Filter)]);

    /// <summary>An exception as a result without data.</summary>
    public ExecutionResult Refuse(Exception exception) => Refuse(_errorHandler.ToErrors(exception));

    private async Task<ExecutionResult> ExecuteIfAllowedAsync(OperationPlan plan, VariableValues variables, Caller caller, CancellationToken cancellation)
    {
        if (await DenialAsync(plan, caller) is { } denial) return denial;
        using (caller.Run?.Execute()) return await ExecuteAsync(plan, variables, caller, null, cancellation);
    }

    // A denial of the whole request, by the rules that are asked before anything runs. It never meets the application's error filters.
    private async ValueTask<ExecutionResult?> DenialAsync(OperationPlan plan, Caller caller)
    {
        foreach (var rule in plan.Rules)
        {
            if (await rule.DenialAsync(caller, null) is { } denial) return ExecutionResult.Refused([denial], StatusCodes.Status401Unauthorized);
        }
        return null;
    }

    private ValueTask<ExecutionResult> ExecuteAsync(
        OperationPlan plan, VariableValues variables, Caller caller, object? message, CancellationToken cancellation)
    {
        // Nothing can be cancelled in a request that never waits, so it needs no timer.
        if (plan.Root.NeedsWait) return new(ExecuteWaitingAsync(plan, variables, caller, message, cancellation));
        var request = new RequestState(_schema, plan, variables, caller, _errorHandler, cancellation) { EventMessage = message };
        return new(Write(request, null));
    }

    private async Task<ExecutionResult> ExecuteWaitingAsync(
        OperationPlan plan, VariableValues variables, Caller caller, object? message, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(_options.ExecutionTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        var request = new RequestState(_schema, plan, variables, caller, _errorHandler, either.Token) { EventMessage = message };
        var root = new ObjectNode(plan.Root, null);
        try
        {
            if (plan.Type == OperationType.Mutation) return await ExecuteSeriallyAsync(request, root);
            await new ResolvePhase(request).RunAsync(root);
            return Write(request, root);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return Refuse([ErrorBuilder.New().SetMessage($"The request exceeded the configured timeout of `{_options.ExecutionTimeout:c}`.").SetCode("HC0045").Build()]);
        }
    }

    // Each root field of a mutation is finished and written before the next one starts (§6.2.2).
    private static async Task<ExecutionResult> ExecuteSeriallyAsync(RequestState request, ObjectNode root)
    {
        var writer = new ResultWriter();
        try
        {
            writer.Raw("{\"data\":"u8);
            var start = writer.Position;
            var phase = new WritePhase(request, writer);
            var isFirst = true;
            writer.Byte((byte)'{');
            foreach (var field in root.Plan.InOrder(request.InclusionFlags).Where(field => field.IsIncluded(request.InclusionFlags)))
            {
                if (field.NeedsWait) await new ResolvePhase(request).RunAsync(root, field);
                if (!phase.WriteField(field, null, root, isFirst))
                {
                    writer.Rewind(start);
                    writer.Raw("null}"u8);
                    return ExecutionResult.Of(writer, request.Errors);
                }
                isFirst = false;
            }
            writer.Raw("}}"u8);
            return ExecutionResult.Of(writer, request.Errors);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private static ExecutionResult Write(RequestState request, ObjectNode? root)
    {
        var writer = new ResultWriter();
        try
        {
            writer.Raw("{\"data\":"u8);
            if (!new WritePhase(request, writer).WriteObject(request.Plan.Root, null, root)) writer.Null();
            writer.Byte((byte)'}');
            return ExecutionResult.Of(writer, request.Errors);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }
}
