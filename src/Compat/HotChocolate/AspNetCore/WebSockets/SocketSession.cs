using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HotChocolate.AspNetCore.WebSockets;

/// <summary>
/// A client connected by WebSocket. Messages are read one after the other; operations run side by side and
/// take turns to send. While a slow client keeps a send waiting, its subscriptions stop reading, so their sources drop events (see
/// <see cref="HotChocolate.Subscriptions.InMemoryTopics"/>); a client that takes nothing at all for <see cref="SendTimeout"/> is cut off.
/// </summary>
internal sealed partial class SocketSession : IDisposable
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);
    private static readonly byte[] Acknowledgement = [.. "{\"type\":\"connection_ack\"}"u8];
    private static readonly byte[] Pong = [.. "{\"type\":\"pong\"}"u8];

    private readonly WebSocket _socket;
    private readonly SocketProtocol _protocol;
    private readonly GraphQLServer _server;
    private readonly SocketClient _client;
    private readonly CancellationTokenSource _ended;
    private readonly CancellationToken _isOver;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private long _sendStarted;
    private bool _isInitialized;
    private bool _isClosing;

    private SocketSession(WebSocket socket, SocketProtocol protocol, GraphQLServer server, HttpContext context)
    {
        _socket = socket;
        _protocol = protocol;
        _server = server;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _isOver = _ended.Token;
        _client = new(context, _isOver);
    }

    /// <summary>Serves a client until it leaves, misbehaves, or the host stops.</summary>
    public static async Task RunAsync(HttpContext context, GraphQLServer server)
    {
        var protocol = SocketProtocol.Choose(context.WebSockets.WebSocketRequestedProtocols);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol?.Name);
        if (protocol is null)
        {
            await socket.CloseAsync(CloseCode.ProtocolError, $"The subprotocol {SocketProtocol.TransportWs.Name} is required.", context.RequestAborted);
            return;
        }
        using var session = new SocketSession(socket, protocol, server, context);
        var stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        await using var registration = stopping.Register(() => _ = session.CloseAsync(CloseCode.GoingAway));
        await session.RunAsync();
    }

    private ISocketSessionInterceptor? Interceptor => _server.Executor.SocketInterceptor;

    // The semaphore is left alone: an operation that the client has ended may still be about to see that.
    public void Dispose() => _ended.Dispose();

    private async Task RunAsync()
    {
        var watches = Task.WhenAll(WatchInitializationAsync(), KeepAliveAsync());
        try
        {
            await ReceiveAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client is gone without a word, or has not answered our closing: there is nobody left to tell.
        }
        finally
        {
            await _ended.CancelAsync();
            await watches;
            await StopOperationsAsync();
            if (Interceptor is { } interceptor) await interceptor.OnCloseAsync(_client, CancellationToken.None);
        }
    }

    private async Task ReceiveAsync()
    {
        const int usualLength = 4096;
        var buffer = ArrayPool<byte>.Shared.Rent(usualLength);
        try
        {
            while (true)
            {
                var (length, isClose) = (0, false);
                ValueWebSocketReceiveResult received;
                do
                {
                    if (length == buffer.Length) Grow(ref buffer);
                    received = await _socket.ReceiveAsync(buffer.AsMemory(length), _isOver);
                    length = Volatile.Read(ref _isClosing) ? 0 : length + received.Count;
                    isClose = received.MessageType == WebSocketMessageType.Close;
                    if (length > _server.MaxRequestSize) await CloseAsync(CloseCode.TooBig);
                }
                while (!received.EndOfMessage);
                if (isClose) break;
                if (!Volatile.Read(ref _isClosing) && await HandleAsync(buffer.AsMemory(0, length)) is { } code) await CloseAsync(code);
            }
            await CloseAsync(CloseCode.Normal);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Null, or why the connection must be closed.
    private async ValueTask<CloseCode?> HandleAsync(ReadOnlyMemory<byte> bytes)
    {
        if (ClientMessage.Parse(bytes) is not { } message) return CloseCode.Invalid;
        switch (_protocol.RequestOf(message.Type))
        {
            case ClientRequest.Initialize:
                if (_isInitialized) return _protocol.TooManyInitializations;
                if (Interceptor is { } door && !(await door.OnConnectAsync(_client, MessagePayload.Of(message.Payload), _isOver)).Accepted)
                    return _protocol.Unauthorized;
                Volatile.Write(ref _isInitialized, true);
                await SendAsync(Acknowledgement);
                return null;
            case ClientRequest.Ping:
                await AnswerPingAsync(message.Payload);
                return null;
            case ClientRequest.Pong:
                if (Interceptor is { } listener) await listener.OnPongAsync(_client, MessagePayload.Of(message.Payload), _isOver);
                return null;
            case ClientRequest.Subscribe when !_isInitialized:
                return _protocol.Unauthorized;
            case ClientRequest.Subscribe when message is { Id: { Length: > 0 } id, Payload: { } payload }:
                return Subscribe(id, payload) ? null : _protocol.AlreadyExists;
            case ClientRequest.Complete when _isInitialized && message.Id is { } id:
                await CompleteAsync(id);
                return null;
            case ClientRequest.Terminate when _isInitialized:
                return CloseCode.Normal;
            default:
                return _isInitialized ? CloseCode.Invalid : _protocol.Unauthorized;
        }
    }

    private async ValueTask AnswerPingAsync(ReadOnlyMemory<byte>? payload)
    {
        var answer = Interceptor is { } interceptor ? await interceptor.OnPingAsync(_client, MessagePayload.Of(payload), _isOver) : null;
        await SendAsync(answer is null ? Pong : JsonSerializer.SerializeToUtf8Bytes(new { type = "pong", payload = answer }));
    }

    private async Task WatchInitializationAsync()
    {
        try
        {
            await Task.Delay(_server.Options.Sockets.ConnectionInitializationTimeout, _server.Time, _isOver);
            if (!Volatile.Read(ref _isInitialized)) await CloseAsync(_protocol.InitializationTimeout);
        }
        catch (OperationCanceledException)
        {
            // The session is over before its time.
        }
    }

    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(_server.Options.Sockets.KeepAliveInterval ?? SendTimeout, _server.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_isOver))
            {
                if (Volatile.Read(ref _sendStarted) is > 0 and var started && _server.Time.GetElapsedTime(started) > SendTimeout) _socket.Abort();
                // A ping behind a send that hangs would only wait as well.
                else if (_server.Options.Sockets.KeepAliveInterval is not null && Volatile.Read(ref _isInitialized)
                    && _sending.CurrentCount > 0) await SendAsync(_protocol.KeepAlive);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The session is over.
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        await _sending.WaitAsync(_isOver);
        try
        {
            if (_isClosing) return;
            Volatile.Write(ref _sendStarted, _server.Time.GetTimestamp());
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _isOver);
        }
        finally
        {
            Volatile.Write(ref _sendStarted, 0);
            _sending.Release();
        }
    }

    // Says why, once, and gives the client a moment to answer; the receiving loop ends with the answer or with that moment.
    private async Task CloseAsync(CloseCode code)
    {
        try
        {
            await _sending.WaitAsync(_isOver);
            try
            {
                if (_isClosing) return;
                Volatile.Write(ref _isClosing, true);
                await _socket.CloseOutputAsync(code.Status, code.Reason, _isOver);
            }
            finally
            {
                _sending.Release();
            }
            _ended.CancelAfter(CloseTimeout);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is gone already.
        }
    }

    private static void Grow(ref byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
