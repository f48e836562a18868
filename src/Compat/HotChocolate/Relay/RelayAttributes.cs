namespace HotChocolate.Types.Relay;

/// <summary>Makes an id of a field or argument: the scalar <c>ID</c>, and a global one where global object identification is on.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The object type that the id belongs to; of a field, by default the type that has it; of an argument, by default any.</summary>
    public string? TypeName { get; } = typeName;
}

/// <summary>Makes an id of the object type of <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The CLR type of the object type.</typeparam>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public class IDAttribute<T> : Attribute;

/// <summary>Makes an object type a node: it has a global id and can be fetched by it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public class NodeAttribute : Attribute
{
    /// <summary>The member that is the id, by default <c>Id</c>.</summary>
    public string? IdField { get; set; }

    /// <summary>The static method that finds a node by its id, by default <c>Get</c>, <c>GetAsync</c> or one marked <see cref="NodeResolverAttribute"/>.</summary>
    public string? NodeResolver { get; set; }

    /// <summary>The class of that method, by default the type itself.</summary>
    public Type? NodeResolverType { get; set; }
}

/// <summary>Marks the method that finds a node by its id.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
