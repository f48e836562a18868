using HotChocolate.Introspection;
using HotChocolate.Language;

namespace HotChocolate.Types;

/// <summary>A directive and where it may stand.</summary>
internal sealed record DirectiveType(string Name, string Description, IReadOnlyList<DirectiveLocation> Locations, IReadOnlyList<InputValue> Arguments)
{
    private static readonly BooleanType Boolean = new();
    private static readonly StringType String = new();
    private static readonly DirectiveLocation[] Selections = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment];

    /// <summary>The directives of the specification.</summary>
    public static readonly IReadOnlyList<DirectiveType> BuiltIn =
    [
        new("skip", "Directs the executor to skip this field or fragment when the `if` argument is true.", Selections,
            [Argument("if", new NonNullType(Boolean), "Skipped when true.", typeof(bool))]),
        new("include", "Directs the executor to include this field or fragment only when the `if` argument is true.", Selections,
            [Argument("if", new NonNullType(Boolean), "Included when true.", typeof(bool))]),
        new("deprecated", "The @deprecated directive is used within the type system definition language to indicate deprecated portions of a " +
            "GraphQL service's schema, such as deprecated fields on a type or deprecated enum values.",
            [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.EnumValue, DirectiveLocation.InputFieldDefinition],
            [Argument("reason", String, "Why, and what to use instead, as Markdown.", typeof(string), new StringValueNode("No longer supported."))]),
        new("specifiedBy", "The @specifiedBy directive is used within the type system definition language to provide a URL for specifying the " +
            "behavior of custom scalar definitions.",
            [DirectiveLocation.Scalar], [Argument("url", new NonNullType(String), "The URL of the specification.", typeof(string))]),
        new("oneOf", "The @oneOf directive is used within the type system definition language to indicate that an Input Object is a OneOf Input Object.",
            [DirectiveLocation.InputObject], []),
    ];

    private static InputValue Argument(string name, IType type, string description, Type runtimeType, IValueNode? defaultValue = null) =>
        new() { Name = name, Type = type, Description = description, RuntimeType = runtimeType, DefaultValue = defaultValue };
}
