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
    /// <param name="status">
    /// The status, where it does not follow from the result. Plain JSON tells by it only of requests that could not be read, and events are sent
    /// with 200 always.
    /// </param>
    public static async Task WriteAsync(HttpContext context, ResponseFormat format, ExecutionResult result, int? status)
    {
        if (format == ResponseFormat.EventStream)
        {
            await ServerSentEvents.WriteSingleAsync(context, result);
            return;
        }
        var response = context.Response;
        response.StatusCode = format == ResponseFormat.Json
            ? status is StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge ? status.Value : StatusCodes.Status200OK
            : status ?? result.Status ?? (result.IsExecuted ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        response.ContentType = format == ResponseFormat.Json ? Json : GraphQLResponse;
        if (result.Length is { } length) response.ContentLength = length;
        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
