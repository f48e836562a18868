using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Types;

namespace HotChocolate.Execution;

/// <summary>From the types that a document names to those of the schema.</summary>
internal static class InputTypes
{
    /// <summary>The type, or null if the schema does not have it.</summary>
    public static IType? Resolve(Schema schema, TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => Resolve(schema, nonNull.Inner) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode list => Resolve(schema, list.Item) is { } item ? new ListType(item) : null,
        _ => schema.FindType(node.InnerName),
    };
}
