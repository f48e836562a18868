using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Options;

namespace Fincord.Connectors.Venues;

/// <summary>Keys from the configuration: <c>FINCORD_VENUES__KEYS__{account}__{VENUE|KEY|SECRET|HEDGEMODE}</c>.</summary>
internal sealed class ConfiguredCredentials(IOptions<VenueOptions> options) : IVenueCredentials
{
    public ValueTask<VenueCredential?> Find(string venue, AccountId account, CancellationToken cancellation) =>
        new(options.Value.Keys.TryGetValue(account.ToString(), out var key) && key.Venue == venue && key.Key.Length > 0 && key.Secret.Length > 0
            ? new VenueCredential(key.Key, key.Secret) { IsHedged = key.HedgeMode }
            : null);
}
