using System.ComponentModel;
using Orleans.Serialization.Cloning;

namespace Fincord.OrleansCompat;

/// <summary>Copies objects of a class: a clone first, then each member that can be changed; for generated code.</summary>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ClassCopier<T> : Copier<T>
    where T : class
{
    /// <inheritdoc/>
    public sealed override T Copy(T value, CopyContext context)
    {
        if (value is null) return value!;
        if (context.TryGetCopy<T>(value, out var known)) return known!;
        var copy = Clone(value);
        context.RecordCopy(value, copy);
        CopyMembers(copy, context);
        return copy;
    }

    /// <summary>Replaces the members of a clone by copies.</summary>
    protected abstract void CopyMembers(T self, CopyContext copies);

    /// <summary>Lets the base class's copier do its part; an immutable one has none.</summary>
    protected static void CopyMembersOfBase<TBase>(TBase self, CopyContext copies)
        where TBase : class => (Copiers.FindByRuntimeType(typeof(TBase)) as ClassCopier<TBase>)?.CopyMembers(self, copies);
}

/// <summary>Copies values of a struct: each member that can be changed; for generated code.</summary>
/// <typeparam name="T">The struct.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StructCopier<T> : Copier<T>
    where T : struct
{
    /// <inheritdoc/>
    public sealed override T Copy(T value, CopyContext context)
    {
        CopyMembers(ref value, context);
        return value;
    }

    /// <summary>Replaces the members by copies.</summary>
    protected abstract void CopyMembers(ref T self, CopyContext copies);
}
