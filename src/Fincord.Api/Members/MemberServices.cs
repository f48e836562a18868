using Fincord.Api.Http;
using Fincord.Contracts.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Api.Members;

/// <summary>Registers who is asking and what they may do: each permission is a policy of the same name.</summary>
public static class MemberServices
{
    /// <summary>Registers authentication, one policy for each of <see cref="Permissions"/>, and <see cref="CurrentMember"/> as a scoped service.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddOptions<MemberOptions>().BindConfiguration(MemberOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication(LocalMember.SchemeName).AddScheme<AuthenticationSchemeOptions, LocalMember>(LocalMember.SchemeName, null);
        services.AddAuthorization(authorization =>
        {
            foreach (var permission in Permissions.All)
                authorization.AddPolicy(permission, policy => policy.RequireClaim(MemberClaims.Permission, permission));
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, DenialBody>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User.ToMember() ?? throw RefusalException.Unauthenticated());
        return services;
    }

    /// <summary>Finds out who is asking and keeps them from endpoints whose permission they lack. After routing, because endpoints name it.</summary>
    public static IApplicationBuilder UseMembers(this IApplicationBuilder app) => app.UseAuthentication().UseAuthorization();

    /// <summary>Gives a denied request of an endpoint the one shape of every failure.</summary>
    private sealed class DenialBody : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded) return next(context);
            var refusal = authorizeResult.Challenged ? RefusalException.Unauthenticated() : RefusalException.PermissionDenied(PermissionOf(policy));
            return Refusal.Write(context, refusal.Status, refusal.Code, refusal.Message);
        }

        private static string PermissionOf(AuthorizationPolicy policy) =>
            string.Join(", ", policy.Requirements.OfType<ClaimsAuthorizationRequirement>().SelectMany(claim => claim.AllowedValues ?? []));
    }
}
