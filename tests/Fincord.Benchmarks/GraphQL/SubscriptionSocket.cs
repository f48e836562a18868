using System.Net.WebSockets;
using System.Text;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>A client of graphql-transport-ws that does as little as it can.</summary>
internal sealed class SubscriptionSocket : IAsyncDisposable
{
    private const string Document = "subscription($market:Int!){tick(market:$market){sentAt last}}";

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1_024];

    private SubscriptionSocket() => _socket.Options.AddSubProtocol("graphql-transport-ws");

    public static async Task<SubscriptionSocket> Connect(Uri server)
    {
        var socket = new SubscriptionSocket();
        await socket._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await socket.Send("""{"type":"connection_init"}""");
        await socket.Expect("connection_ack"u8.ToArray());
        return socket;
    }

    public Task Subscribe(int id, int market) =>
        Send($$$"""{"type":"subscribe","id":"{{{id}}}","payload":{"query":"{{{Document}}}","variables":{"market":{{{market}}}}} }""");

    /// <summary>Returns when the server has read everything sent so far.</summary>
    public async Task Ping()
    {
        await Send("""{"type":"ping"}""");
        await Expect("pong"u8.ToArray());
    }

    /// <summary>Hands out every result until it is cancelled.</summary>
    public async Task Read(Action<ReadOnlySpan<byte>> next, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var length = await Receive(cancellation);
                if (_buffer.AsSpan(0, length).IndexOf("\"next\""u8) >= 0) next(_buffer.AsSpan(0, length));
            }
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // The measurement is over; a receive that is cancelled may also say that its socket was aborted.
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return default;
    }

    private Task Send(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task Expect(byte[] part)
    {
        while (_buffer.AsSpan(0, await Receive(CancellationToken.None)).IndexOf(part) < 0) { }
    }

    private async ValueTask<int> Receive(CancellationToken cancellation)
    {
        var received = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellation);
        return received is { EndOfMessage: true, MessageType: WebSocketMessageType.Text }
            ? received.Count
            : throw new InvalidDataException("The server has closed, or sent more than was asked for.");
    }
}
