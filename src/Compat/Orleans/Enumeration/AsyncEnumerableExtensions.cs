using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>Settings of sequences that grains return.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>Sets how many items come at once at most: 100 by default. Other sequences are left as they are.</summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        if (self is EnumerableRequest<T> request) request.MaxBatchSize = maxBatchSize;
        return self;
    }
}

/// <summary>The activation that ran the enumeration has ended.</summary>
public sealed class EnumerationAbortedException : Exception
{
    /// <summary>A failure without words.</summary>
    public EnumerationAbortedException()
    {
    }

    /// <summary>A failure in words.</summary>
    public EnumerationAbortedException(string message)
        : base(message)
    {
    }

    /// <summary>A failure because of another.</summary>
    public EnumerationAbortedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
