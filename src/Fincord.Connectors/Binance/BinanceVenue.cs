using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>Binance spot or USD-M futures behind the port.</summary>
internal sealed class BinanceVenue(
    BinanceMarket market, VenueEndpoint endpoint, HttpMessageInvoker client, IVenueCredentials credentials, VenueSurroundings around)
    : LiveVenue(market.Venue, credentials, around)
{
    protected override VenueLink Open(AccountId account, VenueCredential credential, VenueSurroundings surroundings) =>
        new BinanceLink(market, endpoint, credential, client, account, surroundings) { ProcessStartedAt = StartedAt };
}
