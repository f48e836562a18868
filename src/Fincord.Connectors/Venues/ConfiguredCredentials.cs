using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Options;

namespace Fincord.Connectors.Venues;

/// <summary>
/// Keys from the configuration: <c>FINCORD_VENUES__KEYS__{account}__{VENUE|KEY|SECRET|HEDGEMODE}</c>. The account's id is written with hyphens or,
/// since a shell takes none in a variable's name, without.
/// </summary>
internal sealed class ConfiguredCredentials(IOptions<VenueOptions> options) : IVenueCredentials
{
    private readonly Dictionary<AccountId, VenueKey> _keys = options.Value.Keys.ToDictionary(key => new AccountId(Guid.Parse(key.Key)), key => key.Value);

    public ValueTask<VenueCredential?> Find(string venue, AccountId account, CancellationToken cancellation) =>
        new(_keys.TryGetValue(account, out var key) && key.Venue == venue ? new VenueCredential(key.Key, key.Secret) { IsHedged = key.HedgeMode } : null);
}
