namespace GreenDonut;

/// <summary>Loading values that must be there.</summary>
public static class DataLoaderExtensions
{
    /// <summary>The value of a key; throws <see cref="KeyNotFoundException"/> when there is none.</summary>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader, TKey key, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TValue : notnull
    {
        ArgumentNullException.ThrowIfNull(dataLoader);
        return await dataLoader.LoadAsync(key, cancellationToken) ?? throw new KeyNotFoundException($"There is no value for the key {key}.");
    }
}
