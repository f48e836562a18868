using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>Binance spot or USD-M futures behind the port.</summary>
internal sealed class BinanceVenue(
    BinanceMarket market, VenueEndpoint endpoint, HttpMessageInvoker client, IVenueCredentials credentials, VenueSurroundings around)
    : LiveVenue(market.Venue, credentials, around)
{
    // What it lists is for everybody: no key is needed.
    private readonly BinanceSymbols _symbols = new(market, new(market, endpoint, new("", ""), client, around.Time, around.Options), around.Time);

    protected override string? Unsupported(AccountSettings settings) => settings switch
    {
        { Kind: AccountKind.Margin } when !market.IsFutures => "Binance spot lends nothing: an account there is a cash account.",
        _ when settings.Leverage % 1 != 0 => "Binance takes whole leverage only.",
        _ => null,
    };

    protected override async ValueTask<InstrumentTerms?> FindTerms(Instrument instrument, CancellationToken cancellation) =>
        await _symbols.Find(BinanceOrders.SymbolOf(instrument), cancellation) is { } symbol ? BinanceTerms.ToTerms(symbol, instrument) : null;

    protected override VenueLink Open(AccountId account, VenueCredential credential, VenueSurroundings surroundings) =>
        new BinanceLink(market, endpoint, credential, _symbols, client, account, surroundings) { ProcessStartedAt = StartedAt };
}
