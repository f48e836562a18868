using System.ComponentModel;
using Orleans;
using Orleans.Serialization.Cloning;

namespace Fincord.OrleansCompat;

/// <summary>Copies values that a converter replaces by surrogates; for generated code.</summary>
/// <typeparam name="T">The type, which may be anybody's.</typeparam>
/// <typeparam name="TSurrogate">What stands for it in messages.</typeparam>
/// <param name="converter">The converter.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RegisteredConverter<T, TSurrogate>(IConverter<T, TSurrogate> converter) : Copier<T>, ISurrogates
    where TSurrogate : struct
{
    object ISurrogates.Replace(object value) => converter.ConvertToSurrogate((T)value);

    object ISurrogates.Restore(object surrogate) => converter.ConvertFromSurrogate((TSurrogate)surrogate)!;

    /// <inheritdoc/>
    public sealed override T Copy(T value, CopyContext context)
    {
        if (value is null) return value;
        if (!typeof(T).IsValueType && context.TryGetCopy<object>(value, out var known)) return (T)known!;
        var copy = converter.ConvertFromSurrogate(DeepCopy.Of(converter.ConvertToSurrogate(in value), context));
        if (!typeof(T).IsValueType) context.RecordCopy(value, copy!);
        return copy;
    }
}

/// <summary>A converter whose types only the value knows.</summary>
internal interface ISurrogates
{
    object Replace(object value);

    object Restore(object surrogate);
}

/// <summary>Copies values with a copier of the application; for generated code.</summary>
/// <typeparam name="T">The type, which may be anybody's.</typeparam>
/// <param name="copier">The copier.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RegisteredCopier<T>(IDeepCopier<T> copier) : Copier<T>
{
    /// <inheritdoc/>
    public sealed override T Copy(T value, CopyContext context) => value is null ? value : copier.DeepCopy(value, context);
}
