using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests;

/// <summary>What one client may ask of the GraphQL API, and which documents run, by the process's settings.</summary>
public sealed class GraphQLProtectionTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Requests_that_are_too_long_too_wide_or_too_expensive_are_refused()
    {
        await using var host = await FincordHost.Start(_data);
        using var client = new HttpClient { BaseAddress = new(host.Address) };

        using var tooLong = await Post(client, "{ version } #" + new string('x', 300_000));
        using var tooWide = await Post(client, $"{{ {string.Join(' ', Enumerable.Range(0, 501).Select(index => $"f{index}: version"))} }}");
        using var tooExpensive = await Post(client, "{ instruments(first: 200) { nodes { candles(interval: M1, first: 1000) { nodes { open } } } } }");

        var body = await tooLong.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TOO_LARGE"), (tooLong.StatusCode, body.GetProperty("code").GetString()));
        Assert.Contains("more than 500 fields", await tooWide.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HC0047\"", await tooExpensive.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_known_documents_run_where_the_settings_say_so()
    {
        var folder = Directory.CreateDirectory(_data.Combine("documents"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "version.graphql"), "{ version }");
        var settings = _data.Combine("settings.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new { GraphQL = new { DocumentFolder = folder.FullName, OnlyKnownDocuments = true } }));
        await using var host = await FincordHost.Start(_data, "--config", settings);
        using var client = new HttpClient { BaseAddress = new(host.Address) };

        using var known = await client.PostAsJsonAsync("/graphql", new { id = "version" });
        using var unknown = await client.PostAsJsonAsync("/graphql", new { id = "other" });
        using var sent = await Post(client, "{ version }");

        Assert.Contains("\"data\":{\"version\":", await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HC0020\"", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HC0067\"", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_served_end_the_start_with_one_line()
    {
        var settings = _data.Combine("settings.json");
        await File.WriteAllTextAsync(settings, """{"GraphQL":{"OnlyKnownDocuments":true,"MaxDepth":0}}""");

        var (exitCode, _, line) = await FincordProcess.Run(Programs.Host, "--port", "0", "--data", _data.Path, "--config", settings);

        Assert.Equal(2, exitCode);
        Assert.Contains("GraphQL:MaxDepth is at least 1.", line, StringComparison.Ordinal);
        Assert.Contains("GraphQL:OnlyKnownDocuments needs a GraphQL:DocumentFolder.", line, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string query)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        return await client.PostAsync("/graphql", content);
    }
}
