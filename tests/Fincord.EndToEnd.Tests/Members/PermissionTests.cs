using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests.Members;

/// <summary>What a member may not see is missing, with a code, and all else is there.</summary>
public sealed class PermissionTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    private Task<FincordHost> StartWith(string permissions)
    {
        var file = _data.Combine("settings.json");
        File.WriteAllText(file, $$"""{ "Members": { "LocalPermissions": "{{permissions}}" } }""");
        return FincordHost.Start(_data, "--config", file);
    }

    [Fact]
    public async Task The_start_says_that_nobody_has_to_log_in()
    {
        await using var host = await FincordHost.Start(_data);

        var line = await host.Process.WaitForLine(line => line.StartsWith("No authentication is configured", StringComparison.Ordinal));

        Assert.EndsWith("who may do everything.", line, StringComparison.Ordinal);
        var me = (await host.Query("{ me { id name permissions } }")).GetProperty("me");
        Assert.Equal("local", me.GetProperty("name").GetString());
        Assert.Contains("orders.place", me.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()));
    }

    [Fact]
    public async Task A_denied_field_is_null_with_a_code_and_the_others_are_kept()
    {
        await using var host = await StartWith("account.read");

        var answer = await Ask(host, """{ me { name permissions } instrument(key: "SIM:ACME") { key } instruments { nodes { key } } }""", HttpStatusCode.OK);

        Assert.Equal("""{"me":{"name":"local","permissions":["account.read"]},"instrument":null,"instruments":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["PERMISSION_DENIED", "PERMISSION_DENIED"], Codes(answer));
    }

    [Fact]
    public async Task A_node_is_denied_by_its_type()
    {
        await using var host = await StartWith("account.read");

        var answer = await Ask(host, """{ node(id: "SW5zdHJ1bWVudDox") { id } }""", HttpStatusCode.OK);

        Assert.Equal("""{"node":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["PERMISSION_DENIED"], Codes(answer));
    }

    [Theory]
    [InlineData("*/*", HttpStatusCode.BadRequest)]
    [InlineData("text/event-stream", HttpStatusCode.OK)]
    public async Task A_denied_subscription_does_not_start(string accept, HttpStatusCode expected)
    {
        await using var host = await StartWith("account.read");
        using var client = new HttpClient { DefaultRequestHeaders = { { "Accept", accept } } };

        using var response = await client.PostAsJsonAsync(
            host.Address + "/graphql", new { query = """subscription { quoteChanged(key: "SIM:ACME") { last } }""" });

        Assert.Equal(expected, response.StatusCode);
        var answer = Assert.Single((await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Split('\n'), line => line.Contains('{', StringComparison.Ordinal));
        Assert.Equal(["PERMISSION_DENIED"], Codes(JsonSerializer.Deserialize<JsonElement>(answer.Replace("data: ", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_denied_endpoint_names_the_permission()
    {
        await using var host = await StartWith("account.read");

        using var response = await host.Get("/api/v1/instruments");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("""{"error":403,"reason":"This needs the permission markets.read.","code":"PERMISSION_DENIED"}""", await response.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> Ask(FincordHost host, string query, HttpStatusCode expected)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(host.Address + "/graphql", new { query });
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<string?> Codes(JsonElement answer) =>
        answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString());
}
