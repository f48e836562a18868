using System.Net.Http.Json;
using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Running;

/// <summary>A running host with a data folder of its own, and the questions that tests ask it.</summary>
internal sealed class FincordHost : IAsyncDisposable
{
    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly HttpClient _http = new();

    private FincordHost(FincordProcess process, string address)
    {
        Process = process;
        Address = address;
        _http.BaseAddress = new(address);
    }

    public FincordProcess Process { get; }

    public string Address { get; }

    public static Task<FincordHost> Start(TemporaryFolder data, params IEnumerable<string> arguments) => Start(data, NoSettings, arguments);

    /// <summary>One with settings in its environment.</summary>
    public static Task<FincordHost> Start(TemporaryFolder data, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        StartAt("0", data, environment, arguments);

    /// <summary>Starts it again where one was that has ended.</summary>
    public static Task<FincordHost> StartAgain(TemporaryFolder data, string address) =>
        StartAt(new Uri(address).Port.ToString(), data, NoSettings, "--grpc-port", "0");

    public static Task<FincordHost> Replay(TemporaryFolder data, string file, string key, string speed = "max") =>
        Start(data, "--replay", file, "--instrument", key, "--speed", speed);

    /// <summary>The line that tells the counts of a replay.</summary>
    public Task<string> Replayed() => Process.WaitForLine(line => line.StartsWith("Replayed ", StringComparison.Ordinal));

    /// <summary>Where it serves gRPC.</summary>
    public async Task<string> GrpcAddress() =>
        (await Process.WaitForLine(line => line.StartsWith("gRPC is served at ", StringComparison.Ordinal))).Split(' ')[^1];

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(path);

    public async Task<JsonElement> GetJson(string path) => await _http.GetFromJsonAsync<JsonElement>(path);

    public async Task<JsonElement> Query(string query, object? variables = null)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query, variables });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ToString());
        return body.GetProperty("data");
    }

    /// <summary>Sends a request with a JSON body and headers; the answer's status, and its body.</summary>
    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>All candles of an instrument and interval by GraphQL, page by page.</summary>
    public async Task<List<CandleRow>> Candles(string key, string interval, int pageSize = 1_000)
    {
        var rows = new List<CandleRow>();
        string? after = null;
        do
        {
            var data = await Query(
                """
                query($key: String!, $interval: CandleInterval!, $first: Int!, $after: String) {
                  instrument(key: $key) { candles(interval: $interval, first: $first, after: $after) {
                    nodes { openTime open high low close volume vwap tradeCount revision isClosed } pageInfo { hasNextPage endCursor } } } }
                """, new { key, interval, first = pageSize, after });
            var page = data.GetProperty("instrument").GetProperty("candles");
            rows.AddRange(page.GetProperty("nodes").EnumerateArray().Select(CandleRow.Read));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Process.DisposeAsync();
    }

    private static async Task<FincordHost> StartAt(
        string port, TemporaryFolder data, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var process = FincordProcess.Start(Programs.Host, environment, ["--port", port, "--data", data.Path, .. arguments]);
        var ready = await process.WaitForLine(line => line.StartsWith("Fincord is ready at ", StringComparison.Ordinal));
        return new(process, ready.Split(' ')[^1]);
    }
}

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("fincord-test-").FullName;

    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
