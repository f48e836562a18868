using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Alpaca;

/// <summary>Alpaca behind the port.</summary>
internal sealed class AlpacaVenue(VenueEndpoint endpoint, HttpMessageInvoker client, IVenueCredentials credentials, VenueSurroundings around)
    : LiveVenue(VenueNames.Alpaca, credentials, around)
{
    protected override string? Unsupported(AccountSettings settings) =>
        settings.MarginMode is MarginMode.Isolated ? "Alpaca has no isolated margin." : null;

    protected override VenueLink Open(AccountId account, VenueCredential credential, VenueSurroundings surroundings) =>
        new AlpacaLink(endpoint, credential, client, account, surroundings) { ProcessStartedAt = StartedAt };
}
