using HotChocolate.Execution;
using HotChocolate.Resolvers;

namespace HotChocolate.Authorization;

/// <summary>Puts the rules of a field around its resolver.</summary>
internal static class FieldGuard
{
    public static FieldResolver Around(FieldResolver resolver, IReadOnlyCollection<AuthorizeRule> rules)
    {
        AuthorizeRule[] before = [.. rules.Where(rule => rule.Apply == ApplyPolicy.BeforeResolver)];
        AuthorizeRule[] after = [.. rules.Where(rule => rule.Apply == ApplyPolicy.AfterResolver)];
        if (before.Length + after.Length == 0) return resolver;
        return new AsyncResolver(ResolveAsync, resolver is AsyncResolver { NeedsScope: true });

        async ValueTask<object?> ResolveAsync(object? parent, FieldCall call, IServiceProvider services)
        {
            var resource = new ResolverContext(parent, call, services);
            foreach (var rule in before) await rule.DemandAsync(call.Request.Caller, resource);
            var value = resolver is AsyncResolver waiting ? await waiting.Resolve(parent, call, services) : resolver.Get(parent, call, services);
            if (value is null) return null;
            foreach (var rule in after) await rule.DemandAsync(call.Request.Caller, resource);
            return value;
        }
    }
}
