using System.Net.WebSockets;

namespace HotChocolate.AspNetCore.WebSockets;

/// <summary>Why the server closes a socket: the codes of RFC 6455 and of graphql-transport-ws.</summary>
internal readonly record struct CloseCode(WebSocketCloseStatus Status, string Reason)
{
    public const WebSocketCloseStatus ProtocolError = WebSocketCloseStatus.ProtocolError;
    public const WebSocketCloseStatus InternalError = WebSocketCloseStatus.InternalServerError;

    public static readonly CloseCode Normal = new(WebSocketCloseStatus.NormalClosure, "");
    public static readonly CloseCode GoingAway = new(WebSocketCloseStatus.EndpointUnavailable, "The server is shutting down.");
    public static readonly CloseCode TooBig = new(WebSocketCloseStatus.MessageTooBig, "The message is too long.");
    public static readonly CloseCode Invalid = new((WebSocketCloseStatus)4400, "Invalid message.");
    public static readonly CloseCode Unauthorized = new((WebSocketCloseStatus)4401, "Unauthorized");
    public static readonly CloseCode InitializationTimeout = new((WebSocketCloseStatus)4408, "Connection initialization timeout.");
    public static readonly CloseCode TooManyInitializations = new((WebSocketCloseStatus)4429, "Too many initialization requests.");
    public static readonly CloseCode AlreadyExists = new((WebSocketCloseStatus)4409, "The subscription id is not unique.");

    /// <summary>The same reason with the status that another protocol has for it.</summary>
    public CloseCode As(WebSocketCloseStatus status) => this with { Status = status };
}
