using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fincord.Connectors.Tests.Venues;

/// <summary>What a stub does with the next new order instead of answering as it should.</summary>
public enum Fault
{
    /// <summary>Takes the order and answers 503.</summary>
    TakeThenFail,
    /// <summary>Does not take it and answers 503.</summary>
    FailOnly,
    /// <summary>Takes the order and cuts the connection.</summary>
    TakeThenCut,
    /// <summary>Takes the order and never answers.</summary>
    TakeThenHang,
    /// <summary>Answers 429 with Retry-After.</summary>
    TooMany,
}

/// <summary>A server of ours on a free port that speaks a venue's protocol, with faults. Derived stubs keep the venue's orders.</summary>
public abstract class VenueStub : IAsyncDisposable
{
    /// <summary>The key that stubs take, and its secret.</summary>
    public const string Key = "public-half";

    /// <inheritdoc cref="Key"/>
    public const string Secret = "secret-half";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<WebSocket, bool> _sockets = [];

    protected VenueStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(Answer);
    }

    public ConcurrentQueue<Fault> Faults { get; } = [];

    /// <summary>For how many seconds it wants no more requests when it says so.</summary>
    public int RetryAfter { get; set; } = 60;

    /// <summary>Every request: method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public string Address => _app.Urls.First();

    public async Task<VenueStub> Start()
    {
        await _app.StartAsync();
        return this;
    }

    /// <summary>How many requests there were of a method to a path.</summary>
    public int Count(string start) => Requests.Count(request => request.StartsWith(start, StringComparison.Ordinal));

    public async Task Push(object message)
    {
        foreach (var socket in _sockets.Keys) await Send(socket, message);
    }

    /// <summary>Cuts the streams without a word.</summary>
    public void CutStreams()
    {
        foreach (var socket in _sockets.Keys) socket.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        CutStreams();
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task Handle(HttpContext context, string body);

    /// <summary>The venue's greeting; false to close.</summary>
    protected abstract Task<bool> Greet(HttpContext context, WebSocket socket);

    protected static Task Json(HttpContext context, object body, int status = 200)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body);
    }

    protected static Task Send(WebSocket socket, object message) =>
        socket.State is WebSocketState.Open ? socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None) : Task.CompletedTask;

    protected static async Task<JsonElement> Receive(WebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, part.Count)).RootElement;
    }

    /// <summary>Takes a new order as the next fault says; true when the caller answers it.</summary>
    protected async Task<bool> Misbehave(HttpContext context, Action take)
    {
        if (!Faults.TryDequeue(out var fault))
        {
            take();
            return true;
        }
        if (fault is Fault.TakeThenFail or Fault.TakeThenCut or Fault.TakeThenHang) take();
        switch (fault)
        {
            case Fault.TakeThenCut:
                context.Abort();
                break;
            case Fault.TakeThenHang:
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult)) await gone.Task;
                break;
            case Fault.TooMany:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = $"{RetryAfter}";
                break;
            default:
                context.Response.StatusCode = 503;
                break;
        }
        return false;
    }

    private async Task Answer(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (!context.WebSockets.IsWebSocketRequest)
        {
            using var reader = new StreamReader(context.Request.Body);
            await Handle(context, await reader.ReadToEndAsync());
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        try
        {
            if (!await Greet(context, socket)) return;
            _sockets[socket] = true;
            await socket.ReceiveAsync(new byte[1024], CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side, or the test, cut it.
        }
        finally
        {
            _sockets.TryRemove(socket, out _);
        }
    }
}
