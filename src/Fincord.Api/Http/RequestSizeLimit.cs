using Fincord.Api.GraphQL;
using Fincord.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Fincord.Api.Http;

/// <summary>Refuses GraphQL requests that say they are too long, before a byte of them is read; those that do not say are cut off while read.</summary>
internal sealed class RequestSizeLimit(RequestDelegate next, IOptions<GraphQLOptions> options)
{
    public Task Invoke(HttpContext http)
    {
        var limit = options.Value.MaxRequestSize;
        return http.Request.ContentLength > limit && http.Request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase)
            ? Refusal.Write(http, StatusCodes.Status413PayloadTooLarge, RefusalCodes.TooLarge, $"A request may have at most {limit} bytes.")
            : next(http);
    }
}
