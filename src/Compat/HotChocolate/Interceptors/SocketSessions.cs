using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore.Subscriptions
{
    /// <summary>A client at the other end of a WebSocket.</summary>
    public interface ISocketSession
    {
        /// <summary>Its connection.</summary>
        ISocketConnection Connection { get; }
    }

    /// <summary>The connection of a client.</summary>
    public interface ISocketConnection
    {
        /// <summary>The HTTP request that opened it.</summary>
        HttpContext HttpContext { get; }

        /// <summary>The services of that request.</summary>
        IServiceProvider RequestServices { get; }

        /// <summary>Fires when it is over.</summary>
        CancellationToken RequestAborted { get; }
    }

    internal sealed class SocketClient(HttpContext context, CancellationToken aborted) : ISocketSession, ISocketConnection
    {
        public ISocketConnection Connection => this;
        public HttpContext HttpContext => context;
        public IServiceProvider RequestServices => context.RequestServices;
        public CancellationToken RequestAborted => aborted;
    }
}

namespace HotChocolate.AspNetCore.Subscriptions.Protocols
{
    /// <summary>What a client's message carries.</summary>
    public interface IOperationMessagePayload
    {
        /// <summary>The JSON, or null.</summary>
        JsonElement? Payload { get; }
    }

    /// <summary>Whether a client is let in.</summary>
    public sealed class ConnectionStatus
    {
        private ConnectionStatus(bool accepted) => Accepted = accepted;

        /// <summary>Whether it is.</summary>
        public bool Accepted { get; }

        /// <summary>It is let in.</summary>
        public static ConnectionStatus Accept() => new(true);

        /// <summary>It is not: its socket is closed with 4401.</summary>
        public static ConnectionStatus Reject() => new(false);
    }

    internal sealed record MessagePayload(JsonElement? Payload) : IOperationMessagePayload
    {
        /// <summary>Copies a payload out of a message.</summary>
        public static MessagePayload Of(ReadOnlyMemory<byte>? json) =>
            new(json is { } bytes ? JsonSerializer.Deserialize<JsonElement>(bytes.Span) : null);
    }
}
