using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Compat.Tests.GraphQL.Authorization;

/// <summary>Believes a header: <c>X-User: ann trader manager</c> is Ann with two roles. Without it nobody is logged in.</summary>
public sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string Header = "X-User";

    public static void Add(IServiceCollection services) => services.AddAuthentication("header")
        .AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 } header) return Task.FromResult(AuthenticateResult.NoResult());
        var words = header.Split(' ');
        var claims = words.Skip(1).Select(role => new Claim(ClaimTypes.Role, role)).Prepend(new(ClaimTypes.Name, words[0]));
        return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name)));
    }
}
