using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>Measures what accounts risk, by the stored candles of what they hold, and keeps it.</summary>
internal sealed class AccountRisks(IMarketStore market, IAccountFigures figures)
{
    private const int Days = 500;       // of calendar: some 350 of an exchange
    private const int Hours = 30 * 24;

    /// <summary>Measures an account in the world as it is, and keeps the measure.</summary>
    public async Task Keep(AccountState account, TradingContext context, CancellationToken cancellation)
    {
        var held = account.Positions.Values.Where(position => !position.IsFlat).Select(position => position.InstrumentId).ToList();
        var days = await Read(held, CandleInterval.D1, context.Now - TimeSpan.FromDays(Days), context.Now, Days, cancellation);
        var hours = await Read(held, CandleInterval.H1, context.Now - TimeSpan.FromHours(Hours), context.Now, Hours, cancellation);
        await figures.AddRisk(account.Id, AccountRisk.Of(account, context, days, hours), cancellation);
    }

    private async Task<Dictionary<InstrumentId, IReadOnlyList<Candle>>> Read(
        List<InstrumentId> instruments, CandleInterval interval, Timestamp from, Timestamp to, int limit, CancellationToken cancellation)
    {
        var candles = new Dictionary<InstrumentId, IReadOnlyList<Candle>>();
        foreach (var id in instruments)
            candles[id] = [.. (await market.ReadCandles(id, interval, from, to, limit + 1, cancellation)).Where(candle => candle.IsClosed)];
        return candles;
    }
}
