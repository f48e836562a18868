using System.ComponentModel;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>
/// A call of a method that returns a sequence. The method starts with the first item that is asked for; each enumeration is a call of its own.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EnumerableRequest<T> : IAsyncEnumerable<T>, ICallArguments
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
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Target.Shared.Silo.Wire?.CarryArguments(this);
        return new GrainEnumerator<T>(this, cancellationToken);
    }

    /// <summary>The argument at this place.</summary>
    public virtual object? GetArgument(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Replaces the argument at this place.</summary>
    public virtual void SetArgument(int index, object? value) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>How many arguments there are.</summary>
    public virtual int GetArgumentCount() => 0;

    /// <summary>Calls the method of this object.</summary>
    protected internal abstract IAsyncEnumerable<T> Invoke(object target);
}
