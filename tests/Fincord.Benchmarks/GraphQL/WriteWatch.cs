using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using Fincord.Benchmarks.Actors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>Watches the server's sockets: how long after its sending a message has been written.</summary>
internal sealed class WriteWatch
{
    private Lateness _lateness = new();

    /// <summary>Forgets what was measured, and measures from now on.</summary>
    public void Restart() => Volatile.Write(ref _lateness, new());

    /// <summary>The 99th and 99.9th percentile and the maximum, in milliseconds.</summary>
    public double[] Summary()
    {
        var lateness = Volatile.Read(ref _lateness);
        return [lateness.Quantile(0.99) / 1_000, lateness.Quantile(0.999) / 1_000, lateness.Maximum / 1_000];
    }

    /// <summary>Lets the rest of the pipeline accept sockets that are watched.</summary>
    public Task Invoke(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpWebSocketFeature>() is { IsWebSocketRequest: true } sockets) http.Features.Set<IHttpWebSocketFeature>(new Feature(this, sockets));
        return next(http);
    }

    /// <summary>The moment of a message: a time stamp of the machine's monotonic clock; null if it has none.</summary>
    public static long? SentAt(ReadOnlySpan<byte> message)
    {
        var start = message.IndexOf("\"sentAt\":"u8);
        if (start < 0) return null;
        var digits = message[(start + "\"sentAt\":"u8.Length)..].TrimStart((byte)'"');
        return long.Parse(digits[..digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9')], CultureInfo.InvariantCulture);
    }

    private void Written(ReadOnlySpan<byte> message)
    {
        if (SentAt(message) is { } sentAt) Volatile.Read(ref _lateness).Record(Stopwatch.GetElapsedTime(sentAt));
    }

    private sealed class Feature(WriteWatch watch, IHttpWebSocketFeature inner) : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => true;

        public async Task<WebSocket> AcceptAsync(WebSocketAcceptContext context) => new Socket(watch, await inner.AcceptAsync(context));
    }

    private sealed class Socket(WriteWatch watch, WebSocket inner) : WebSocket
    {
        public override WebSocketCloseStatus? CloseStatus => inner.CloseStatus;
        public override string? CloseStatusDescription => inner.CloseStatusDescription;
        public override WebSocketState State => inner.State;
        public override string? SubProtocol => inner.SubProtocol;

        public override void Abort() => inner.Abort();
        public override void Dispose() => inner.Dispose();

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            inner.CloseAsync(closeStatus, statusDescription, cancellationToken);

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            inner.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
            inner.ReceiveAsync(buffer, cancellationToken);

        public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
            inner.ReceiveAsync(buffer, cancellationToken);

        public override async Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            await inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);
            watch.Written(buffer);
        }

        public override async ValueTask SendAsync(
            ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            await inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);
            watch.Written(buffer.Span);
        }
    }
}
