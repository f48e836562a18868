using Microsoft.Extensions.Options;

namespace Fincord.Connectors.Venues;

/// <summary>What annotations cannot say of <see cref="VenueOptions"/>; each failure is one sentence that names the setting.</summary>
internal sealed class VenueOptionsCheck : IValidateOptions<VenueOptions>
{
    public ValidateOptionsResult Validate(string? name, VenueOptions options)
    {
        var failures = VenueNames.Endpoints(options).Where(venue => venue.Endpoint.Enabled).SelectMany(CheckEndpoint)
            .Concat(options.Keys.SelectMany(key => CheckKey(key.Key, key.Value, options)))
            .Concat(options.Keys.Keys.Where(key => Guid.TryParse(key, out _)).GroupBy(Guid.Parse).Where(account => account.Count() > 1)
                .Select(account => $"Venues:Keys has two keys for account {account.Key}.")).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> CheckEndpoint((string Venue, string Setting, VenueEndpoint Endpoint) venue)
    {
        if (!IsAddress(venue.Endpoint.Rest, Uri.UriSchemeHttps, Uri.UriSchemeHttp))
            yield return $"Venues:{venue.Setting}:Rest is the scheme and host of an HTTPS server (HTTP on this machine only), not '{venue.Endpoint.Rest}'.";
        if (!IsAddress(venue.Endpoint.Stream, Uri.UriSchemeWss, Uri.UriSchemeWs))
            yield return $"Venues:{venue.Setting}:Stream is the scheme and host of a WSS server (WS on this machine only), not '{venue.Endpoint.Stream}'.";
    }

    private static IEnumerable<string> CheckKey(string account, VenueKey key, VenueOptions options)
    {
        if (!Guid.TryParse(account, out _)) yield return $"Venues:Keys:{account} is not named after an account's id.";
        if (VenueNames.Endpoints(options).All(venue => venue.Venue != key.Venue || !venue.Endpoint.Enabled))
            yield return $"Venues:Keys:{account}:Venue is the name of a live venue that is enabled, not '{key.Venue}'.";
        if (string.IsNullOrWhiteSpace(key.Key) || string.IsNullOrWhiteSpace(key.Secret)) yield return $"Venues:Keys:{account} needs a Key and a Secret.";
    }

    // Orders and keys never travel in the clear, but to a server on this machine.
    private static bool IsAddress(string text, string safe, string plain) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == safe || (uri.Scheme == plain && uri.IsLoopback))
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" } && !text.EndsWith('/');
}
