using System.Text.Json;
using HotChocolate.CostAnalysis;
using HotChocolate.Execution.Options;
using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Validation;

namespace HotChocolate.Execution;

/// <summary>From a request to its result: document, plan, variables, then the two phases of execution.</summary>
internal sealed class RequestExecutor(
    Schema schema, DocumentValidator validator, RequestExecutorOptions options, CostOptions cost, ErrorHandler errorHandler, TimeProvider time)
    : IRequestExecutor
{
    private const int CachedDocuments = 256;

    private readonly DocumentCache _documents = new(CachedDocuments);
    private readonly Func<byte[], CachedDocument> _parse = source => CachedDocument.Parse(source, validator.Validate);

    ISchemaDefinition IRequestExecutor.Schema => schema;
    public Schema Schema => schema;

    /// <summary>Prepares an operation; on failure the plan is null and the result says why.</summary>
    public (OperationPlan? Plan, VariableValues Variables, ExecutionResult? Refusal) Prepare(ReadOnlySpan<byte> query,
        string? operationName, JsonElement? variables)
    {
        var document = _documents.GetOrAdd(query, _parse);
        if (document.Errors.Count > 0) return (null, VariableValues.None, Refuse(document.Errors));
        try
        {
            var plan = document.Plan(schema, operationName);
            if (plan.Cost.Exceeds(cost) is { } tooExpensive) return (null, VariableValues.None, Refuse([tooExpensive]));
            return (plan, VariableValues.Coerce(plan, document.Document!, variables), null);
        }
        catch (GraphQLException exception)
        {
            return (null, VariableValues.None, Refuse(exception.Errors));
        }
    }

    /// <summary>Runs a query or mutation.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(OperationPlan plan, VariableValues variables, IServiceProvider services,
        CancellationToken cancellation) =>
        ExecuteAsync(plan, variables, services, null, cancellation);

    /// <summary>Runs the selections of a subscription for one event.</summary>
    public ValueTask<ExecutionResult> ExecuteEventAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, object? message, CancellationToken cancellation) =>
        ExecuteAsync(plan, variables, services, message, cancellation);

    /// <summary>Opens the stream of a subscription; on failure the stream is null and the result says why.</summary>
    public async ValueTask<(IAsyncEnumerable<object?>? Events, ExecutionResult? Refusal)> SubscribeAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, CancellationToken cancellation)
    {
        var request = new RequestState(schema, plan, variables, services, errorHandler, cancellation);
        var field = plan.Root.Fields[0];
        try
        {
            return (await field.Field.Subscribe!(request.Call(field), services, cancellation), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            request.Report(exception, Path.Root.Append(field.ResponseName));
            return (null, ExecutionResult.Refused(request.Errors));
        }
    }

    /// <summary>The errors, filtered, as a result without data.</summary>
    public ExecutionResult Refuse(IEnumerable<IError> errors) => ExecutionResult.Refused([.. errors.Select(errorHandler.Filter)]);

    /// <summary>An exception as a result without data.</summary>
    public ExecutionResult Refuse(Exception exception) => Refuse(errorHandler.ToErrors(exception));

    private ValueTask<ExecutionResult> ExecuteAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, object? message, CancellationToken cancellation)
    {
        // Nothing can be cancelled in a request that never waits, so it needs no timer.
        if (plan.Root.NeedsWait) return new(ExecuteWaitingAsync(plan, variables, services, message, cancellation));
        var request = new RequestState(schema, plan, variables, services, errorHandler, cancellation) { EventMessage = message };
        return new(Write(request, null));
    }

    private async Task<ExecutionResult> ExecuteWaitingAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, object? message, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.ExecutionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        var request = new RequestState(schema, plan, variables, services, errorHandler, either.Token) { EventMessage = message };
        var root = new ObjectNode(plan.Root, null);
        try
        {
            if (plan.Type == OperationType.Mutation) return await ExecuteSeriallyAsync(request, root);
            await new ResolvePhase(request).RunAsync(root);
            return Write(request, root);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return Refuse([ErrorBuilder.New().SetMessage($"The request exceeded the configured timeout of `{options.ExecutionTimeout:c}`.").SetCode("HC0045").Build()]);
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
