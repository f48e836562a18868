using Fincord.Connectors.Binance;
using Fincord.Connectors.Tests.Venues;
using Fincord.Connectors.Venues;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Tests.Binance;

public sealed class BinanceTermsTests
{
    [Theory]
    [InlineData(true, "BINANCE:BTCUSDT-PERP"), InlineData(false, "BINANCE:BTCUSDT")]
    public async Task The_venue_s_filters_are_the_terms_of_an_instrument_and_are_asked_for_once_an_hour(bool isFutures, string key)
    {
        var instrument = new Instrument(new(7), InstrumentDefinition.FromKey(InstrumentKey.Parse(key)));
        var bench = new VenueBench(instrument);
        await using var stub = (BinanceStub)await new BinanceStub(isFutures, bench.Time).Start();
        var market = isFutures ? BinanceMarket.UsdMFutures : BinanceMarket.Spot;
        await using var venue = new BinanceVenue(
            market, new() { Enabled = true, Rest = stub.Address, Stream = "ws://unused" }, new HttpMessageInvoker(new SocketsHttpHandler()), bench, bench.Surroundings);
        var source = new LiveVenueTerms([venue]);

        var terms = await source.Find(market.Venue, instrument, CancellationToken.None);
        var again = await source.Find(market.Venue, instrument, CancellationToken.None);
        Assert.Single(stub.Requests);
        bench.Time.Advance(TimeSpan.FromMinutes(61));
        await source.Find(market.Venue, instrument, CancellationToken.None);

        Assert.Equal(
            InstrumentTerms.Of(instrument) with
            {
                TickSize = 10_000_000, LotSize = 100_000, MinQuantity = new(200_000), MaxQuantity = new(100_000_000_000), MinNotional = 5,
            },
            terms);
        Assert.Equal(terms, again);
        Assert.Equal(2, stub.Requests.Count);
        Assert.Null(await source.Find("paper", instrument, CancellationToken.None));
    }

    [Fact]
    public async Task What_the_venue_does_not_list_or_does_not_tell_has_no_terms()
    {
        var unlisted = new Instrument(new(8), InstrumentDefinition.FromKey(InstrumentKey.Parse("BINANCE:XRPUSDT-PERP")));
        var bench = new VenueBench(unlisted);
        var stub = (BinanceStub)await new BinanceStub(isFutures: true, bench.Time).Start();
        await using var venue = new BinanceVenue(
            BinanceMarket.UsdMFutures, new() { Enabled = true, Rest = stub.Address, Stream = "ws://unused" }, new HttpMessageInvoker(new SocketsHttpHandler()), bench, bench.Surroundings);

        Assert.Null(await venue.ReadTerms(unlisted, CancellationToken.None));
        await stub.DisposeAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(await venue.ReadTerms(unlisted, CancellationToken.None));
    }

    [Fact]
    public void Scales_that_cannot_hold_the_venue_s_steps_give_no_terms()
    {
        var coarse = new Instrument(new(9), new(InstrumentKey.Parse("BINANCE:BTCUSDT-PERP"), "BTC", InstrumentType.Perpetual, "USDT", new(0), new(8)));

        Assert.Null(BinanceTerms.ToTerms(new(0.1m, null, null, null, null), coarse));
    }
}
