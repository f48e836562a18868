using System.Diagnostics.CodeAnalysis;
using Fincord.OrleansCompat;

namespace Orleans.Serialization.Cloning
{
    /// <summary>Copies values of one type deeply.</summary>
    public interface IDeepCopier
    {
        /// <summary>A deep copy of a value of that type.</summary>
        [return: NotNullIfNotNull(nameof(input))]
        object? DeepCopy(object? input, CopyContext context);
    }

    /// <summary>Copies values of one type deeply; on a class with <see cref="RegisterCopierAttribute"/> for all messages.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public interface IDeepCopier<T> : IDeepCopier
    {
        /// <summary>A deep copy; members are copied with <see cref="CopyContext.DeepCopy{T}"/>.</summary>
        [return: NotNullIfNotNull(nameof(input))]
        T? DeepCopy(T? input, CopyContext context);

        object? IDeepCopier.DeepCopy(object? input, CopyContext context) => input is null ? null : DeepCopy((T)input, context);
    }
}

namespace Orleans.Serialization
{
    /// <summary>Copies values as calls do.</summary>
    public sealed class DeepCopier
    {
        /// <summary>A deep copy; the value itself when nobody can change it.</summary>
        /// <exception cref="CodecNotFoundException">The value, or a part of it, has no copier.</exception>
        public T Copy<T>(T value) => DeepCopy.Of(value);
    }

    /// <summary>Copies values of one type as calls do.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public sealed class DeepCopier<T>
    {
        /// <summary>A deep copy; the value itself when nobody can change it.</summary>
        /// <exception cref="CodecNotFoundException">The value, or a part of it, has no copier.</exception>
        public T Copy(T value) => DeepCopy.Of(value);
    }
}
