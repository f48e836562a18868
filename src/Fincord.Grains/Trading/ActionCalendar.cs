using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Trading;

/// <summary>
/// What instruments do by the calendar where nobody announces it: perpetuals pay funding every eight hours, what can be borrowed costs interest
/// each UTC day. Prices are those of the moment; a moment at which there was no market is passed over.
/// </summary>
internal sealed partial class ActionCalendar(
    IInstrumentActionStore store, IInstrumentRegistry registry, IMarketStore markets, TradingTerms terms, IGrainFactory grains, IOptions<TradingOptions> options, ILogger<ActionCalendar> logger)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // How far back a price is looked for, first minute by minute, then hour by hour.
    private static readonly (CandleInterval Interval, TimeSpan Reach)[] Looks = [(CandleInterval.M1, TimeSpan.FromHours(1)), (CandleInterval.H1, TimeSpan.FromDays(7))];

    /// <summary>When the next one is due.</summary>
    public Timestamp NextAfter(Instrument instrument, Timestamp after) => FundingSchedule.Moments(after, Timestamp.MaxValue, IntervalOf(instrument)).First();

    /// <summary>Those of the moments in (after, until], without numbers.</summary>
    public async Task<ImmutableArray<InstrumentAction>> Make(Instrument instrument, Timestamp after, Timestamp until)
    {
        var made = ImmutableArray.CreateBuilder<InstrumentAction>();
        var announced = await store.ReadEffective(instrument.Id, after, CancellationToken.None);
        foreach (var moment in FundingSchedule.Moments(after, until, IntervalOf(instrument)))
        {
            var kind = IsPerpetual(instrument) ? InstrumentActionKind.Funding : InstrumentActionKind.Borrow;
            if (terms.Of(instrument).IsContract && !IsPerpetual(instrument)) continue;
            if (announced.Any(known => known.Kind == kind && known.EffectiveAt == moment)) continue;
            if (await PriceAt(instrument, moment) is not { } price) LogNoPrice(instrument.Key, kind, moment);
            else if (await RateOf(instrument, kind, price, moment) is { } rate and not 0) made.Add(new(
                InstrumentActionId.Of(instrument.Id, $"{kind} {moment}"), instrument.Id, kind, moment, moment, 0) { Rate = rate, Price = price });
        }
        return made.DrainToImmutable();
    }

    private async Task<decimal?> RateOf(Instrument instrument, InstrumentActionKind kind, decimal price, Timestamp moment)
    {
        if (kind is InstrumentActionKind.Borrow)
            return (await store.FindLast(instrument.Id, InstrumentActionKind.BorrowRate, moment, CancellationToken.None))?.Rate ?? options.Value.BorrowRate;
        var index = options.Value.FundingIndexes.TryGetValue(instrument.Key.Value, out var key) && InstrumentKey.TryParse(key, out var parsed)
            && await registry.Find(parsed, CancellationToken.None) is { } followed ? await PriceAt(followed, moment) : null;
        return FundingSchedule.RateOf(price, index, options.Value.FundingInterest);
    }

    // The last price before a moment: the last close of the shortest candle that ended by then, or the market's own as it still is.
    private async Task<decimal?> PriceAt(Instrument instrument, Timestamp moment)
    {
        var market = grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(instrument.Id));
        var state = await market.GetState();
        if (state.OccurredAt is { } at && at < moment && at >= moment - Looks[^1].Reach && new TradedMarket(terms.Of(instrument), state, TradingPhase.Continuous).Mark is { } mark)
            return instrument.PriceScale.ToDecimal(mark);
        foreach (var (interval, reach) in Looks)
        {
            var recent = (await market.GetRecentCandles(interval)).Where(candle => candle.OpenTime >= moment - reach);
            var stored = await markets.ReadCandles(instrument.Id, interval, moment - reach, moment, int.MaxValue, CancellationToken.None);
            var last = stored.Concat(recent).Where(candle => interval.CloseTime(candle.OpenTime) <= moment).MaxBy(candle => candle.OpenTime);
            if (last.Interval == interval) return instrument.PriceScale.ToDecimal(last.Close);
        }
        return null;
    }

    private static TimeSpan IntervalOf(Instrument instrument) => IsPerpetual(instrument) ? FundingSchedule.Interval : Day;

    private static bool IsPerpetual(Instrument instrument) => instrument.Definition.Type is InstrumentType.Perpetual;

    [LoggerMessage(LogLevel.Warning, "{Instrument} had no price for its {Kind} at {Moment}; it is passed over.")]
    private partial void LogNoPrice(InstrumentKey instrument, InstrumentActionKind kind, Timestamp moment);
}
