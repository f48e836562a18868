using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>A client of the protocol graphql-transport-ws, or of another, message by message.</summary>
public sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<SocketClient> ConnectAsync(GraphQLHost host, bool initialize = true, string protocol = "graphql-transport-ws", string? user = null)
    {
        var client = new SocketClient();
        client._socket.Options.AddSubProtocol(protocol);
        if (user is not null) client._socket.Options.SetRequestHeader(Authorization.HeaderAuthentication.Header, user);
        await client._socket.ConnectAsync(host.SocketAddress, TestContext.Current.CancellationToken);
        if (!initialize) return client;
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("connection_ack", (await client.ReceiveAsync())?.GetProperty("type").GetString());
        return client;
    }

    public Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public Task SubscribeAsync(string id, string query, object? variables = null) =>
        SendAsync(JsonSerializer.Serialize(new { type = "subscribe", id, payload = new { query, variables } }));

    /// <summary>The next message that is no keep-alive, or null when the server has closed.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            WebSocketReceiveResult received;
            do
            {
                received = await _socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), patience.Token);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            var message = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
            if (message.GetProperty("type").GetString() is not ("ping" or "ka")) return message;
        }
    }

    public async Task<string> ReceiveTextAsync() => (await ReceiveAsync())?.GetRawText() ?? "closed";

    public void Dispose() => _socket.Dispose();
}
