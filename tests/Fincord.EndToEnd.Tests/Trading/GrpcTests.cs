using Fincord.EndToEnd.Tests.Running;
using Fincord.Tests.Npm;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>What <c>@grpc/grpc-js</c> from npm finds at a host's gRPC port (tests/npm/grpc/trading.mjs).</summary>
public sealed class GrpcTests(GrpcHost host) : IClassFixture<GrpcHost>
{
    [Fact]
    public Task An_order_is_placed_once_amended_and_cancelled_and_the_stream_tells_each_step() => host.RunWithAccount("place");

    [Fact]
    public Task Fills_are_told_in_sequence_and_again_to_who_comes_later() => host.RunWithAccount("fills");

    [Fact]
    public Task A_denied_order_is_an_answer_with_its_code() => host.RunWithAccount("denied");

    [Fact]
    public Task A_deadline_ends_a_call_at_the_server() => host.RunWithAccount("deadline");

    [Fact]
    public Task A_message_that_is_too_large_is_refused() => host.RunWithAccount("large");

    [Fact]
    public Task An_unknown_method_is_unimplemented() => host.Run("unknown");

    [Fact]
    public Task A_bad_message_is_an_invalid_argument() => host.RunWithAccount("bad");

    [Fact]
    public Task A_compressed_message_is_refused_with_what_is_taken() => host.Run("compressed");

    [Fact]
    public Task Another_content_type_is_refused() => host.Run("other");

    [Fact]
    public Task An_account_of_somebody_else_does_not_exist() => host.Run("foreign");

    [Fact]
    public Task Two_hundred_orders_at_once_are_all_told() => host.RunWithAccount("together");

    [Fact]
    public async Task A_stop_ends_streams_and_says_so()
    {
        await using var mortal = new GrpcHost();
        await mortal.InitializeAsync();

        await mortal.RunWithAccount("stopped");

        Assert.Equal(0, await mortal.WaitForExit());
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_done()
    {
        using var data = new TemporaryFolder();
        var file = data.Combine("settings.json");
        File.WriteAllText(file, """{ "Members": { "LocalPermissions": "markets.read" } }""");
        await using var denying = await FincordHost.Start(data, "--config", file);

        await NpmScript.RunAsync("grpc/trading.mjs", "forbidden", await denying.GrpcAddress());
    }
}
