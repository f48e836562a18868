using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using V1 = Fincord.Schemas.Market.V1;

namespace Fincord.Grains.Tests.Storage;

public sealed class MarketEventMappingTests
{
    private static readonly Gen<long> Edge = Gen.Elements(0L, 1, -1, 127, 128, 16_383, 16_384, long.MaxValue, long.MinValue);
    private static readonly Gen<long> Number = Gen.OneOf(Edge, ArbMap.Default.GeneratorFor<long>(), Gen.Choose(-100_000, 100_000).Select(n => (long)n));
    private static readonly Gen<long> Count = Number.Select(n => n & long.MaxValue);
    private static readonly Gen<string> Source = Gen.Elements("", "sim", "file:börse-市場-📈.csv", new string('x', 300));
    private static readonly Gen<int> Digits = Gen.Choose(0, 18);

    private static readonly Gen<MarketEvent> Trade =
        from id in Number
        from source in Source
        from times in Number.Two()
        from sequence in Number
        from halves in Number.Two()
        from price in Number
        from quantity in Count
        from side in Gen.Elements(Enum.GetValues<AggressorSide>())
        select (MarketEvent)new TradeReceived(new(id), source, new(times.Item1), new(
            new(times.Item2), sequence, new(new UInt128(unchecked((ulong)halves.Item1), unchecked((ulong)halves.Item2))), new(price), new(quantity), side));

    private static readonly Gen<MarketEvent> Quote =
        from id in Number
        from source in Source
        from times in Number.Two()
        from sequence in Number
        from prices in Maybe(Number).Two()
        from sizes in Maybe(Count).Two()
        select (MarketEvent)new QuoteReceived(new(id), source, new(times.Item1), new(
            new(times.Item2), sequence, ToPrice(prices.Item1), ToQuantity(sizes.Item1), ToPrice(prices.Item2), ToQuantity(sizes.Item2)));

    private static readonly Gen<MarketEvent> Bar =
        from id in Number
        from source in Source
        from times in Number.Two()
        from sequence in Number
        from interval in Gen.Elements(CandleIntervals.All.AsEnumerable())
        from prices in Number.Four()
        from volume in Count
        select (MarketEvent)new BarReceived(new(id), source, new(times.Item1), new(
            interval, new(times.Item2), sequence, new(prices.Item1), new(prices.Item2), new(prices.Item3), new(prices.Item4), new(volume)));

    private static readonly Arbitrary<(MarketEvent Event, int PriceDigits, int QuantityDigits)> Any =
        (from happened in Gen.OneOf(Trade, Quote, Bar) from price in Digits from quantity in Digits select (happened, price, quantity)).ToArbitrary();

    [Fact]
    public void Bytes_are_those_of_the_generated_message_and_read_back_to_the_same_event() => Prop.ForAll(Any, sample =>
    {
        var mapping = new MarketEventMapping(new FixedScales(sample.PriceDigits, sample.QuantityDigits));
        var room = new byte[MarketEventMapping.MaxSize(sample.Event)];
        var bytes = room[..mapping.Write(sample.Event, room)];

        Assert.Equal(Generated(sample.Event, sample.PriceDigits, sample.QuantityDigits).ToByteArray(), bytes);
        Assert.Equal(sample.Event, mapping.Read(bytes));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Fields_in_another_order_and_fields_of_a_newer_program_are_understood()
    {
        var happened = Sample.Trade(instrument: 7, sequence: 3);
        var message = Generated(happened, 2, 8);
        var payload = new V1.MarketEvent { Trade = message.Trade };
        var unknown = new byte[] { 0x78, 0x05, 0x82, 0x01, 0x02, 0x41, 0x42, 0x8D, 0x01, 1, 2, 3, 4 };
        message.Trade = null;

        Assert.Equal(happened, new MarketEventMapping(new FixedScales()).Read([.. unknown, .. payload.ToByteArray(), .. message.ToByteArray()]));
    }

    [Theory]
    [InlineData(1_005, -1, 10_050)]
    [InlineData(100, 0, 10_000)]
    [InlineData(-1, 2, -10_000)]
    [InlineData(1_005_000, -4, 10_050)]
    [InlineData(0, -30, 0)]
    public void A_decimal_at_another_exponent_becomes_the_same_count(long mantissa, int exponent, long count) =>
        Assert.Equal(new Price(count), ReadTradeWithPrice(mantissa, exponent).Trade.Price);

    [Theory]
    [InlineData(10_051, -3)]
    [InlineData(long.MaxValue, -1)]
    [InlineData(1, 18)]
    [InlineData(1, -21)]
    [InlineData(1, int.MaxValue)]
    public void A_decimal_that_the_scale_cannot_hold_is_refused(long mantissa, int exponent) =>
        Assert.Contains("decimal digits", Assert.Throws<InvalidDataException>(() => ReadTradeWithPrice(mantissa, exponent)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_prefix_of_an_event_is_taken_for_it_and_none_does_worse_than_be_refused()
    {
        RefusesAllPrefixes(Sample.Trade(instrument: 7, sequence: 3));
        RefusesAllPrefixes(new QuoteReceived(new(7), "sim", Sample.Noon, new(Sample.Noon, 3, new Price(1), new Quantity(2), null, null)));
        RefusesAllPrefixes(new BarReceived(new(7), "sim", Sample.Noon, new(CandleInterval.H1, Sample.Noon, 3, new(1), new(2), new(0), new(1), new(5))));
    }

    [Fact]
    public void Trades_and_bars_without_a_price_or_a_quantity_are_refused()
    {
        var trade = Generated(Sample.Trade(instrument: 7, sequence: 3), 2, 8);
        trade.Trade.Quantity = null;
        Refuses(trade, "no price or no quantity");
        trade.Trade = new() { Price = Decimal(1, 2), Quantity = Decimal(-1, 8) };
        Refuses(trade, "negative");
        trade.Bar = new() { Interval = V1.CandleInterval.M1, Open = Decimal(1, 2), High = Decimal(1, 2), Low = Decimal(1, 2), Close = Decimal(1, 2) };
        Refuses(trade, "no price or no volume");
        trade.Bar.Volume = Decimal(1, 8);
        trade.Bar.Interval = (V1.CandleInterval)12;
        Refuses(trade, "interval 12");
        trade.ClearPayload();
        Refuses(trade, "neither a trade nor a quote nor a bar");
    }

    private static void Refuses(V1.MarketEvent message, string because) => Assert.Contains(
        because, Assert.Throws<InvalidDataException>(() => new MarketEventMapping(new FixedScales()).Read(message.ToByteArray())).Message, StringComparison.Ordinal);

    private static void RefusesAllPrefixes(MarketEvent happened)
    {
        var mapping = new MarketEventMapping(new FixedScales());
        var bytes = Generated(happened, 2, 8).ToByteArray();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => mapping.Read(bytes.AsSpan(0, length)));
    }

    private static TradeReceived ReadTradeWithPrice(long mantissa, int exponent)
    {
        var message = Generated(Sample.Trade(instrument: 7, sequence: 3), 2, 8);
        message.Trade.Price = new() { Mantissa = mantissa, Exponent = exponent };
        return Assert.IsType<TradeReceived>(new MarketEventMapping(new FixedScales()).Read(message.ToByteArray()));
    }

    private static V1.MarketEvent Generated(MarketEvent happened, int priceDigits, int quantityDigits)
    {
        var message = new V1.MarketEvent
        {
            InstrumentId = happened.InstrumentId.Value, Source = happened.Source, SourceSequence = happened.SourceSequence, ReceivedAt = happened.ReceivedAt.Nanoseconds,
        };
        switch (happened)
        {
            case TradeReceived { Trade: var trade }:
                message.OccurredAt = trade.OccurredAt.Nanoseconds;
                message.Trade = new()
                {
                    Price = Decimal(trade.Price.Count, priceDigits),
                    Quantity = Decimal(trade.Quantity.Count, quantityDigits),
                    Aggressor = (V1.AggressorSide)trade.Aggressor,
                    TradeIdHigh = (ulong)(trade.Id.Value >> 64),
                    TradeIdLow = unchecked((ulong)trade.Id.Value),
                };
                break;
            case QuoteReceived { Quote: var quote }:
                message.OccurredAt = quote.OccurredAt.Nanoseconds;
                message.Quote = new()
                {
                    Bid = Decimal(quote.Bid?.Count, priceDigits),
                    BidSize = Decimal(quote.BidSize?.Count, quantityDigits),
                    Ask = Decimal(quote.Ask?.Count, priceDigits),
                    AskSize = Decimal(quote.AskSize?.Count, quantityDigits),
                };
                break;
            case BarReceived { Bar: var bar }:
                message.OccurredAt = bar.OpenTime.Nanoseconds;
                message.Bar = new()
                {
                    Interval = (V1.CandleInterval)bar.Interval,
                    Open = Decimal(bar.Open.Count, priceDigits),
                    High = Decimal(bar.High.Count, priceDigits),
                    Low = Decimal(bar.Low.Count, priceDigits),
                    Close = Decimal(bar.Close.Count, priceDigits),
                    Volume = Decimal(bar.Volume.Count, quantityDigits),
                };
                break;
        }
        return message;
    }

    private static V1.Decimal? Decimal(long? count, int digits) => count is { } mantissa ? new() { Mantissa = mantissa, Exponent = -digits } : null;

    private static Gen<long?> Maybe(Gen<long> number) => Gen.OneOf(number.Select(n => (long?)n), Gen.Constant((long?)null));

    private static Price? ToPrice(long? count) => count is { } value ? new(value) : null;

    private static Quantity? ToQuantity(long? count) => count is { } value ? new(value) : null;
}
