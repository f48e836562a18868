using System.Net;
using Fincord.Contracts;
using Microsoft.AspNetCore.Http;

namespace Fincord.Api.Http;

/// <summary>
/// Refuses requests that name a foreign host, and requests that a foreign site's page sends: a member's browser must not become the tool of
/// another page (DNS rebinding, cross-site WebSockets) while the server trusts whoever reaches it on loopback.
/// </summary>
internal sealed class HostAndOriginCheck(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        if (!IsOurs(http.Request.Host.Host))
            return Refusal.Write(http, 421, RefusalCodes.ForeignOrigin, $"This server does not answer for the host '{http.Request.Host.Host}'.");
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var site) && IsOurs(site.Host) && site.Port == http.Connection.LocalPort))
            return Refusal.Write(http, 403, RefusalCodes.ForeignOrigin, $"Pages of '{origin}' may not use this server.");
        return next(http);
    }

    private static bool IsOurs(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
