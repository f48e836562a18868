using System.Reflection;
using HotChocolate.Authorization;
using HotChocolate.Types;

namespace HotChocolate.Schemas;

/// <content>Who may see what.</content>
internal sealed partial class SchemaBuilder
{
    private static void Protect(OutputField field, MemberInfo member, FieldConfiguration? said)
    {
        field.Rules = [.. AuthorizeRule.Of(member), .. said?.Rules ?? []];
        field.IsForEverybody = member.IsDefined(typeof(AllowAnonymousAttribute), inherit: true) || said is { IsForEverybody: true };
    }

    /// <summary>
    /// Puts the rules around the resolvers, when all types are known: those of the field itself and, unless it is for everybody, those of the
    /// types that it may show and of the root that has it. A node is protected where it is fetched, by the rules of its own type.
    /// </summary>
    private void Protect(IReadOnlyCollection<ObjectType> roots)
    {
        var objects = _types.Values.OfType<ObjectType>().ToList();
        if (_configuration.HasAuthorization) Add(ApplyPolicyType);
        if (!objects.Exists(type => type.Rules.Count > 0 || type.Fields.Any(field => field.Rules.Count > 0))) return;
        if (!_configuration.HasAuthorization) throw new SchemaException("The schema has protected fields: call AddAuthorization().");
        foreach (var type in objects)
        {
            _nodeIds?.Protect(type.Name, type.Rules);
            foreach (var field in type.Fields.Where(field => field.Resolver is not null))
            {
                var inherited = field.IsForEverybody || field.FetchesNodes
                    ? [] : (roots.Contains(type) ? type.Rules : []).Concat(Schema.PossibleTypes(field.Type.Named()).SelectMany(shown => shown.Rules));
                field.Resolver = FieldGuard.Around(field.Resolver!, [.. inherited.Concat(field.Rules).Distinct()]);
            }
        }
    }

    private static EnumType<ApplyPolicy> ApplyPolicyType => new("ApplyPolicy", "Defines when a policy shall be executed.",
    [
        new("BEFORE_RESOLVER", "Before the resolver was executed.", null, ApplyPolicy.BeforeResolver),
        new("AFTER_RESOLVER", "After the resolver was executed.", null, ApplyPolicy.AfterResolver),
        new("VALIDATION", "The policy is applied in the validation step before the execution.", null, ApplyPolicy.Validation),
    ]);
}
