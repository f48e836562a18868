using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;
using Fincord.Tests.Npm;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>What <c>@grpc/grpc-js</c> from npm finds at a host's gRPC port (tests/npm/grpc/trading.mjs).</summary>
public sealed class GrpcTests : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private FincordHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await FincordHost.Start(_data);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public Task An_order_is_placed_once_amended_and_cancelled_and_the_stream_tells_each_step() => RunWithAccount("place");

    [Fact]
    public Task Fills_are_told_in_sequence_and_again_to_who_comes_later() => RunWithAccount("fills");

    [Fact]
    public Task A_denied_order_is_an_answer_with_its_code() => RunWithAccount("denied");

    [Fact]
    public Task A_deadline_ends_a_call_at_the_server() => RunWithAccount("deadline");

    [Fact]
    public Task A_message_that_is_too_large_is_refused() => RunWithAccount("large");

    [Fact]
    public Task An_unknown_method_is_unimplemented() => Run("unknown");

    [Fact]
    public Task A_bad_message_is_an_invalid_argument() => RunWithAccount("bad");

    [Fact]
    public Task A_compressed_message_is_refused_with_what_is_taken() => Run("compressed");

    [Fact]
    public Task Another_content_type_is_refused() => Run("other");

    [Fact]
    public Task An_account_of_somebody_else_does_not_exist() => Run("foreign");

    [Fact]
    public Task Two_hundred_orders_at_once_are_all_told() => RunWithAccount("together");

    [Fact]
    public async Task A_stop_ends_streams_and_says_so()
    {
        await RunWithAccount("stopped");

        Assert.Equal(0, await _host.Process.WaitForExit());
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_done()
    {
        using var data = new TemporaryFolder();
        var file = data.Combine("settings.json");
        File.WriteAllText(file, """{ "Members": { "LocalPermissions": "markets.read" } }""");
        await using var host = await FincordHost.Start(data, "--config", file);

        await NpmScript.RunAsync("grpc/trading.mjs", "forbidden", await host.GrpcAddress());
    }

    private async Task Run(string scenario) => await NpmScript.RunAsync("grpc/trading.mjs", scenario, await _host.GrpcAddress());

    private async Task RunWithAccount(string scenario) => await NpmScript.RunAsync(
        "grpc/trading.mjs", scenario, await _host.GrpcAddress(), await OpenAccount(), _host.Process.Id.ToString());

    private async Task<string> OpenAccount()
    {
        const string Quote = "/api/v1/instruments/SIM:ACME/quote";
        while (true)
        {
            using var quote = await _host.Get(Quote);
            if (quote.IsSuccessStatusCode && (await _host.GetJson(Quote)).GetProperty("ask").ValueKind is JsonValueKind.String) break;
        }
        var opened = await _host.Query("""mutation { openAccount(input: { idempotencyKey: "open", name: "gRPC" }) { account { id } error { code message } } }""");
        var id = opened.GetProperty("openAccount").GetProperty("account").GetProperty("id").GetString()!;
        var paid = await _host.Query(
            """mutation($id: ID!) { pay(input: { accountId: $id, idempotencyKey: "pay", currency: "USD", amount: "1000000" }) { error { code message } } }""", new { id });
        Assert.Equal(JsonValueKind.Null, paid.GetProperty("pay").GetProperty("error").ValueKind);
        return id;
    }
}
