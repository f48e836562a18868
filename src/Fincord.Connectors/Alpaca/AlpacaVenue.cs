using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Alpaca;

/// <summary>Alpaca behind the port.</summary>
internal sealed class AlpacaVenue(VenueEndpoint endpoint, HttpMessageInvoker client, IVenueCredentials credentials, VenueSurroundings around)
    : LiveVenue("alpaca", credentials, around)
{
    protected override VenueLink Open(AccountId account, VenueCredential credential, VenueSurroundings surroundings) =>
        new AlpacaLink(endpoint, credential, client, account, surroundings) { ProcessStartedAt = StartedAt };
}
