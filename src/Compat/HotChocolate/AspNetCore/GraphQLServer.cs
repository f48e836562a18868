using System.Security.Cryptography;
using System.Text;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Language;
using HotChocolate.Schemas;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HotChocolate.AspNetCore;

/// <summary>One endpoint: tells the transports apart and answers HTTP requests.</summary>
internal sealed class GraphQLServer
{
    private readonly RequestExecutorProvider _provider;
    private readonly string _schemaName;
    private readonly RequestExecutorSetup _setup;
    private readonly TimeProvider _time;
    private readonly Lazy<(byte[] Text, string Tag)> _schema;
    private readonly Lazy<SemaphoreSlim?> _executions;

    public GraphQLServer(RequestExecutorProvider provider, string schemaName, TimeProvider time)
    {
        _provider = provider;
        _schemaName = schemaName;
        _setup = provider.Setup(schemaName);
        _time = time;
        Options = _setup.Server.Copy();
        _schema = new(() =>
        {
            var text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(Executor.Schema, showsProtection: false));
            return (text, $"\"{Convert.ToBase64String(SHA256.HashData(text))}\"");
        });
        _executions = new(() => Options.MaxConcurrentExecutions is { } limit ? new(limit, limit) : null);
    }

    public GraphQLServerOptions Options { get; }
    public RequestExecutor Executor => field ??= _provider.Get(_schemaName);
    public int MaxRequestSize => _setup.MaxRequestSize;
    public TimeProvider Time => _time;

    public Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest) return WebSockets.SocketSession.RunAsync(context, this);
        if (HttpMethods.IsPost(context.Request.Method)) return HandlePostAsync(context);
        if (HttpMethods.IsGet(context.Request.Method)) return HandleGetAsync(context);
        return NotFound(context);
    }

    public Task WriteSchemaAsync(HttpContext context)
    {
        var (text, tag) = _schema.Value;
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "public, max-age=3600, must-revalidate";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "application/graphql; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        context.Response.ContentLength = text.Length;
        return context.Response.Body.WriteAsync(text, context.RequestAborted).AsTask();
    }

    /// <summary>Runs a query or mutation, after those that came before it if too many run already.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(PreparedRequest request, Caller caller, CancellationToken cancellation) =>
        request.Plan!.Root.NeedsWait && _executions.Value is { } executions
            ? new(ExecuteInTurnAsync(request, caller, executions, cancellation))
            : Executor.ExecuteAsync(request.Plan, request.Variables, caller, cancellation);

    private async Task<ExecutionResult> ExecuteInTurnAsync(
        PreparedRequest request, Caller caller, SemaphoreSlim executions, CancellationToken cancellation)
    {
        await executions.WaitAsync(cancellation);
        try
        {
            return await Executor.ExecuteAsync(request.Plan!, request.Variables, caller, cancellation);
        }
        finally
        {
            executions.Release();
        }
    }

    /// <summary>Runs a stored document that the address names as <c>{operationId}</c> or <c>{operationId}/{operationName}</c>.</summary>
    public async Task HandleStoredAsync(HttpContext context, bool requireOperationName)
    {
        if (await AcceptAsync(context) is not { } accepted) return;
        var (id, operation) = ((string)context.GetRouteValue("operationId")!, (string?)context.GetRouteValue("operationName"));
        if (requireOperationName && operation is null)
        {
            var error = ErrorBuilder.New().SetMessage("The operation name is required.").Build();
            await HttpResponses.WriteAsync(context, accepted.Single, Executor.Refuse([error]), StatusCodes.Status400BadRequest);
            return;
        }
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var query = context.Request.Query;
            var request = await RequestParser.ParseAsync("", id, operation ?? query["operationName"], query["variables"], Executor, context.RequestAborted);
            await AnswerAsync(context, accepted, request, Options.AllowedGetOperations);
            return;
        }
        await AnswerPostAsync(context, accepted, (id, operation));
    }

    private async Task HandlePostAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            await NotFound(context);
            return;
        }
        if (await AcceptAsync(context) is { } accepted) await AnswerPostAsync(context, accepted, null);
    }

    private async Task AnswerPostAsync(HttpContext context, AcceptedFormats accepted, (string Id, string? Operation)? addressed)
    {
        using var body = await RequestBody.ReadAsync(context.Request, MaxRequestSize, context.RequestAborted);
        if (body is null)
        {
            var error = ErrorBuilder.New().SetMessage($"The request is longer than {MaxRequestSize} bytes.").SetCode("HC0010").Build();
            await HttpResponses.WriteAsync(context, accepted.Single, Executor.Refuse([error]), StatusCodes.Status413PayloadTooLarge);
            return;
        }
        var request = await RequestParser.ParseAsync(body.Bytes, Executor, context.RequestAborted, addressed);
        await AnswerAsync(context, accepted, request, AllowedGetOperations.All);
    }

    private async Task HandleGetAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (Options.EnableSchemaRequests && (query.ContainsKey("sdl") || context.GetRouteValue("slug") is "schema" or "schema.graphql"))
        {
            await WriteSchemaAsync(context);
            return;
        }
        if (!Options.EnableGetRequests || !(query.ContainsKey("query") || query.ContainsKey("id")))
        {
            await NotFound(context);
            return;
        }
        if (await AcceptAsync(context) is not { } accepted) return;
        var request = await RequestParser.ParseAsync(
            query["query"].ToString(), query["id"], query["operationName"], query["variables"], Executor, context.RequestAborted);
        await AnswerAsync(context, accepted, request, Options.AllowedGetOperations);
    }

    private async Task AnswerAsync(HttpContext context, AcceptedFormats accepted, PreparedRequest request, AllowedGetOperations allowed)
    {
        using (request)
        {
            if (request.Plan is not { } plan)
            {
                await HttpResponses.WriteAsync(context, accepted.Single, request.Refusal!, request.IsMalformed ? StatusCodes.Status400BadRequest : null);
                return;
            }
            var isAllowedByPost = plan.Type != OperationType.Subscription || accepted.TakesEvents;
            if (!isAllowedByPost || !allowed.HasFlag(Flag(plan.Type)))
            {
                var error = ErrorBuilder.New().SetMessage("The specified operation kind is not allowed.").Build();
                if (isAllowedByPost) context.Response.Headers.Allow = HttpMethods.Post;
                await HttpResponses.WriteAsync(context, accepted.Single, ExecutionResult.Refused([error]), StatusCodes.Status405MethodNotAllowed);
                return;
            }
            if (await CallerAsync(context, accepted) is not { } caller) return;
            caller.Run = request.Run;
            if (plan.Type == OperationType.Subscription)
            {
                await ServerSentEvents.StreamAsync(context, this, request, caller, accepted.Single);
                return;
            }
            using var result = await ExecuteAsync(request, caller, context.RequestAborted);
            if (context.Request.Headers["GraphQL-Cost"] == "report") result.Cost = plan.Cost;
            await HttpResponses.WriteAsync(context, accepted.Single, result, null);
        }
    }

    // Null: the interceptor has refused the request, and the client has been told.
    private async ValueTask<Caller?> CallerAsync(HttpContext context, AcceptedFormats accepted)
    {
        if (Executor.HttpInterceptor is not { } interceptor) return new(context, context.RequestServices);
        try
        {
            var builder = new OperationRequestBuilder();
            await interceptor.OnCreateAsync(context, Executor, builder, context.RequestAborted);
            return builder.Build(context.RequestServices);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            int? status = exception is GraphQLException ? null : StatusCodes.Status500InternalServerError;
            await HttpResponses.WriteAsync(context, accepted.Single, Executor.Refuse(exception), status);
            return null;
        }
    }

    private async ValueTask<AcceptedFormats?> AcceptAsync(HttpContext context)
    {
        if (AcceptedFormats.TryNegotiate(context.Request.Headers.Accept, out var accepted, out var unparsable)) return accepted;
        var error = unparsable is null
            ? ErrorBuilder.New().SetMessage("None of the `Accept` header values is supported.").SetCode("HC0063").Build()
            : ErrorBuilder.New().SetMessage($"Unable to parse the accept header value `{unparsable}`.").SetCode("HC0064").SetExtension("headerValue", unparsable).Build();
        var status = unparsable is null ? StatusCodes.Status406NotAcceptable : StatusCodes.Status400BadRequest;
        await HttpResponses.WriteAsync(context, ResponseFormat.GraphQLResponse, Executor.Refuse([error]), status);
        return null;
    }

    private static AllowedGetOperations Flag(OperationType type) => type switch
    {
        OperationType.Query => AllowedGetOperations.Query,
        OperationType.Mutation => AllowedGetOperations.Mutation,
        _ => AllowedGetOperations.Subscription,
    };

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
