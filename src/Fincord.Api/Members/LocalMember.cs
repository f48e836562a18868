using System.Net;
using System.Text.Encodings.Web;
using Fincord.Contracts.Members;
using Fincord.Domain.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Api.Members;

/// <summary>
/// The scheme of a process for which no authentication is configured: every request from this machine is the one local member's. It trusts
/// nothing but the loopback address, so that a listener which others reach lets nobody in.
/// </summary>
public sealed class LocalMember(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, IOptions<MemberOptions> members)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "local";

    /// <summary>The id, the same in every data folder for ever.</summary>
    public static MemberId Id { get; } = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    private readonly AuthenticateResult _member = AuthenticateResult.Success(new(
        new CurrentMember(Id, "local", members.Value.ReadLocalPermissions()).ToPrincipal(SchemeName), SchemeName));

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) ? _member : AuthenticateResult.NoResult());
}
