using Fincord.Api.Http;
using Fincord.Contracts;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Api.Grpc;

/// <summary>
/// Answers gRPC calls: one message in; one message out, or many; then a status. Whatever happens becomes a status, refusals with their code in
/// the trailer <c>fincord-code</c>.
/// </summary>
public sealed partial class GrpcHandler(IOptions<GrpcOptions> options, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<GrpcHandler> logger)
{
    /// <summary>
    /// Answers with one message. When the deadline is over the caller is told so at once; what was begun goes on to its end, and an idempotency
    /// key finds its answer.
    /// </summary>
    public Task AnswerOne<TRequest, TResponse>(HttpContext http, MessageParser<TRequest> parser, Func<TRequest, GrpcCall, Task<TResponse>> method)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => Answer(http, async call =>
    {
        var request = await Read(call, parser, call.Cancellation);
        var response = await method(request, call).WaitAsync(call.Cancellation);
        await GrpcFrames.Write(http.Response.BodyWriter, response, call.Cancellation);
    });

    /// <summary>
    /// Answers with as many messages as there are. The caller sees the response's headers as soon as <paramref name="method"/> has opened what it
    /// tells. It ends with the deadline, when the caller leaves, and when the process stops.
    /// </summary>
    public Task AnswerMany<TRequest, TResponse>(
        HttpContext http, MessageParser<TRequest> parser, Func<TRequest, GrpcCall, Task<IAsyncEnumerable<TResponse>>> method)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => Answer(http, async call =>
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation, lifetime.ApplicationStopping);
        var responses = await method(await Read(call, parser, end.Token), call);
        await using var next = responses.GetAsyncEnumerator(end.Token);
        await http.Response.BodyWriter.FlushAsync(end.Token);       // the headers
        while (await next.MoveNextAsync()) await GrpcFrames.Write(http.Response.BodyWriter, next.Current, end.Token);
    });

    /// <summary>The answer where there is no such method.</summary>
    public static Task AnswerNone(HttpContext http)
    {
        if (!GrpcProtocol.IsGrpc(http.Request)) return Refusal.NotFound(http);
        GrpcProtocol.Refuse(http.Response, GrpcStatus.Unimplemented, RefusalCodes.NotFound, $"There is no method {http.Request.Path}.");
        return Task.CompletedTask;
    }

    private Task<T> Read<T>(GrpcCall call, MessageParser<T> parser, CancellationToken cancellation)
        where T : IMessage<T> => GrpcFrames.ReadOne(call.Http.Request.BodyReader, parser, options.Value.MaxMessageBytes, cancellation);

    private async Task Answer(HttpContext http, Func<GrpcCall, Task> answer)
    {
        if (!GrpcProtocol.IsGrpc(http.Request))
        {
            await Refusal.Write(http, StatusCodes.Status415UnsupportedMediaType, RefusalCodes.InvalidArgument, $"gRPC calls are {GrpcProtocol.ContentType}.");
            return;
        }
        if (!HttpProtocol.IsHttp2(http.Request.Protocol))
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;        // there are no trailers to tell it with
            return;
        }
        http.Response.ContentType = GrpcProtocol.ContentType;
        GrpcCall? call = null;
        try
        {
            call = new(http, time);
            await answer(call);
            GrpcProtocol.End(http.Response, GrpcStatus.Ok);
        }
        catch (Exception exception)
        {
            if (!http.RequestAborted.IsCancellationRequested) Tell(http, call, exception);
        }
        finally
        {
            call?.Dispose();
        }
    }

    private void Tell(HttpContext http, GrpcCall? call, Exception exception)
    {
        var response = http.Response;
        switch (exception)
        {
            case RefusalException refusal:
                GrpcProtocol.End(response, GrpcStatuses.Of(refusal.Code), refusal.Code, refusal.Message);
                break;
            case CompressedException:
                if (!response.HasStarted) response.Headers["grpc-accept-encoding"] = "identity";
                GrpcProtocol.End(response, GrpcStatus.Unimplemented, RefusalCodes.InvalidArgument, exception.Message);
                break;
            case OperationCanceledException when call is { IsOverdue: true }:
                GrpcProtocol.End(response, GrpcStatus.DeadlineExceeded, reason: "The deadline is over.");
                break;
            case OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested:
                GrpcProtocol.End(response, GrpcStatus.Unavailable, reason: "The server is stopping.");
                break;
            case TimeoutException:
                GrpcProtocol.End(response, GrpcStatus.DeadlineExceeded, reason: "Nobody knows whether it was done: the same idempotency key finds out.");
                break;
            case BadHttpRequestException bad:
                GrpcProtocol.End(response, GrpcStatus.InvalidArgument, RefusalCodes.InvalidArgument, bad.Message);
                break;
            default:
                LogUnexpected(exception, http.Request.Path);
                GrpcProtocol.End(response, GrpcStatus.Internal, RefusalCodes.Internal, $"Something of ours failed; trace id {http.TraceIdentifier}.");
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Method} failed.")]
    private partial void LogUnexpected(Exception exception, string method);
}
