using HotChocolate.Execution;
using HotChocolate.Schemas;
using HotChocolate.Types;

namespace HotChocolate.Authorization;

/// <summary>The rules that an operation must satisfy before it starts: those of the fields that it selects and of the types that these may show.</summary>
internal static class DocumentRules
{
    public static IReadOnlyList<AuthorizeRule> Of(OperationPlan plan)
    {
        var rules = new HashSet<AuthorizeRule>(plan.Root.Type.Rules);
        Collect(plan.Root, plan.Compiler, rules);
        return [.. rules.Where(rule => rule.Apply == ApplyPolicy.Validation)];
    }

    private static void Collect(ObjectPlan plan, OperationCompiler compiler, HashSet<AuthorizeRule> rules)
    {
        foreach (var field in plan.Fields)
        {
            rules.UnionWith(field.Field.Rules);
            foreach (var type in Schema.PossibleTypes(field.Field.Type.Named()))
            {
                rules.UnionWith(type.Rules);
                Collect(compiler.Child(field, type), compiler, rules);
            }
        }
    }
}
