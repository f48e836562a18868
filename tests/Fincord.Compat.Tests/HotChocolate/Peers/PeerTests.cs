using System.Text.Json;
using Fincord.Tests.Npm;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL.Peers;

/// <summary>Programs that nobody here wrote, used against the server: each script in <c>tests/npm/graphql</c> prints what it has found.</summary>
public sealed class PeerTests
{
    private const int Required = 36;

    // There we answer application/graphql-response+json, as HotChocolate 16 does.
    private static readonly HashSet<string> Excused = ["47DE", "80D8"];

    // The real package drops a client that leaves, and closes with 1011 for what is no message.
    private static readonly HashSet<string> ExcusedOfHotChocolate = typeof(HotChocolate.IError).Assembly.GetName().Name!.StartsWith("Fincord", StringComparison.Ordinal)
        ? []
        : ["leaves with code 1000, and the server answers", "is refused with 4400 for what is no message"];

    [Fact]
    public async Task The_audits_of_graphql_http_pass()
    {
        await using var host = await PeerSchema.StartAsync();

        var audits = Lines(await NpmScript.RunAsync("graphql/audits.mjs", PeerSchema.Address(host)));

        var required = audits.Where(audit => !Text(audit, "name").StartsWith("MAY", StringComparison.Ordinal)).ToList();
        Assert.True(required.Count >= Required, $"only {required.Count} audits");
        Assert.Empty(required.Where(audit => Text(audit, "status") != "ok" && !Excused.Contains(Text(audit, "id"))).Select(audit => audit.GetRawText()));
    }

    [Fact]
    public async Task The_client_of_graphql_ws_lives_its_whole_life_against_us()
    {
        await using var host = await PeerSchema.StartAsync();
        await using var impatient = await PeerSchema.StartAsync(builder =>
            builder.ModifyServerOptions(options => options.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(200)));
        await using var attentive = await PeerSchema.StartAsync(builder =>
            builder.ModifyServerOptions(options => options.Sockets.KeepAliveInterval = TimeSpan.FromMilliseconds(100)));

        AssertAllPassed(await NpmScript.RunAsync("graphql/websocket.mjs",
            [host.SocketAddress.ToString(), impatient.SocketAddress.ToString(), attentive.SocketAddress.ToString()]));
    }

    [Fact]
    public async Task The_client_of_graphql_sse_lives_its_whole_life_against_us()
    {
        await using var host = await PeerSchema.StartAsync();

        AssertAllPassed(await NpmScript.RunAsync("graphql/events.mjs", PeerSchema.Address(host)));
    }

    private static void AssertAllPassed(string report)
    {
        var steps = Lines(report);
        Assert.NotEmpty(steps);
        Assert.Empty(steps.Where(step => Text(step, "status") != "ok" && !ExcusedOfHotChocolate.Contains(Text(step, "name"))).Select(step => step.GetRawText()));
    }

    private static List<JsonElement> Lines(string report) =>
        [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static string Text(JsonElement line, string property) => line.GetProperty(property).GetString()!;
}
