using System.ComponentModel;
using System.Runtime.CompilerServices;
using Orleans.Serialization.Cloning;

namespace Fincord.OrleansCompat;

/// <summary>Copies values of a type deeply.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Copier<T> : IObjectCopier
{
    /// <summary>Whether the copy is the value itself.</summary>
    public virtual bool IsShared => false;

    /// <summary>A deep copy; null for null.</summary>
    public abstract T Copy(T value, CopyContext context);

    object? IObjectCopier.CopyObject(object value, CopyContext context) => Copy((T)value, context);

    /// <summary>A copy of an object with all its fields, not deep; for generated code.</summary>
    protected static TObject Clone<TObject>(TObject value)
        where TObject : class => (TObject)MemberwiseCloneOf(value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseCloneOf(object value);
}

/// <summary>A copier whose type is not known statically.</summary>
internal interface IObjectCopier
{
    bool IsShared { get; }

    object? CopyObject(object value, CopyContext context);
}

/// <summary>Copies values of any type; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeepCopy
{
    /// <summary>A deep copy of a whole message.</summary>
    public static T Of<T>(T value) => CopierOf<T>.Instance.IsShared ? value : CopierOf<T>.Instance.Copy(value, new CopyContext());

    /// <summary>A deep copy of a part of a message.</summary>
    public static T Of<T>(T value, CopyContext context) => CopierOf<T>.Instance.Copy(value, context);
}

/// <summary>The copier of a type, found once.</summary>
internal static class CopierOf<T>
{
    public static readonly Copier<T> Instance = Copiers.Find<T>();
}
