using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore;

/// <summary>Writes results as HTTP responses.</summary>
internal static class HttpResponses
{
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Writes a result.</summary>
    /// <param name="context">The request.</param>
    /// <param name="format">The media type.</param>
    /// <param name="result">The result.</param>
    /// <param name="status">The status, where it does not follow from the result and the media type.</param>
    public static async Task WriteAsync(HttpContext context, ResponseFormat format, ExecutionResult result, int? status)
    {
        var response = context.Response;
        if (format == ResponseFormat.EventStream && (status ?? result.Status) is null)
        {
            await ServerSentEvents.WriteSingleAsync(context, result);
            return;
        }
        response.StatusCode = status ?? result.Status
            ?? (result.IsExecuted || format == ResponseFormat.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        response.ContentType = format == ResponseFormat.Json ? Json : GraphQLResponse;
        if (result.Length is { } length) response.ContentLength = length;
        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
