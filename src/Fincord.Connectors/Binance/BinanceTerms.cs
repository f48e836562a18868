using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>The filters of a symbol as terms of an instrument.</summary>
internal static class BinanceTerms
{
    /// <summary>The terms; null when the instrument's scales cannot hold the symbol's steps, so that no order would fit both.</summary>
    public static InstrumentTerms? ToTerms(BinanceSymbol symbol, Instrument instrument)
    {
        var terms = InstrumentTerms.Of(instrument);
        if (!TryCount(instrument.PriceScale, symbol.Tick, terms.TickSize, out var tick) || !TryCount(instrument.QuantityScale, symbol.Lot, terms.LotSize, out var lot)
            || !TryCount(instrument.QuantityScale, symbol.MinQuantity, lot, out var least)) return null;
        return terms with
        {
            TickSize = tick,
            LotSize = lot,
            MinQuantity = new(least),
            MaxQuantity = TryCount(instrument.QuantityScale, symbol.MaxQuantity, terms.MaxQuantity.Count, out var most) ? new(most) : terms.MaxQuantity,
            MinNotional = symbol.MinNotional ?? terms.MinNotional,
        };
    }

    private static bool TryCount(DecimalScale scale, decimal? value, long otherwise, out long count)
    {
        count = otherwise;
        return value is not { } known || scale.TryToCount(known, out count);
    }
}
