using System.ComponentModel;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>
/// A call of a method that returns a sequence. The method starts with the first item that is asked for; each enumeration is a call of its own.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EnumerableRequest<T> : IAsyncEnumerable<T>
{
    private const int DefaultBatchSize = 100;

    /// <summary>How the method may be called.</summary>
    public abstract RequestShape Shape { get; }

    /// <summary>The cancellation token among the arguments.</summary>
    protected internal virtual CancellationToken Cancellation
    {
        get => CancellationToken.None;
        set => _ = value;
    }

    internal GrainReference Target { get; set; } = null!;

    internal int MaxBatchSize { get; set; } = DefaultBatchSize;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new GrainEnumerator<T>(this, cancellationToken);

    /// <summary>Calls the method of this object.</summary>
    protected internal abstract IAsyncEnumerable<T> Invoke(object target);
}
