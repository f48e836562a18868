using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;

namespace Fincord.Grains.Tests.Storage;

/// <summary>Made-up market data.</summary>
internal static class Sample
{
    public static readonly Timestamp Noon = Timestamp.Parse("2026-01-02T12:00:00Z");

    public static TradeReceived Trade(long instrument, long sequence) => new(
        new(instrument), "sim", Noon + TimeSpan.FromMilliseconds(sequence + 5),
        new(Noon + TimeSpan.FromMilliseconds(sequence), sequence, new((UInt128)sequence), new(10_050 + sequence % 100), new(1 + sequence % 7), AggressorSide.Buy));

    public static List<MarketEvent> Trades(long instrument, long from, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Trade(instrument, from + i))];

    public static InstrumentDefinition Definition(string key) =>
        new(InstrumentKey.Parse(key), "Something", InstrumentType.CryptoSpot, "USD", new(2), new(8));

    public static Candle Candle(long minute, long price = 10_050) => new(
        CandleInterval.M1, Noon + TimeSpan.FromMinutes(minute), new(price), new(price + 10), new(price - 10), new(price + 5), 12, 120_600, 3, 0, IsClosed: true);
}

/// <summary>Every instrument has the same scales.</summary>
internal sealed class FixedScales(int price = 2, int quantity = 8) : IInstrumentScales
{
    public InstrumentScales Of(InstrumentId id) => new(new(price), new(quantity));
}
