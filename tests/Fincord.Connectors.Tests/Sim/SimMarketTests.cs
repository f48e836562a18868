using System.Security.Cryptography;
using Fincord.Connectors.Sim;
using Fincord.Domain.Markets;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Connectors.Tests.Sim;

public sealed class SimMarketTests
{
    private static readonly Timestamp Epoch = default;
    private static readonly Timestamp Year2100 = Timestamp.Parse("2100-01-01T00:00:00Z");

    [Fact]
    public void There_are_instruments_of_many_types_with_names_and_keys_of_their_own()
    {
        var instruments = SimCatalogue.Default;

        Assert.InRange(instruments.Length, 8, 50);
        Assert.Equal(instruments.Length, instruments.Select(instrument => instrument.Key).Distinct().Count());
        Assert.Equal(instruments.Length, instruments.Select(instrument => instrument.Definition.Name).Distinct().Count());
        Assert.Superset(
            new HashSet<InstrumentType> { InstrumentType.Equity, InstrumentType.Etf, InstrumentType.Bond, InstrumentType.Fx, InstrumentType.CryptoSpot, InstrumentType.Perpetual, InstrumentType.Future, InstrumentType.Option },
            instruments.Select(instrument => instrument.Definition.Type).ToHashSet());
        Assert.All(instruments, instrument => Assert.Equal("SIM", instrument.Key.Venue));
    }

    [Fact]
    public void Events_are_never_crossed_always_on_tick_and_in_the_order_of_time() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Markets.ToArbitrary(), spot =>
    {
        var market = new SimMarket(new() { Seed = spot.Seed });
        var last = market.Instruments.ToDictionary(instrument => instrument.Key, _ => Timestamp.MinValue);
        var standing = new Dictionary<InstrumentKey, Quote>();
        var previous = spot.From;
        foreach (var happening in market.Generate(spot.From, spot.From + TimeSpan.FromMinutes(3)))
        {
            var instrument = happening.Instrument;
            Assert.True(happening.OccurredAt >= previous && happening.OccurredAt < spot.From + TimeSpan.FromMinutes(3));
            Assert.True(happening.OccurredAt > last[instrument.Key]);
            Assert.Equal(0, happening.OccurredAt.Nanoseconds % 1_000_000);
            previous = last[instrument.Key] = happening.OccurredAt;
            if (happening.Quote is { } quote)
            {
                Assert.Equal(quote.OccurredAt.Nanoseconds, quote.SourceSequence);
                Assert.True(quote.Bid!.Value.Count > 0 && quote.Bid < quote.Ask);
                Assert.Equal((0, 0), (quote.Bid.Value.Count % instrument.Tick, quote.Ask!.Value.Count % instrument.Tick));
                Assert.All([quote.BidSize!.Value, quote.AskSize!.Value], size => Assert.True(size.Count > 0 && size.Count % instrument.Lot == 0));
                standing[instrument.Key] = quote;
                continue;
            }
            var trade = happening.Trade!.Value;
            Assert.Equal(trade.OccurredAt.Nanoseconds, trade.SourceSequence);
            Assert.True(trade.Quantity.Count > 0 && trade.Quantity.Count % instrument.Lot == 0);
            if (!standing.TryGetValue(instrument.Key, out var book)) continue;
            Assert.Equal(trade.Aggressor is AggressorSide.Buy ? book.Ask : book.Bid, trade.Price);
            Assert.True(trade.Quantity <= (trade.Aggressor is AggressorSide.Buy ? book.AskSize : book.BidSize));
        }
    }));

    [Fact]
    public void What_happens_depends_on_the_moment_and_not_on_when_the_simulation_started() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Markets.ToArbitrary(), spot =>
    {
        var (first, second) = (new SimMarket(new() { Seed = spot.Seed }), new SimMarket(new() { Seed = spot.Seed }));
        var (middle, end) = (spot.From + spot.Length, spot.From + spot.Length + spot.Length);

        var whole = first.Generate(spot.From, end).ToList();

        Assert.Equal(whole, second.Generate(spot.From, middle).Concat(second.Generate(middle, end)));
    }));

    [Fact]
    public void Another_seed_is_another_market()
    {
        var key = InstrumentKey.Parse("SIM:ACME");
        var (from, to) = (Timestamp.Parse("2026-01-01T00:00:00Z"), Timestamp.Parse("2026-01-01T01:00:00Z"));

        Assert.Empty(new SimMarket(new() { Seed = 1 }).GenerateTrades(key, from, to).Intersect(new SimMarket(new() { Seed = 2 }).GenerateTrades(key, from, to)));
    }

    [Fact]
    public void A_seed_means_the_same_market_on_every_machine_and_in_every_version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (instrument, trade, quote) in new SimMarket(new()).Generate(Timestamp.Parse("2026-11-21T00:00:00Z"), Timestamp.Parse("2026-11-21T01:00:00Z")))
        {
            var line = trade is { } made
                ? $"{instrument.Key} {made.OccurredAt} {made.SourceSequence} {made.Id.Value} {made.Price.Count} {made.Quantity.Count} {made.Aggressor}\n"
                : $"{instrument.Key} {quote!.OccurredAt} {quote.SourceSequence} {quote.Bid?.Count} {quote.BidSize?.Count} {quote.Ask?.Count} {quote.AskSize?.Count}\n";
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(line));
        }

        Assert.Equal("9608df950651", Convert.ToHexStringLower(hash.GetHashAndReset())[..12]);
    }

    [Theory]
    [InlineData("SIM:GOV10Y")]
    [InlineData("SIM:ACME  271217C00150000")]
    public void Daily_returns_are_as_volatile_as_the_instrument_says(string key)
    {
        var to = Timestamp.Parse("2026-01-01T00:00:00Z");
        var instrument = SimCatalogue.Default.Single(candidate => candidate.Key.Value == key);
        var market = new SimMarket(new() { Instruments = [instrument] });
        var closes = SimExporter.ToBars(market.GenerateTrades(instrument.Key, to - TimeSpan.FromDays(180), to), CandleInterval.D1).Select(bar => Math.Log(bar.Close.Count)).ToList();

        var volatility = Math.Sqrt(closes.Zip(closes.Skip(1), (before, after) => (after - before) * (after - before)).Average() * 365);

        Assert.InRange(volatility / instrument.Volatility, 0.6, 1.6);
    }

    [Fact]
    public void A_perpetual_swap_stays_with_its_spot_and_a_call_rises_with_its_share()
    {
        var market = new SimMarket(new());
        var from = Timestamp.Parse("2026-06-01T00:00:00Z");
        var hours = Enumerable.Range(0, 200).Select(hour => from + TimeSpan.FromHours(hour * 6)).ToList();

        Assert.All(hours, hour => Assert.InRange(Last("SIM:BTCUSD-PERP", hour) / Last("SIM:BTCUSD", hour), 0.998, 1.002));
        var share = hours.ConvertAll(hour => Last("SIM:ACME", hour));
        var call = hours.ConvertAll(hour => Last("SIM:ACME  271217C00150000", hour));
        Assert.Equal(share.IndexOf(share.Max()), call.IndexOf(call.Max()), 8.0);

        double Last(string key, Timestamp moment)
        {
            var instrument = InstrumentKey.Parse(key);
            var scale = market.Instruments.Single(candidate => candidate.Key == instrument).Definition.PriceScale;
            return (double)scale.ToDecimal(market.GenerateTrades(instrument, moment - TimeSpan.FromMinutes(30), moment).Last().Price);
        }
    }

    [Fact]
    public void Prices_stay_near_their_reference_for_ever() => Assert.All(SimCatalogue.Default, instrument =>
    {
        var market = new SimMarket(new() { Instruments = [instrument] });
        for (var year = 1971; year < 2260; year += 17)
        {
            var from = Timestamp.Parse($"{year}-05-06T07:00:00Z");
            foreach (var trade in market.GenerateTrades(instrument.Key, from, from + TimeSpan.FromMinutes(5)))
                Assert.InRange((double)trade.Price.Count / instrument.Reference.Count, 0.1, 10);
        }
    });

    [Fact]
    public void What_the_market_does_not_have_and_times_before_1970_are_refused()
    {
        var market = new SimMarket(new());

        Assert.Throws<ArgumentException>(() => market.GenerateTrades(InstrumentKey.Parse("SIM:NOBODY"), Epoch, Year2100));
        Assert.Throws<ArgumentOutOfRangeException>(() => market.Generate(new(-1), Year2100));
        Assert.Empty(market.Generate(Year2100, Year2100));
    }

    [Fact]
    public void An_impossible_instrument_or_one_that_is_there_twice_is_refused()
    {
        var instrument = SimCatalogue.Default[0];

        Assert.Throws<ArgumentException>(() => new SimMarket(new() { Instruments = [instrument, instrument] }));
        Assert.Throws<ArgumentException>(() => new SimMarket(new() { Instruments = [instrument with { Tick = 0 }] }));
        Assert.Throws<ArgumentException>(() => new SimMarket(new() { Instruments = [instrument with { ArrivalsPerSecond = double.NaN }] }));
    }

    private static Gen<(ulong Seed, Timestamp From, TimeSpan Length)> Markets =>
        from seed in Gen.Choose(0, int.MaxValue)
        from minute in Gen.Choose(0, 68_000_000)
        from nanosecond in Gen.Choose(0, int.MaxValue)
        from seconds in Gen.Choose(1, 200)
        select ((ulong)seed, new Timestamp(minute * 60_000_000_000L + nanosecond), TimeSpan.FromMilliseconds(seconds * 997));
}
