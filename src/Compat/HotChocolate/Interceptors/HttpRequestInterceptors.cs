using System.Security.Claims;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore;

/// <summary>Sees each request that comes by HTTP before it runs. A <see cref="GraphQLException"/> refuses it.</summary>
public interface IHttpRequestInterceptor
{
    /// <summary>Gives a request what its resolvers need.</summary>
    ValueTask OnCreateAsync(
        HttpContext context, IRequestExecutor requestExecutor, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken);
}

/// <summary>Hands over the user of the request: an interceptor derives from it and calls it, or every protected field fails.</summary>
public class DefaultHttpRequestInterceptor : IHttpRequestInterceptor
{
    /// <inheritdoc/>
    public virtual ValueTask OnCreateAsync(
        HttpContext context, IRequestExecutor requestExecutor, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requestBuilder);
        requestBuilder.User = context.User;
        requestBuilder.TrySetServices(context.RequestServices);
        requestBuilder.TryAddGlobalState(nameof(HttpContext), context);
        requestBuilder.TryAddGlobalState(nameof(ClaimsPrincipal), context.User);
        return default;
    }
}
