using HotChocolate.Introspection;
using HotChocolate.Language;

namespace HotChocolate.Types;

/// <summary>A directive and where it may stand.</summary>
internal sealed record DirectiveType(string Name, string? Description, IReadOnlyList<DirectiveLocation> Locations, IReadOnlyList<InputValue> Arguments)
{
    private static readonly BooleanType Boolean = new();
    private static readonly StringType String = new();
    private static readonly IntType Int = new();
    private static readonly ListType Names = new(new NonNullType(String));
    private static readonly DirectiveLocation[] Selections = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread,
        DirectiveLocation.InlineFragment];

    /// <summary>The directives of the specification.</summary>
    public static readonly IReadOnlyList<DirectiveType> BuiltIn =
    [
        new("skip", "Directs the executor to skip this field or fragment when the `if` argument is true.", Selections,
            [Argument("if", new NonNullType(Boolean), "Skipped when true.", typeof(bool))]),
        new("include", "Directs the executor to include this field or fragment only when the `if` argument is true.", Selections,
            [Argument("if", new NonNullType(Boolean), "Included when true.", typeof(bool))]),
        new("deprecated", "The @deprecated directive is used within the type system definition language to indicate deprecated portions of a " +
            "GraphQL service's schema, such as deprecated fields on a type or deprecated enum values.",
            [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.EnumValue,
                DirectiveLocation.InputFieldDefinition],
            [Argument("reason", String, "Why, and what to use instead, as Markdown.", typeof(string), new StringValueNode("No longer supported."))]),
        new("specifiedBy", "The @specifiedBy directive is used within the type system definition language to provide a URL for specifying the " +
            "behavior of custom scalar definitions.",
            [DirectiveLocation.Scalar], [Argument("url", new NonNullType(String), "The URL of the specification.", typeof(string))]),
        new("oneOf", "The @oneOf directive is used within the type system definition language to indicate that an Input Object is a OneOf Input Object.",
            [DirectiveLocation.InputObject], []),
    ];

    /// <summary>The directives that tell clients what the cost of operations is computed from.</summary>
    public static readonly IReadOnlyList<DirectiveType> Cost =
    [
        new("cost", "The purpose of the `cost` directive is to define a `weight` for GraphQL types, fields, and arguments. Static analysis can use " +
            "these weights when calculating the overall cost of a query or response.",
            [DirectiveLocation.Scalar, DirectiveLocation.Object, DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition,
                DirectiveLocation.Enum,
                DirectiveLocation.InputFieldDefinition],
            [Argument("weight", new NonNullType(String),
                "The `weight` argument defines what value to add to the overall cost for every appearance, or " +
                "possible appearance, of a type, field, argument, etc.", typeof(string))]),
        new("listSize", "The purpose of the `@listSize` directive is to either inform the static analysis about the size of returned lists (if that " +
            "information is statically available), or to point the analysis to where to find that information.",
            [DirectiveLocation.FieldDefinition],
            [
                Argument("assumedSize", Int, "The `assumedSize` argument can be used to statically define the maximum length of a list returned by a field.", typeof(int?)),
                Argument("slicingArguments", Names, "The `slicingArguments` argument can be used to define which of the field's arguments with numeric type " +
                    "are slicing arguments, so that their value determines the size of the list returned by that field. It may specify a list of multiple " +
                    "slicing arguments.", typeof(string[])),
                Argument("slicingArgumentDefaultValue", Int,
                    "The `slicingArgumentDefaultValue` argument can be used to define a default value for a slicing " +
                    "argument, which is used if the argument is not present in a query.", typeof(int?)),
                Argument("sizedFields", Names, "The `sizedFields` argument can be used to define that the value of the `assumedSize` argument or of a slicing " +
                    "argument does not affect the size of a list returned by a field itself, but that of a list returned by one of its sub-fields.", typeof(string[])),
                Argument("requireOneSlicingArgument", Boolean,
                    "The `requireOneSlicingArgument` argument can be used to inform the static analysis that it should " +
                    "expect that exactly one of the defined slicing arguments is present in a query. If that is not the case (i.e., if none or multiple slicing " +
                    "arguments are present), the static analysis may throw an error.", typeof(bool?), BooleanValueNode.True),
            ]),
    ];

    /// <summary>Says that everybody may see a field.</summary>
    public static readonly DirectiveType AllowAnonymous = new("allowAnonymous", null, [DirectiveLocation.FieldDefinition], []) { IsRepeatable = true };

    /// <summary>Says who may see something; clients are not told.</summary>
    public static DirectiveType Authorize(ITypeDefinition applyPolicy) => new("authorize", "The authorize directive.",
        [DirectiveLocation.Object, DirectiveLocation.FieldDefinition],
        [
            Argument("policy", String, "The name of the authorization policy that determines access to the annotated resource.", typeof(string)),
            Argument("roles", Names, "Roles that are allowed to access the annotated resource.", typeof(string[])),
            Argument("apply", new NonNullType(applyPolicy), "Defines when the authorize directive shall be applied. By default the authorize " +
                "directive is applied before the resolver is executed.", typeof(string), new EnumValueNode("BEFORE_RESOLVER")),
        ]) { IsRepeatable = true };

    /// <summary>Whether it may stand several times in one place.</summary>
    public bool IsRepeatable { get; init; }

    private static InputValue Argument(string name, IType type, string description, Type runtimeType, IValueNode? defaultValue = null) =>
        new() { Name = name, Type = type, Description = description, RuntimeType = runtimeType, DefaultValue = defaultValue };
}
