namespace Orleans.Concurrency;

/// <summary>A promise that nobody changes the value, so that calls pass the same instance instead of a copy.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="value">The value.</param>
[GenerateSerializer, Immutable]
public readonly struct Immutable<T>(T value)
{
    /// <summary>The value.</summary>
    [Id(0)]
    public readonly T Value = value;
}

/// <summary>Makes <see cref="Immutable{T}"/>.</summary>
public static class ImmutableExtensions
{
    /// <summary>Promises that nobody changes the value.</summary>
    public static Immutable<T> AsImmutable<T>(this T value) => new(value);
}
