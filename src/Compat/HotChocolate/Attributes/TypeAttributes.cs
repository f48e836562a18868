using HotChocolate.Language;

namespace HotChocolate.Types;

/// <summary>Adds the members of a class as fields to an object type that is defined elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ExtendObjectTypeAttribute : Attribute
{
    /// <summary>Extends the type with this name in the schema; without one, the type named like the class.</summary>
    public ExtendObjectTypeAttribute(string? name = null) => Name = name;

    /// <summary>Extends a root type.</summary>
    public ExtendObjectTypeAttribute(OperationType operationType) => Name = operationType.ToString();

    /// <summary>Extends the object type of a CLR type.</summary>
    public ExtendObjectTypeAttribute(Type extendsType) => ExtendsType = extendsType;

    /// <summary>The name of the extended type.</summary>
    public string? Name { get; }

    /// <summary>The CLR type of the extended type.</summary>
    public Type? ExtendsType { get; }

    /// <summary>Members of the extended CLR type that are taken out of the schema.</summary>
    public string[]? IgnoreProperties { get; set; }
}

/// <summary>Adds the members of a class as fields to the object type of <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The CLR type of the extended type.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ExtendObjectTypeAttribute<T> : Attribute
{
    /// <summary>The CLR type of the extended type.</summary>
    public Type? ExtendsType => typeof(T);

    /// <summary>Members of the extended CLR type that are taken out of the schema.</summary>
    public string[]? IgnoreProperties { get; set; }
}

/// <summary>In an extension: the member takes the place of this member of the extended CLR type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    /// <summary>The name of the member that is replaced.</summary>
    public string Name { get; } = name;
}

/// <summary>Makes an interface type of an interface or abstract class.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string? Name { get; set; } = name;
}

/// <summary>Makes a union of the object types that derive from an interface or abstract class.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string? Name { get; set; } = name;
}

/// <summary>Names the enum type of an enum.</summary>
[AttributeUsage(AttributeTargets.Enum | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class EnumTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string? Name { get; set; } = name;
}

/// <summary>Names the input object type of a class.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InputObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string? Name { get; set; } = name;
}

/// <summary>An input object of which exactly one field is given, and not null.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The value of an argument or input field that is not given.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    /// <summary>The value, of the member's CLR type.</summary>
    public object? Value { get; } = value;
}
