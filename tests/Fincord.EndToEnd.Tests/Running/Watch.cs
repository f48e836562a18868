using System.Net.WebSockets;
using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Running;

/// <summary>A GraphQL subscription over a WebSocket, as a page has it.</summary>
internal sealed class Watch : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationToken _patience;

    private Watch(CancellationToken patience)
    {
        _patience = patience;
        _socket.Options.AddSubProtocol("graphql-transport-ws");
    }

    public static async Task<Watch> Start(FincordHost host, string query, CancellationToken patience)
    {
        var watch = new Watch(patience);
        await watch._socket.ConnectAsync(new(host.Address.Replace("http", "ws", StringComparison.Ordinal) + "/graphql"), patience);
        await watch.Send(new { type = "connection_init" });
        Assert.Equal("connection_ack", (await watch.Receive()).GetProperty("type").GetString());
        await watch.Send(new { id = "1", type = "subscribe", payload = new { query } });
        return watch;
    }

    /// <summary>Does what gives an event, again if need be, until one comes: a subscription is not answered before its first event.</summary>
    public async Task Begin(Func<Task> act)
    {
        var first = Next();
        do await act();
        while (await Task.WhenAny(first, Task.Delay(TimeSpan.FromSeconds(1), _patience)) != first);
        await first;
    }

    /// <summary>The data of the next event.</summary>
    public async Task<JsonElement> Next()
    {
        var message = await Receive();
        while (message.GetProperty("type").GetString() == "ping")       // on a slow machine the server asks in between whether we are still there
        {
            await Send(new { type = "pong" });
            message = await Receive();
        }
        Assert.Equal("next", message.GetProperty("type").GetString());
        return message.GetProperty("payload").GetProperty("data");
    }

    public void Dispose() => _socket.Dispose();

    private Task Send(object message) => _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, _patience);

    private async Task<JsonElement> Receive()
    {
        var buffer = new byte[65_536];
        var received = await _socket.ReceiveAsync(buffer, _patience);
        Assert.True(received.EndOfMessage);
        return JsonDocument.Parse(buffer.AsMemory(0, received.Count)).RootElement;
    }
}
