using HotChocolate.Execution;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Authorization;

/// <summary>Who may see something: a policy of the application, or its default one, and roles of which one is needed.</summary>
internal sealed class AuthorizeRule(string? policy, IReadOnlyList<string>? roles, ApplyPolicy apply)
{
    private AuthorizationPolicy? _known;

    public string? Policy => policy;

    public IReadOnlyList<string>? Roles { get; } = roles is null ? null : [.. roles.Order(StringComparer.Ordinal)];

    public ApplyPolicy Apply => apply;

    public static IEnumerable<AuthorizeRule> Of(System.Reflection.MemberInfo member) =>
        Attribute.GetCustomAttributes(member, typeof(AuthorizeAttribute), inherit: true).Cast<AuthorizeAttribute>()
            .Select(attribute => new AuthorizeRule(attribute.Policy, attribute.Roles, attribute.Apply));

    /// <summary>Asks on behalf of a field; throws <see cref="GraphQLException"/> with the denial.</summary>
    public async ValueTask DemandAsync(Caller caller, object? resource)
    {
        if (await DenialAsync(caller, resource) is { } denial) throw new GraphQLException(denial);
    }

    /// <summary>Why the caller is denied, or null.</summary>
    public async ValueTask<IError?> DenialAsync(Caller caller, object? resource)
    {
        var user = caller.User ?? throw new InvalidOperationException(
            "Nobody knows who is asking: the request interceptor has not called its base method.");
        if (await PolicyAsync(caller.Services) is not { } combined)
            return Error($"The `{policy}` authorization policy does not exist.", "AUTH_POLICY_NOT_FOUND");
        var result = await caller.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, resource, combined.Requirements);
        if (result.Succeeded) return null;
        return Error("The current user is not authorized to access this resource.",
            user.Identities.Any(identity => identity.IsAuthenticated) ? "AUTH_NOT_AUTHORIZED" : "AUTH_NOT_AUTHENTICATED");
    }

    private async ValueTask<AuthorizationPolicy?> PolicyAsync(IServiceProvider services)
    {
        if (Volatile.Read(ref _known) is { } known) return known;
        var provider = services.GetRequiredService<IAuthorizationPolicyProvider>();
        var named = string.IsNullOrWhiteSpace(policy) ? await provider.GetDefaultPolicyAsync() : await provider.GetPolicyAsync(policy);
        if (named is null) return null;
        var combined = Roles is null ? named : new AuthorizationPolicyBuilder().Combine(named).RequireRole(Roles).Build();
        if (provider.AllowsCachingPolicies) Volatile.Write(ref _known, combined);
        return combined;
    }

    private static IError Error(string message, string code) => ErrorBuilder.New().SetMessage(message).SetCode(code).Build();
}
