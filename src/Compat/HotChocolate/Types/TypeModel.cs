using HotChocolate.Language;

namespace HotChocolate.Types;

/// <summary>The kinds of types, as introspection names them.</summary>
internal enum TypeKind { Scalar, Object, Interface, Union, Enum, InputObject, List, NonNull }

internal sealed class ListType(IType item) : IType
{
    public IType Item { get; } = item;

    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullType(IType inner) : IType
{
    public IType Inner { get; } = inner;

    public override string ToString() => $"{Inner}!";
}

/// <summary>A named type other than a scalar.</summary>
internal abstract class TypeDefinition(string name, string? description, Type runtimeType) : ITypeDefinition
{
    public string Name { get; } = name;
    public string? Description { get; } = description;
    public Type RuntimeType { get; } = runtimeType;

    public override string ToString() => Name;
}

/// <summary>A scalar or enum: a type whose values have no fields.</summary>
internal interface ILeafType : ITypeDefinition
{
    Type RuntimeType { get; }

    /// <summary>Whether a literal has the right form; its content may still be refused.</summary>
    bool IsValidLiteral(IValueNode literal);

    /// <summary>The value of a literal; throws <see cref="LeafCoercionException"/>.</summary>
    object ParseLiteral(IValueNode literal);

    /// <summary>The value of a variable; throws <see cref="LeafCoercionException"/>.</summary>
    object ParseValue(System.Text.Json.JsonElement value);

    /// <summary>Writes a value into the result; throws <see cref="LeafCoercionException"/> when it is not one of this type's.</summary>
    void Write(object value, Execution.ResultWriter writer);

    /// <summary>A value as a document would write it.</summary>
    IValueNode ToLiteral(object value);
}

/// <summary>A leaf type that writes values of <typeparamref name="T"/> without boxing them.</summary>
internal interface ILeafType<in T> : ILeafType
{
    void Write(T value, Execution.ResultWriter writer);
}

/// <summary>Questions about types that wrap others.</summary>
internal static class TypeExtensions
{
    public static ITypeDefinition Named(this IType type) => type switch
    {
        NonNullType nonNull => nonNull.Inner.Named(),
        ListType list => list.Item.Named(),
        _ => (ITypeDefinition)type,
    };

    public static IType Nullable(this IType type) => type is NonNullType nonNull ? nonNull.Inner : type;

    public static bool IsNonNull(this IType type) => type is NonNullType;

    public static bool IsInput(this ITypeDefinition type) => type is ILeafType or InputObjectType;

    public static bool IsComposite(this ITypeDefinition type) => type is ComplexType or UnionType;

    public static TypeKind Kind(this IType type) => type switch
    {
        ListType => TypeKind.List,
        NonNullType => TypeKind.NonNull,
        ScalarType => TypeKind.Scalar,
        ObjectType => TypeKind.Object,
        InterfaceType => TypeKind.Interface,
        UnionType => TypeKind.Union,
        InputObjectType => TypeKind.InputObject,
        _ => TypeKind.Enum,
    };
}
