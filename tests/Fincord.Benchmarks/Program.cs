using Fincord.Benchmarks;
using Fincord.Benchmarks.Actors;
using Fincord.Benchmarks.GraphQL;
using Fincord.Benchmarks.Markets;
using Fincord.Benchmarks.Trading;

if (args is [BenchmarkServer.Verb])
{
    await BenchmarkServer.Run();
    return 0;
}

// Each benchmark prints its own figure, the baseline's in the same run, and their ratio. They are measured, never asserted by unit tests.
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["actors"] = ActorBenchmark.Run,
    ["books"] = BookBenchmark.Run,
    ["graphql"] = GraphQLBenchmark.Run,
    ["ingest"] = IngestBenchmark.Run,
    ["matching"] = MatchingBenchmark.Run,
    ["orders"] = OrdersBenchmark.Run,
};
if (args is ["matching", "--stream", var file]) return OrderStreamFile.Replay(file);
if (args is ["orders", "--postgresql", var database])
{
    Report.Heading();
    await OrdersBenchmark.Run(database);
    return 0;
}
if (args is not [] && (args is not [var name] || !benchmarks.ContainsKey(name)))
{
    Console.Error.WriteLine($"fincord: there is no benchmark '{string.Join(' ', args)}'; there are: {string.Join(", ", benchmarks.Keys)}, matching --stream FILE, and orders --postgresql CONNECTION.");
    return 2;
}
Report.Heading();
foreach (var (key, run) in benchmarks)
    if (args.Length == 0 || args[0] == key) await run();
return 0;
