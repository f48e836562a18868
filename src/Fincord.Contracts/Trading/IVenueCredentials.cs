using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Where the keys of accounts at live venues come from.</summary>
public interface IVenueCredentials
{
    /// <summary>The key of an account at a venue, or null when it has none: then nothing is sent for it.</summary>
    ValueTask<VenueCredential?> Find(string venue, AccountId account, CancellationToken cancellation);
}

/// <summary>A key at a venue. It is never logged or told: its text says nothing, and it is no message.</summary>
/// <param name="key">The public half, which requests name.</param>
/// <param name="secret">The secret half, which signs.</param>
public sealed class VenueCredential(string key, string secret)
{
    /// <summary>The public half, which requests name.</summary>
    public string Key { get; } = key;

    /// <summary>The secret half, which signs.</summary>
    public string Secret { get; } = secret;

    /// <summary>Whether a futures account holds long and short positions of one instrument apart (hedge mode).</summary>
    public bool IsHedged { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "(credential)";
}
