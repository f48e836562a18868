namespace HotChocolate.Types;

/// <summary>
/// How a value of a field is written, taken from its type once: whether null is allowed, and whether it is a list, a leaf or an object.
/// </summary>
internal sealed class ValueShape
{
    private ValueShape(bool isNonNull, ValueShape? item, ILeafType? leaf, ITypeDefinition named, Func<object, object>? convert) =>
        (IsNonNull, Item, Leaf, Named, Convert) = (isNonNull, item, leaf, named, convert);

    public bool IsNonNull { get; }

    /// <summary>The shape of an item if this is a list.</summary>
    public ValueShape? Item { get; }

    /// <summary>The leaf type, if it is one.</summary>
    public ILeafType? Leaf { get; }

    /// <summary>The type inside all lists.</summary>
    public ITypeDefinition Named { get; }

    /// <summary>Turns the member's value into the leaf's, where they differ.</summary>
    public Func<object, object>? Convert { get; }

    public static ValueShape Of(IType type, Func<object, object>? convert)
    {
        var inner = type.Nullable();
        return inner is ListType list
            ? new(type.IsNonNull(), Of(list.Item, convert), null, inner.Named(), null)
            : new(type.IsNonNull(), null, inner as ILeafType, (ITypeDefinition)inner, convert);
    }
}
