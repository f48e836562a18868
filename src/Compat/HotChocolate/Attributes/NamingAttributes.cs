using HotChocolate.Types;

namespace HotChocolate;

/// <summary>The name in the schema, instead of the one inferred.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property
    | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Enum | AttributeTargets.Field)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>The description in the schema, instead of the XML documentation.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property
    | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Enum | AttributeTargets.Field)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description, Markdown.</summary>
    public string Description { get; } = description;
}

/// <summary>Marks a field, argument, input field or enum value as deprecated.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class GraphQLDeprecatedAttribute(string deprecationReason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string DeprecationReason { get; } = deprecationReason;
}

/// <summary>Keeps a member out of the schema.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>The schema type of a member, instead of the one inferred.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public class GraphQLTypeAttribute : Attribute
{
    /// <summary>A schema type, possibly wrapped: <c>typeof(NonNullType&lt;IdType&gt;)</c>.</summary>
    public GraphQLTypeAttribute(Type type) => Type = type;

    /// <summary>A type in GraphQL notation: <c>"[Int!]"</c>.</summary>
    public GraphQLTypeAttribute(string typeSyntax) => TypeName = typeSyntax;

    /// <summary>The schema type.</summary>
    public Type? Type { get; }

    internal string? TypeName { get; }
}

/// <summary>The schema type of a member, instead of the one inferred.</summary>
/// <typeparam name="T">The schema type.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute<T>() : GraphQLTypeAttribute(typeof(T)) where T : IType;

/// <summary>Makes a member non-null whatever its annotation says.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLNonNullTypeAttribute : Attribute;
