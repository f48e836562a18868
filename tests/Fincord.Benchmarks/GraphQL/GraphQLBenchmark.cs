using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>
/// Two answers, by our server, by peers from npm, and by a minimal API that writes the same records with System.Text.Json, which is the limit;
/// then what subscriptions cost. The servers take turns, so that they meet the same machine.
/// </summary>
internal static class GraphQLBenchmark
{
    private const int Rounds = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);
    private static readonly string Folder = FindFolder();

    private sealed record Question(string Name, string Query, string Limit, double Target);

    private static readonly Question[] Questions =
    [
        new("58 bytes", "{instrument(key:\"XNAS:AAPL\"){key name}}", "/limit/small", 0.60),
        new("100 candles", "{candles(key:\"XNAS:AAPL\"){time open high low close}}", "/limit/candles", 0.50),
    ];

    public static async Task Run()
    {
        await using var ours = await ServerProcess.StartOurs();
        if (Wrk.IsThere) await MeasureAnswers(ours.Address);
        else await Console.Error.WriteLineAsync("fincord: wrk is missing (apt-get install wrk), so answers are not measured.");
        await SubscriptionBenchmark.Run(ours.Address);
    }

    private static async Task MeasureAnswers(Uri ours)
    {
        var kinds = Directory.Exists(Path.Combine(Folder, "node_modules")) ? new[] { "yoga", "mercurius", "mercurius-jit" } : [];
        var peers = new List<ServerProcess>();
        try
        {
            foreach (var kind in kinds) peers.Add(await ServerProcess.StartPeer(Folder, kind));
            foreach (var question in Questions)
            {
                (string Name, Uri Address)[] servers =
                [
                    ("ours", new(ours, "/graphql")), ("limit", new(ours, question.Limit)), .. kinds.Zip(peers, (kind, peer) => (kind, peer.Address)),
                ];
                await Measure(question, servers);
            }
        }
        finally
        {
            foreach (var peer in peers) await peer.DisposeAsync();
        }
    }

    private static async Task Measure(Question question, (string Name, Uri Address)[] servers)
    {
        var body = JsonSerializer.Serialize(new { query = question.Query });
        foreach (var (_, address) in servers)
        {
            await CheckAnswer(address, body);
            await Wrk.Post(address, body, WarmUp);
        }
        var rates = servers.ToDictionary(server => server.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, address) in servers) rates[name].Add(await Wrk.Post(address, body, Measured));
        }
        double Median(string name) => rates[name].Order().ElementAt(Rounds / 2);
        Report.Figure($"answers: {question.Name}, 32 connections", Median("ours"), "requests/s",
            [("limit", Median("limit")), ("target", Median("limit") * question.Target), .. servers[2..].Select(server => (server.Name, Median(server.Name)))]);
    }

    // Who answers something else is not compared.
    private static async Task CheckAnswer(Uri address, string body)
    {
        using var client = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, content);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        object expected = body.Contains("candles", StringComparison.Ordinal)
            ? new { data = new { candles = BenchmarkData.Candles } }
            : new { data = new { instrument = BenchmarkData.Instrument } };
        if (!JsonElement.DeepEquals(answer, JsonSerializer.SerializeToElement(expected, JsonSerializerOptions.Web)))
            throw new InvalidOperationException($"{address} answers {answer}.");
    }

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Fincord.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The benchmark runs inside the repository.");
        return Path.Combine(folder, "tests", "Fincord.Benchmarks", "npm");
    }
}
