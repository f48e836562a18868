using System.Text.Json;
using Fincord.Api.Grpc;
using Fincord.Contracts;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fincord.Api.Http;

/// <summary>Writes the one shape of every failure body, <c>{"error":404,"reason":"…","code":"…"}</c>; to a gRPC caller its status with the same code.</summary>
public static class Refusal
{
    /// <summary>Writes a failure as the response.</summary>
    public static Task Write(HttpContext http, int status, string code, string reason, Denial? denial = null)
    {
        if (GrpcProtocol.IsGrpc(http.Request))
        {
            GrpcProtocol.Refuse(http.Response, GrpcStatuses.Of(code), code, reason);
            return Task.CompletedTask;
        }
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(ErrorView.From(status, reason, code, denial), FincordJson.Options, http.RequestAborted);
    }

    /// <summary>The answer where there is nothing.</summary>
    public static Task NotFound(HttpContext http) => Write(http, 404, RefusalCodes.NotFound, $"There is nothing at {http.Request.Path}.");
}

/// <summary>Turns exceptions of endpoints into failure bodies: refusals with their own status, all else into an opaque 500.</summary>
public sealed partial class RefusalExceptionHandler(ILogger<RefusalExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is RefusalException refusal)
        {
            await Refusal.Write(httpContext, refusal.Status, refusal.Code, refusal.Message, refusal.Denial);
        }
        else if (exception is BadHttpRequestException bad)
        {
            await Refusal.Write(httpContext, bad.StatusCode, RefusalCodes.InvalidArgument, Explain(bad));
        }
        else
        {
            LogUnexpected(exception, httpContext.GetEndpoint()?.DisplayName);
            await Refusal.Write(httpContext, 500, RefusalCodes.Internal, $"Something of ours failed; trace id {httpContext.TraceIdentifier}.");
        }
        return true;
    }

    // The framework's own words name parameters and types of ours.
    private static string Explain(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException { Path: { } path and not "$" } } =>
            $"{path.TrimStart('$', '.')} cannot be read: numbers are decimals in a string (\"0.1\"), choices capital letters (\"GOOD_TILL_DATE\"), times RFC 3339.",
        { StatusCode: StatusCodes.Status400BadRequest } => "The body is not the JSON object that is expected here.",
        _ => bad.Message,
    };

    [LoggerMessage(LogLevel.Error, "{Endpoint} failed.")]
    private partial void LogUnexpected(Exception exception, string? endpoint);
}
