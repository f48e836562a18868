using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Grains.Tests.Storage;

namespace Fincord.Grains.Tests.Trading;

public sealed class SessionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_halted_instrument_takes_what_may_wait_and_trades_it_when_it_goes_on()
    {
        await using var cluster = await TradingCluster.Start(_folder);
        await cluster.Quote(9_990, 10_010);
        var (id, account) = await cluster.Open();
        await cluster.Halt(new("News pending", TradingCluster.Member, new(1)));

        var denied = Assert.Single((await account.Place(AtTheMarket(cluster))).Orders);
        var waiting = Assert.Single((await account.Place(cluster.Buy("limit", 10_010))).Orders);
        Assert.Equal((OrderStatus.Denied, "MARKET_CLOSED", "The market is halted, and the order cannot wait."), (denied.Status, denied.Code, denied.Reason));
        await cluster.Until(id, waiting.Id, order => order.Status is OrderStatus.Accepted);
        await cluster.Halt(null);

        await cluster.Until(id, waiting.Id, order => order.Status is OrderStatus.Filled);
    }

    [Fact]
    public async Task A_halt_is_there_after_a_restart()
    {
        await using (var cluster = await TradingCluster.Start(_folder)) await cluster.Halt(new("News pending", TradingCluster.Member, new(1)));

        await using var restarted = await TradingCluster.Start(_folder);

        Assert.Equal(new TradingHalt("News pending", TradingCluster.Member, new(1)), (await restarted.Market()).Halt);
        await restarted.Halt(null);
        Assert.Null((await restarted.Market()).Halt);
    }

    [Fact]
    public async Task Where_the_market_is_closed_orders_rest_and_what_cannot_is_denied()
    {
        await using var cluster = await TradingCluster.Start(_folder.Path, null, terms: Closed());
        await cluster.Quote(9_990, 10_010);
        var (id, account) = await cluster.Open();

        var denied = Assert.Single((await account.Place(AtTheMarket(cluster))).Orders);
        var resting = Assert.Single((await account.Place(cluster.Buy("limit", 10_010))).Orders);

        Assert.Equal("MARKET_CLOSED", denied.Code);
        await cluster.Until(id, resting.Id, order => order.Status is OrderStatus.Accepted);
        Assert.Empty(await cluster.Store.ReadFills(id, null, 10, default));
        Assert.Single(await cluster.Store.ListActiveBooks(default));
    }

    // A market that trades on one day in two centuries.
    private static TradingTerms Closed() => new(
        [new() { Calendar = "NEVER" }],
        [
            new(
                new("NEVER", "UTC", [new([DayOfWeek.Monday], [new(TradingPhase.Continuous, TimeSpan.FromHours(9), TimeSpan.FromHours(10))]) { Since = new(2200, 1, 1) }], [], []),
                TimeZoneInfo.Utc),
        ]);

    private static Contracts.Trading.PlaceOrdersCommand AtTheMarket(TradingCluster cluster) => new(
        TradingCluster.Member, "market", OrderStructure.Single,
        [new(cluster.Instrument, OrderSide.Buy, OrderType.Market, new(100_000_000), TimeInForce.ImmediateOrCancel)], OrderOrigin.Member);
}
