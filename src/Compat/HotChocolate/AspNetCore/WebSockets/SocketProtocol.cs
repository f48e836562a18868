namespace HotChocolate.AspNetCore.WebSockets;

/// <summary>What a client's message asks for.</summary>
internal enum ClientRequest
{
    /// <summary>Nothing that the protocol knows.</summary>
    Unknown,
    /// <summary>The connection is to be initialized.</summary>
    Initialize,
    /// <summary>An answer to a ping.</summary>
    Pong,
    /// <summary>A pong is wanted.</summary>
    Ping,
    /// <summary>An operation starts.</summary>
    Subscribe,
    /// <summary>The client is done with an operation.</summary>
    Complete,
    /// <summary>The connection is to be closed.</summary>
    Terminate,
}

/// <summary>A protocol of GraphQL over WebSocket: the names of its messages, and the codes that it closes with.</summary>
internal sealed class SocketProtocol
{
    /// <summary>The protocol of graphql-ws.</summary>
    public static readonly SocketProtocol TransportWs = new()
    {
        Name = "graphql-transport-ws",
        Next = "next",
        KeepAlive = [.. "{\"type\":\"ping\"}"u8],
        SendsErrorList = true,
        Requests = new(StringComparer.Ordinal)
        {
            ["connection_init"] = ClientRequest.Initialize,
            ["ping"] = ClientRequest.Ping,
            ["pong"] = ClientRequest.Pong,
            ["subscribe"] = ClientRequest.Subscribe,
            ["complete"] = ClientRequest.Complete,
        },
        Unauthorized = CloseCode.Unauthorized,
        InitializationTimeout = CloseCode.InitializationTimeout,
        TooManyInitializations = CloseCode.TooManyInitializations,
        AlreadyExists = CloseCode.AlreadyExists,
    };

    /// <summary>The older protocol of subscriptions-transport-ws, which confusingly calls itself graphql-ws.</summary>
    public static readonly SocketProtocol Legacy = new()
    {
        Name = "graphql-ws",
        Next = "data",
        KeepAlive = [.. "{\"type\":\"ka\"}"u8],
        SendsErrorList = false,
        Requests = new(StringComparer.Ordinal)
        {
            ["connection_init"] = ClientRequest.Initialize,
            ["start"] = ClientRequest.Subscribe,
            ["stop"] = ClientRequest.Complete,
            ["connection_terminate"] = ClientRequest.Terminate,
        },
        Unauthorized = CloseCode.Invalid,
        InitializationTimeout = CloseCode.InitializationTimeout.As(CloseCode.ProtocolError),
        TooManyInitializations = CloseCode.TooManyInitializations.As(CloseCode.ProtocolError),
        AlreadyExists = CloseCode.AlreadyExists.As(CloseCode.InternalError),
    };

    private SocketProtocol() { }

    /// <summary>The protocol that a client is served with, of those that it offers; null for none.</summary>
    public static SocketProtocol? Choose(IList<string> offered) =>
        offered.Contains(TransportWs.Name) ? TransportWs : offered.Contains(Legacy.Name) ? Legacy : null;

    public required string Name { get; init; }

    /// <summary>The type of the message that carries a result.</summary>
    public required string Next { get; init; }

    /// <summary>The message that shows the client that the server is there.</summary>
    public required byte[] KeepAlive { get; init; }

    /// <summary>Whether a message of the type <c>error</c> carries a list of errors, or just the first.</summary>
    public required bool SendsErrorList { get; init; }
    public required Dictionary<string, ClientRequest> Requests { private get; init; }
    public required CloseCode Unauthorized { get; init; }
    public required CloseCode InitializationTimeout { get; init; }
    public required CloseCode TooManyInitializations { get; init; }
    public required CloseCode AlreadyExists { get; init; }

    /// <summary>What a message of a type asks for.</summary>
    public ClientRequest RequestOf(string messageType) => Requests.GetValueOrDefault(messageType);
}
