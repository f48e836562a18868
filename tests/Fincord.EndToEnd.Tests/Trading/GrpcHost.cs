using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;
using Fincord.Tests.Npm;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>A host that trades the simulated market, and what <c>@grpc/grpc-js</c> from npm finds at its gRPC port.</summary>
public sealed class GrpcHost : IAsyncLifetime
{
    private const string Quote = "/api/v1/instruments/SIM:ACME/quote";

    private readonly TemporaryFolder _data = new();
    private FincordHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await FincordHost.Start(_data);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>Runs a scenario of tests/npm/grpc/trading.mjs.</summary>
    public async Task Run(string scenario) => await NpmScript.RunAsync("grpc/trading.mjs", scenario, await _host.GrpcAddress());

    /// <summary>Runs a scenario with an account of its own.</summary>
    public async Task RunWithAccount(string scenario) => await NpmScript.RunAsync(
        "grpc/trading.mjs", scenario, await _host.GrpcAddress(), await OpenAccount(scenario), _host.Process.Id.ToString());

    /// <summary>The host's exit code, once something has ended it.</summary>
    public Task<int> WaitForExit() => _host.Process.WaitForExit();

    private async Task<string> OpenAccount(string name)
    {
        while (true)
        {
            using var quote = await _host.Get(Quote);
            if (quote.IsSuccessStatusCode && (await _host.GetJson(Quote)).GetProperty("ask").ValueKind is JsonValueKind.String) break;
        }
        var opened = await _host.Query(
            "mutation($name: String!) { openAccount(input: { idempotencyKey: $name, name: $name }) { account { id } error { code message } } }", new { name });
        var id = opened.GetProperty("openAccount").GetProperty("account").GetProperty("id").GetString()!;
        var paid = await _host.Query(
            """mutation($id: ID!) { pay(input: { accountId: $id, idempotencyKey: "pay", currency: "USD", amount: "1000000" }) { error { code message } } }""", new { id });
        Assert.Equal(JsonValueKind.Null, paid.GetProperty("pay").GetProperty("error").ValueKind);
        return id;
    }
}
