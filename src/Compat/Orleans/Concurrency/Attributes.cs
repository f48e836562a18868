using Orleans.Placement;

namespace Orleans.Concurrency;

/// <summary>Calls of this grain class interleave at every await.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;

/// <summary>This method interleaves with every other call.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;

/// <summary>This method changes nothing, so it interleaves with others that are read-only too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;

/// <summary>The caller does not wait for this method; its exceptions are only logged.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;

/// <summary>A call of this grain class interleaves when a predicate of the class says so of it, or of every call that runs.</summary>
/// <param name="callbackMethodName">
/// The predicate's name: a method, static or not, that takes an <see cref="Orleans.Serialization.Invocation.IInvokable"/> and returns a bool.
/// When it throws, the call that arrived fails with its exception.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayInterleaveAttribute(string callbackMethodName) : Attribute
{
    internal string CallbackMethodName { get; } = callbackMethodName;
}

/// <summary>Each grain of this class has several activations, and a call goes to an idle one.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StatelessWorkerAttribute : PlacementAttribute
{
    /// <summary>As many activations as there are processors.</summary>
    public StatelessWorkerAttribute()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>At most <paramref name="maxLocalWorkers"/> activations.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers)
        : this(maxLocalWorkers, removeIdleWorkers: true)
    {
    }

    /// <summary>At most <paramref name="maxLocalWorkers"/> activations, which are or are not collected when idle.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers, bool removeIdleWorkers) =>
        (MaxLocalWorkers, RemoveIdleWorkers) = (maxLocalWorkers, removeIdleWorkers);

    internal int MaxLocalWorkers { get; }

    internal bool RemoveIdleWorkers { get; }
}

/// <summary>Calls have no order whether an interface has this or not.</summary>
[AttributeUsage(AttributeTargets.Interface)]
[Obsolete("Message ordering is not guaranteed regardless of whether this attribute is used. This attribute has no effect.")]
public sealed class UnorderedAttribute : Attribute;
