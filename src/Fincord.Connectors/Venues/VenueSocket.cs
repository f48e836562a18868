using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Fincord.Connectors.Venues;

/// <summary>A venue's stream, message by message, text and binary alike.</summary>
internal sealed class VenueSocket(TimeProvider time, TimeSpan silence) : IDisposable
{
    private const int MaxMessageBytes = 4 * 1024 * 1024;
    private const int BlockBytes = 16 * 1024;

    private readonly ClientWebSocket _socket = new();

    public Task Open(Uri uri, CancellationToken cancellation) => _socket.ConnectAsync(uri, cancellation);

    public Task Send(object message, CancellationToken cancellation) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    /// <summary>The next message, or null when the venue closed the stream; throws <see cref="IOException"/> when nothing comes for too long.</summary>
    public async Task<JsonElement?> Receive(CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        var message = new ArrayBufferWriter<byte>(BlockBytes);
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(message.GetMemory(BlockBytes), either.Token);
                if (part.MessageType is WebSocketMessageType.Close) return null;
                message.Advance(part.Count);
                if (message.WrittenCount > MaxMessageBytes) throw new VenueFormatException("A message of the stream is too long.");
                if (part.EndOfMessage) return VenueJson.Parse(message.WrittenMemory);
            }
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"The stream was silent for {silence}.", exception);
        }
    }

    public void Dispose() => _socket.Dispose();
}
