using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests.Members;

/// <summary>What a member may not see is missing, with a code, and all else is there.</summary>
public sealed class PermissionTests(PermissionTests.ReadingMember reading) : IClassFixture<PermissionTests.ReadingMember>
{
    [Fact]
    public async Task The_start_says_that_nobody_has_to_log_in()
    {
        using var data = new TemporaryFolder();
        await using var host = await FincordHost.Start(data);

        var line = await host.Process.WaitForLine(line => line.StartsWith("No authentication is configured", StringComparison.Ordinal));

        Assert.EndsWith("who may do everything.", line, StringComparison.Ordinal);
        var me = (await host.Query("{ me { id name permissions } }")).GetProperty("me");
        Assert.Equal("local", me.GetProperty("name").GetString());
        Assert.Contains("orders.place", me.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()));
    }

    [Fact]
    public async Task A_denied_field_is_null_with_a_code_and_the_others_are_kept()
    {
        var answer = await Ask("""{ me { name permissions } instrument(key: "SIM:ACME") { key } instruments { nodes { key } } }""", HttpStatusCode.OK);

        Assert.Equal("""{"me":{"name":"local","permissions":["account.read"]},"instrument":null,"instruments":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["PERMISSION_DENIED", "PERMISSION_DENIED"], Codes(answer));
    }

    [Fact]
    public async Task A_node_is_denied_by_its_type()
    {
        var answer = await Ask("""{ node(id: "SW5zdHJ1bWVudDox") { id } }""", HttpStatusCode.OK);

        Assert.Equal("""{"node":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["PERMISSION_DENIED"], Codes(answer));
    }

    [Theory]
    [InlineData("*/*", HttpStatusCode.BadRequest)]
    [InlineData("text/event-stream", HttpStatusCode.OK)]
    public async Task A_denied_subscription_does_not_start(string accept, HttpStatusCode expected)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { { "Accept", accept } } };

        using var response = await client.PostAsJsonAsync(
            reading.Host.Address + "/graphql", new { query = """subscription { quoteChanged(key: "SIM:ACME") { last } }""" });

        Assert.Equal(expected, response.StatusCode);
        var answer = Assert.Single((await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Split('\n'), line => line.Contains('{', StringComparison.Ordinal));
        Assert.Equal(["PERMISSION_DENIED"], Codes(JsonSerializer.Deserialize<JsonElement>(answer.Replace("data: ", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_denied_endpoint_names_the_permission()
    {
        using var response = await reading.Host.Get("/api/v1/instruments");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("""{"error":403,"reason":"This needs the permission markets.read.","code":"PERMISSION_DENIED"}""", await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> Ask(string query, HttpStatusCode expected)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(reading.Host.Address + "/graphql", new { query });
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<string?> Codes(JsonElement answer) =>
        answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString());

    /// <summary>A host whose local member may do nothing but read accounts.</summary>
    public sealed class ReadingMember : IAsyncLifetime
    {
        private readonly TemporaryFolder _data = new();

        internal FincordHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var file = _data.Combine("settings.json");
            File.WriteAllText(file, """{ "Members": { "LocalPermissions": "account.read" } }""");
            Host = await FincordHost.Start(_data, "--config", file);
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            _data.Dispose();
        }
    }
}
