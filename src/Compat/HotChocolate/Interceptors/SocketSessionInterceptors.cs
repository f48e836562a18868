using System.Security.Claims;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore;

/// <summary>Sees what comes by a WebSocket.</summary>
public interface ISocketSessionInterceptor
{
    /// <summary>Lets a client in, or not, by what it sends first.</summary>
    ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default);

    /// <summary>Gives an operation what its resolvers need. A <see cref="GraphQLException"/> refuses it.</summary>
    ValueTask OnRequestAsync(
        ISocketSession session, string operationSessionId, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken = default);

    /// <summary>Hears that an operation has ended.</summary>
    ValueTask OnCompleteAsync(ISocketSession session, string operationSessionId, CancellationToken cancellationToken = default);

    /// <summary>The payload of the answer to a ping, or null.</summary>
    ValueTask<IReadOnlyDictionary<string, object?>?> OnPingAsync(
        ISocketSession session, IOperationMessagePayload pingMessage, CancellationToken cancellationToken = default);

    /// <summary>Hears that the client is still there.</summary>
    ValueTask OnPongAsync(ISocketSession session, IOperationMessagePayload pongMessage, CancellationToken cancellationToken = default);

    /// <summary>Hears that the client has gone.</summary>
    ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default);
}

/// <summary>Lets everybody in and hands over the user of the request that opened the socket; an interceptor derives from it.</summary>
public class DefaultSocketSessionInterceptor : ISocketSessionInterceptor
{
    /// <inheritdoc/>
    public virtual ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default) =>
        new(ConnectionStatus.Accept());

    /// <inheritdoc/>
    public virtual ValueTask OnRequestAsync(
        ISocketSession session, string operationSessionId, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(requestBuilder);
        var context = session.Connection.HttpContext;
        requestBuilder.User = context.User;
        requestBuilder.TryAddGlobalState(nameof(HttpContext), context);
        requestBuilder.TryAddGlobalState(nameof(ISocketSession), session);
        requestBuilder.TryAddGlobalState(nameof(ClaimsPrincipal), context.User);
        return default;
    }

    /// <inheritdoc/>
    public virtual ValueTask OnCompleteAsync(ISocketSession session, string operationSessionId, CancellationToken cancellationToken = default) => default;

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyDictionary<string, object?>?> OnPingAsync(
        ISocketSession session, IOperationMessagePayload pingMessage, CancellationToken cancellationToken = default) => default;

    /// <inheritdoc/>
    public virtual ValueTask OnPongAsync(ISocketSession session, IOperationMessagePayload pongMessage, CancellationToken cancellationToken = default) => default;

    /// <inheritdoc/>
    public virtual ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default) => default;
}
