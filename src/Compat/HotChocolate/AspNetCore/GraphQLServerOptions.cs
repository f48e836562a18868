using ChilliCream.Nitro.App;

namespace HotChocolate.AspNetCore;

/// <summary>Which operations may come by HTTP GET.</summary>
[Flags]
public enum AllowedGetOperations
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Queries.</summary>
    Query = 1,
    /// <summary>Mutations.</summary>
    Mutation = 2,
    /// <summary>Subscriptions.</summary>
    Subscription = 4,
    /// <summary>All.</summary>
    All = Query | Mutation | Subscription,
}

/// <summary>What the endpoints accept.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Whether operations may come by HTTP GET, by default they may.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>Which operations may come by HTTP GET, by default queries.</summary>
    public AllowedGetOperations AllowedGetOperations { get; set; } = AllowedGetOperations.Query;

    /// <summary>Whether the schema can be downloaded, by default it can.</summary>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>How many operations run at once over all connections, 64 by default; null for no limit. Others wait. Subscriptions do not count.</summary>
    public int? MaxConcurrentExecutions { get; set; } = 64;

    /// <summary>The page that browsers get; this server has none of its own.</summary>
    public NitroAppOptions Tool { get; private init; } = new();

    /// <summary>The WebSocket protocol's times.</summary>
    public GraphQLSocketOptions Sockets { get; private init; } = new();

    internal GraphQLServerOptions Copy() => new()
    {
        EnableGetRequests = EnableGetRequests,
        AllowedGetOperations = AllowedGetOperations,
        EnableSchemaRequests = EnableSchemaRequests,
        MaxConcurrentExecutions = MaxConcurrentExecutions,
        Tool = new() { Enable = Tool.Enable },
        Sockets = new() { ConnectionInitializationTimeout = Sockets.ConnectionInitializationTimeout, KeepAliveInterval = Sockets.KeepAliveInterval },
    };
}

/// <summary>The WebSocket protocol's times.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>How long a client may take to send <c>connection_init</c>, 10 seconds by default; then the socket is closed with 4408.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the server sends <c>ping</c>, every 5 seconds by default; null for never.</summary>
    public TimeSpan? KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(5);
}
