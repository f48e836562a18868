namespace HotChocolate.Types;

/// <summary>A part of a schema that can be at fault.</summary>
public interface ITypeSystemMember;

/// <summary>A type, possibly wrapped in list or non-null.</summary>
public interface IType : ITypeSystemMember;

/// <summary>A type with a name of its own.</summary>
public interface ITypeDefinition : IType
{
    /// <summary>Its name in the schema.</summary>
    string Name { get; }

    /// <summary>What it is, for readers of the schema.</summary>
    string? Description { get; }
}

/// <summary>Stands for a list in <see cref="GraphQLTypeAttribute"/>.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class ListType<T> : IType where T : IType
{
    private ListType() { }
}

/// <summary>Stands for a type that is never null in <see cref="GraphQLTypeAttribute"/>.</summary>
/// <typeparam name="T">The nullable type.</typeparam>
public sealed class NonNullType<T> : IType where T : IType
{
    private NonNullType() { }
}

/// <summary>Whether a scalar is taken for every member of its runtime type, or only where it is named.</summary>
public enum BindingBehavior
{
    /// <summary>For every member of its runtime type.</summary>
    Implicit,
    /// <summary>Only where it is named or bound.</summary>
    Explicit,
}
