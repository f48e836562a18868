using System.Globalization;
using Fincord.Domain.Markets;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Domain.Tests.Markets;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2026-01-02T15:04:05.123456789Z", 1_767_366_245_123_456_789)]
    [InlineData("1970-01-01T00:00:00.000000000Z", 0)]
    [InlineData("1969-12-31T23:59:59.999999999Z", -1)]
    [InlineData("1677-09-21T00:12:43.145224192Z", long.MinValue)]
    [InlineData("2262-04-11T23:47:16.854775807Z", long.MaxValue)]
    public void It_is_written_and_read_as_rfc_3339_with_nine_digits(string text, long nanoseconds)
    {
        Assert.Equal(text, new Timestamp(nanoseconds).ToString());
        Assert.Equal(new Timestamp(nanoseconds), Timestamp.Parse(text));
    }

    [Fact]
    public void Any_count_of_nanoseconds_survives_its_text() => Check.One(Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), count => Timestamp.Parse(new Timestamp(count).ToString()) == new Timestamp(count)));

    [Theory]
    [InlineData("2026-01-02T16:04:05+01:00")]
    [InlineData("2026-01-02T15:04:05Z")]
    [InlineData("2026-01-02T15:04:05.0Z")]
    public void Offsets_and_shorter_fractions_are_read(string text) =>
        Assert.Equal("2026-01-02T15:04:05.000000000Z", Timestamp.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02T15:04:05")]
    [InlineData("2026-13-02T15:04:05Z")]
    [InlineData("2026-01-02T15:04:05.1234567890Z")]
    [InlineData("2026-01-02T15:04:05.Z")]
    [InlineData("2300-01-01T00:00:00Z")]
    [InlineData("2026-01-02T15:04:05+1:00")]
    public void Anything_else_is_refused(string text) => Assert.False(Timestamp.TryParse(text, null, out _));

    [Fact]
    public void A_foreign_type_gets_it_rounded_down_to_100_ns() =>
        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(-1), new Timestamp(-1).ToDateTimeOffset());
}

public sealed class InstrumentKeyTests
{
    [Theory]
    [InlineData("binance:xrpeth", "BINANCE:XRPETH")]
    [InlineData("XNYS:BRK.B", "XNYS:BRK.B")]
    [InlineData("KRAKEN:BCH/EUR", "KRAKEN:BCH/EUR")]
    [InlineData("DERIBIT:BTC-27MAR26-100000-C", "DERIBIT:BTC-27MAR26-100000-C")]
    [InlineData("OPRA:AAPL  260116C00150000", "OPRA:AAPL  260116C00150000")]
    public void A_venue_and_a_symbol_make_a_key(string text, string key) => Assert.Equal(key, InstrumentKey.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XRPETH")]
    [InlineData(":XRPETH")]
    [InlineData("BINANCE:")]
    [InlineData("BINANCE:XRP ETH")]
    [InlineData("BINANCE:XRP:ETH")]
    [InlineData("BINANCE:../../ETC")]
    [InlineData("BINANCE:<B>")]
    [InlineData("OPRA:AAPL 260116C00150000")]
    [InlineData("BINANCE:ÄÖÜ")]
    [InlineData("BINANCE:XRPETH\n")]
    public void Anything_else_is_refused(string? text) => Assert.False(InstrumentKey.TryParse(text, out _));

    [Fact]
    public void Its_parts_are_the_venue_and_the_symbol()
    {
        var key = InstrumentKey.Parse("KRAKEN:BCH/EUR");
        Assert.Equal(("KRAKEN", "BCH/EUR"), (key.Venue, key.Symbol));
    }
}

public sealed class InstrumentDefinitionTests
{
    [Theory]
    [InlineData("BINANCE:XRPETH", "XRP / ETH", InstrumentType.CryptoSpot, "ETH")]
    [InlineData("KRAKEN:BCH/EUR", "BCH / EUR", InstrumentType.CryptoSpot, "EUR")]
    [InlineData("BYBIT:XRPUSDT", "XRP / USDT", InstrumentType.CryptoSpot, "USDT")]
    [InlineData("BINANCE:BTCUSDT-PERP", "BTC / USDT", InstrumentType.Perpetual, "USDT")]
    [InlineData("XNAS:GOOG", "GOOG", InstrumentType.Equity, "USD")]
    public void A_bare_key_gets_sensible_defaults(string key, string name, InstrumentType type, string currency)
    {
        var definition = InstrumentDefinition.FromKey(InstrumentKey.Parse(key));
        Assert.Equal((name, type, currency), (definition.Name, definition.Type, definition.Currency));
    }
}

public sealed class DecimalScaleTests
{
    [Theory]
    [InlineData(8, "0.00141342", 141_342)]
    [InlineData(8, "1.10448420", 110_448_420)]
    [InlineData(2, "-100.34", -10_034)]
    [InlineData(0, "9223372036854775807", long.MaxValue)]
    [InlineData(18, "-9.223372036854775808", long.MinValue)]
    public void A_decimal_that_fits_becomes_its_exact_count_and_back(int digits, string text, long count)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        Assert.True(new DecimalScale(digits).TryToCount(value, out var actual));
        Assert.Equal(count, actual);
        Assert.Equal(value, new DecimalScale(digits).ToDecimal(count));
        Assert.Equal(value, new DecimalScale(digits).ToDecimal((Int128)count));
    }

    [Theory]
    [InlineData(2, "0.001")]
    [InlineData(0, "9223372036854775808")]
    [InlineData(18, "9.3")]
    [InlineData(18, "79228162514264337593543950335")]
    public void A_decimal_that_does_not_fit_is_refused(int digits, string text) =>
        Assert.False(new DecimalScale(digits).TryToCount(decimal.Parse(text, CultureInfo.InvariantCulture), out _));

    [Fact]
    public void Any_count_survives_its_decimal_at_any_scale() => Check.One(Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), Gen.Choose(0, DecimalScale.MaxDigits).ToArbitrary(), (count, digits) =>
            new DecimalScale(digits).TryToCount(new DecimalScale(digits).ToDecimal(count), out var back) && back == count));
}

public sealed class TradeIdTests
{
    [Fact]
    public void A_number_keeps_its_value_and_other_text_never_meets_it()
    {
        Assert.Equal(new TradeId(13_519_807), TradeId.FromVenue("13519807"));
        Assert.NotEqual(TradeId.FromVenue("7"), TradeId.FromVenue("07"));
        Assert.NotEqual(TradeId.FromVenue("T7"), TradeId.FromVenue("T8"));
        Assert.Equal(TradeId.FromVenue("TXID-é"), TradeId.FromVenue("TXID-é"));
    }

    [Fact]
    public void Equal_trades_without_an_id_differ_by_their_ordinal() => Assert.NotEqual(
        TradeId.FromContent(new(1), new(2), new(3), ordinal: 0), TradeId.FromContent(new(1), new(2), new(3), ordinal: 1));
}

public sealed class CandleTests
{
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(602, 6, "1.003333333")]
    [InlineData(-602, 6, "-1.003333333")]
    [InlineData(1, 800_000_000, "0.000000000")]      // 0.0125e-9 rounds down
    [InlineData(1, 20_000_000, "0.000000000")]       // 0.5e-9 is a tie: to even
    [InlineData(3, 20_000_000, "0.000000002")]       // 1.5e-9 is a tie: to even
    public void Vwap_is_notional_over_volume_half_even_at_nine_digits(long notional, long volume, string? vwap)
    {
        var candle = new Candle(CandleInterval.M1, default, default, default, default, default, volume, notional, 1, 0, false);
        Assert.Equal(vwap is null ? null : decimal.Parse(vwap, CultureInfo.InvariantCulture), candle.Vwap(new(2)));
    }
}

public sealed class CandleIntervalTests
{
    [Theory]
    [InlineData(CandleInterval.S1, "2026-03-01T10:37:41.5Z", "2026-03-01T10:37:41Z", "2026-03-01T10:37:42Z")]
    [InlineData(CandleInterval.S5, "2026-03-01T10:37:41.5Z", "2026-03-01T10:37:40Z", "2026-03-01T10:37:45Z")]
    [InlineData(CandleInterval.M15, "2026-03-01T10:37:41.5Z", "2026-03-01T10:30:00Z", "2026-03-01T10:45:00Z")]
    [InlineData(CandleInterval.H4, "2026-03-01T10:37:41.5Z", "2026-03-01T08:00:00Z", "2026-03-01T12:00:00Z")]
    [InlineData(CandleInterval.D1, "2026-03-01T10:37:41.5Z", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")]
    [InlineData(CandleInterval.W1, "2026-03-01T10:37:41.5Z", "2026-02-23T00:00:00Z", "2026-03-02T00:00:00Z")]
    [InlineData(CandleInterval.MN1, "2026-02-28T23:59:59.999999999Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")]
    [InlineData(CandleInterval.MN1, "2024-12-31T23:59:59Z", "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    [InlineData(CandleInterval.W1, "1969-12-30T00:00:00Z", "1969-12-29T00:00:00Z", "1970-01-05T00:00:00Z")]
    [InlineData(CandleInterval.S1, "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z")]
    public void A_moment_lies_in_the_candle_that_starts_at_its_interval(CandleInterval interval, string moment, string open, string close)
    {
        var openTime = interval.OpenTime(Timestamp.Parse(moment));
        Assert.Equal((Timestamp.Parse(open), Timestamp.Parse(close)), (openTime, interval.CloseTime(openTime)));
    }
}
