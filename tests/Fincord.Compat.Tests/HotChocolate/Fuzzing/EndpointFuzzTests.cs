using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Fincord.Compat.Tests.GraphQL.Peers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fincord.Compat.Tests.GraphQL.Fuzzing;

/// <summary>
/// Random and damaged requests to the endpoint, by POST, GET and WebSocket. <c>FINCORD_SOAK=1</c> tries ten times as many. Nothing may run beside
/// it, since it measures the heap of the process.
/// </summary>
[CollectionDefinition(nameof(EndpointFuzzTests), DisableParallelization = true)]
[Collection(nameof(EndpointFuzzTests))]
public sealed class EndpointFuzzTests
{
    private const int Seed = 20262;
    private const int Clients = 4;
    private const int MessagesPerSocket = 10;
    private const long MaxGrowth = 8 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Suspicious = TimeSpan.FromMilliseconds(20);

    private static readonly string[] ContentTypes = ["application/json", "application/json; charset=utf-8", "text/plain", "application/graphql", "nonsense", "a/b/c"];
    private static readonly string[] Accepted = ["*/*", "application/json", "application/graphql-response+json", "text/event-stream", "image/png", "nonsense", "application/*;q=0.1, text/*"];
    private static readonly string[] Methods = ["PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "NONSENSE"];
    private static readonly string[] Envelopes =
    [
        """{"query":"{ acme { symbol } }","variables":{"v":1},"operationName":null,"extensions":{"a":[1]}}""",
        """{"query":"query ($v: AssetFilterInput, $i: Int, $d: Decimal) { echo { filter(value: $v) { limit } int(value: $i) decimal(value: $d) } }","variables":{"v":{"limit":2,"range":{"from":1.5}},"i":5,"d":"1.5"}}""",
        """{"query":"query ($v: [[Int]], $b: AssetByInput!) { echo { matrix(value: $v) by(value: $b) { id } } }","variables":{"v":[[1,null],null],"b":{"id":"1"}}}""",
        """{"id":"abc","operationName":"A"}""", """[{"query":"{acme{id}}"}]""",
    ];
    private static readonly string[] Messages =
    [
        """{"type":"connection_init"}""", """{"type":"ping"}""", """{"type":"subscribe","id":"1","payload":{"query":"{ acme { id } }"}}""",
        """{"type":"subscribe","id":"2","payload":{"query":"subscription { silence }"}}""", """{"type":"complete","id":"2"}""", """{"type":"pong","payload":null}""",
    ];

    // What resolvers and scalars are made to throw; any other exception is one of the engine itself.
    private static readonly HashSet<Type> Expected = [typeof(PeerSchema.PeerFailure), typeof(FormatException), typeof(OverflowException)];

    private readonly ConcurrentQueue<string> _surprises = new();

    [Fact]
    public async Task No_request_makes_an_exception_takes_long_or_leaves_memory_behind()
    {
        await using var host = await PeerSchema.StartAsync(
            builder => builder.AddErrorFilter(error =>
            {
                if (error.Exception is { } exception && !Expected.Contains(exception.GetType())) _surprises.Enqueue(exception.ToString());
                return error;
            }),
            services => services.AddSingleton<ILoggerProvider>(new ErrorLog(_surprises)));
        var count = FuzzTests.Count(100_000);
        var times = new FuzzTimes(count);

        await RunAsync(host, times, Seed, count / 10);
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        await RunAsync(host, times, Seed + Clients, count - (count / 10));

        Assert.Empty(_surprises);
        Assert.Equal("""{"acme":{"symbol":"ACME"}}""", await host.DataAsync("{ acme { symbol } }"));
        times.Check(percentileLimit: 100, limit: 500);
        FuzzTests.CheckGrowth(heap, MaxGrowth);
    }

    private static Task RunAsync(GraphQLHost host, FuzzTimes times, int seed, int count) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => RunClientAsync(host, times, new(seed + client), count / Clients))));

    private static async Task RunClientAsync(GraphQLHost host, FuzzTimes times, FuzzInputs inputs, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 100 == 99)
            {
                await TalkAsync(host, inputs);
                continue;
            }
            var body = Body(inputs);
            var kind = inputs.Below(20);
            var (contentType, accept, method) = (inputs.Pick(ContentTypes), inputs.Pick(Accepted), inputs.Pick(Methods));
            await times.MeasureAsync(body, Suspicious, async () =>
            {
                using var request = kind switch
                {
                    0 => new(new(method), "/graphql"),
                    1 or 2 or 3 => new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Escape(body)}&variables={Escape(Encoding.UTF8.GetBytes(accept))}"),
                    4 => new HttpRequestMessage(HttpMethod.Get, $"/graphql/{Escape(body.AsSpan(0, Math.Min(body.Length, 50)).ToArray())}?sdl"),
                    _ => new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) },
                };
                if (request.Content is { } content) content.Headers.TryAddWithoutValidation("Content-Type", kind < 8 ? contentType : "application/json");
                if (kind % 2 == 0) request.Headers.TryAddWithoutValidation("Accept", accept);
                await SendAsync(host, request, body);
            });
        }
    }

    // A document in a good envelope, a damaged envelope, or anything at all.
    private static byte[] Body(FuzzInputs inputs) => inputs.Below(10) switch
    {
        < 5 => JsonSerializer.SerializeToUtf8Bytes(new { query = Encoding.UTF8.GetString(inputs.Next()) }),
        < 9 => inputs.Damage(Encoding.UTF8.GetBytes(inputs.Pick(Envelopes))),
        _ => inputs.Next(),
    };

    private static string Escape(byte[] bytes) => Uri.EscapeDataString(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2_000))));

    private static async Task SendAsync(GraphQLHost host, HttpRequestMessage request, byte[] body)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.True((int)response.StatusCode is 200 or (>= 400 and < 500), $"{response.StatusCode} for {request} {FuzzTimes.Show(body)}");
        var type = response.Content.Headers.ContentType?.MediaType;
        // The stream of a subscription that never sends has no end.
        if (type == "text/event-stream") return;
        var answer = await response.Content.ReadAsByteArrayAsync(patience.Token);
        if (type is not ("application/json" or "application/graphql-response+json") || answer.Length == 0) return;
        var root = JsonSerializer.Deserialize<JsonElement>(answer);
        Assert.True(root.TryGetProperty("data", out _) || root.GetProperty("errors").GetArrayLength() > 0, FuzzTimes.Show(body));
    }

    private static async Task TalkAsync(GraphQLHost host, FuzzInputs inputs)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(host.SocketAddress, patience.Token);
        if (inputs.Below(4) > 0) await socket.SendAsync("{\"type\":\"connection_init\"}"u8.ToArray(), WebSocketMessageType.Text, true, patience.Token);
        try
        {
            for (var i = 0; i < MessagesPerSocket && socket.State == WebSocketState.Open; i++)
            {
                var message = Encoding.UTF8.GetBytes(inputs.Pick(Messages));
                if (inputs.Below(3) == 0) message = inputs.Below(4) == 0 ? inputs.Noise() : inputs.Damage(message);
                var type = inputs.Below(10) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
                await socket.SendAsync(message, type, inputs.Below(10) > 0, patience.Token);
            }
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (WebSocketException)
        {
            // The server was first to leave; that it does so without an exception is in its log.
        }
    }

    private sealed class ErrorLog(ConcurrentQueue<string> errors) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) errors.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() { }
    }
}
