using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Grains.Tests.Storage;

namespace Fincord.Grains.Tests.Trading;

public sealed class AccountRiskGrainTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TradingCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _cluster = await TradingCluster.Start(_folder);
        await _cluster.Quote(9_990, 10_010);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_an_account_risks_is_measured_by_the_stored_candles_and_kept_until_nothing_is_held()
    {
        await _cluster.KeepCandles(CandleInterval.D1, [.. Enumerable.Range(0, 31).Select(day => 10_000L + 100 * (day % 2))]);
        var (id, account) = await _cluster.Open(10_000);
        var order = Assert.Single((await account.Place(_cluster.Buy("one", limit: 10_010))).Orders);
        await _cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);

        var held = await _cluster.UntilRisk(id, risk => risk.GrossExposure > 0);
        Assert.Equal((100m, 100m), (held.GrossExposure, held.NetExposure));
        Assert.Equal((CandleInterval.D1, 30), (held.ValueAtRisk.Horizon, held.ValueAtRisk.SampleSize));
        // Every other day 1 % came and went: a hundred loses 100/101.
        Assert.Equal(-100 / 101.0, held.ValueAtRisk.At95!.ValueAtRisk, 9);
        Assert.Null(held.ValueAtRisk.At99);

        await account.ClosePosition(new(TradingCluster.Member, "close", _cluster.Instrument));
        var flat = await _cluster.UntilRisk(id, risk => risk.GrossExposure == 0 && risk.At > held.At);
        Assert.Empty(flat.ByInstrument);
    }
}
