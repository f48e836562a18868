using Fincord.Schemas.Views;
using Google.Protobuf.Reflection;
using Wire = Fincord.Schemas.Market.V1;

namespace Fincord.Architecture.Tests;

/// <summary>REST calls things what protobuf calls them, so that a reader of one can read the other.</summary>
public sealed class ViewTests
{
    [Fact]
    public void An_instrument_has_the_names_of_the_proto_and_the_parts_of_its_key() =>
        Assert.Equal(Names(Wire.Instrument.Descriptor).Concat(["venue", "symbol"]).Order(), Names<InstrumentView>());

    [Fact]
    public void A_quote_has_the_names_of_the_proto_with_the_last_trade_its_time_and_its_instrument() =>
        Assert.Equal(Names(Wire.Quote.Descriptor).Concat(["key", "last", "lastSize", Name(Wire.MarketEvent.Descriptor, "occurred_at")]).Order(), Names<QuoteView>());

    [Fact]
    public void A_candle_has_the_names_of_the_proto_but_shows_the_average_price_instead_of_the_notional() =>
        Assert.Equal(Names(Wire.Candle.Descriptor).Except(["notional"]).Append("vwap").Order(), Names<CandleView>());

    private static IEnumerable<string> Names(MessageDescriptor message) => message.Fields.InDeclarationOrder().Select(field => field.JsonName);

    private static string Name(MessageDescriptor message, string field) => message.FindFieldByName(field).JsonName;

    private static IEnumerable<string> Names<TView>() =>
        FincordJson.Options.GetTypeInfo(typeof(TView)).Properties.Select(property => property.Name).Order();
}
