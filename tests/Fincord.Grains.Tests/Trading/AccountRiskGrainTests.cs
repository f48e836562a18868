using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

public sealed class AccountRiskGrainTests : TradingClusterTests
{
    [Fact]
    public async Task What_an_account_risks_is_measured_by_the_stored_candles_and_kept_until_nothing_is_held()
    {
        await Cluster.KeepCandles(CandleInterval.D1, [.. Enumerable.Range(0, 31).Select(day => 10_000L + 100 * (day % 2))]);
        var (id, account) = await Cluster.Open(10_000);
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);

        var held = await Cluster.UntilRisk(id, risk => risk.GrossExposure > 0);
        Assert.Equal((100m, 100m), (held.GrossExposure, held.NetExposure));
        Assert.Equal((CandleInterval.D1, 30), (held.ValueAtRisk.Horizon, held.ValueAtRisk.SampleSize));
        // Every other day 1 % came and went: a hundred loses 100/101.
        Assert.Equal(-100 / 101.0, held.ValueAtRisk.At95!.ValueAtRisk, 9);
        Assert.Null(held.ValueAtRisk.At99);

        await account.ClosePosition(new(TradingCluster.Member, "close", Cluster.Instrument));
        var flat = await Cluster.UntilRisk(id, risk => risk.GrossExposure == 0 && risk.At > held.At);
        Assert.Empty(flat.ByInstrument);
    }
}
