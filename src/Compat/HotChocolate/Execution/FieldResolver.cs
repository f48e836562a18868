namespace HotChocolate.Execution;

/// <summary>Finds the value of a field.</summary>
/// <param name="parent">The object that has the field; null at a root.</param>
/// <param name="call">The arguments and the request; null where the resolver needs neither.</param>
/// <param name="services">Where the resolver's services come from.</param>
internal delegate T ResolverDelegate<out T>(object? parent, FieldCall call, IServiceProvider services);

/// <summary>Finds the value of a field, compiled once when the schema is built.</summary>
/// <param name="usesCall">Whether it needs the arguments or the request.</param>
internal abstract class FieldResolver(bool usesCall)
{
    public bool UsesCall { get; } = usesCall;

    /// <summary>The fastest writer of a field with this resolver.</summary>
    public virtual FieldWriter CreateWriter(Types.OutputField field) => new ValueWriter(field);

    /// <summary>The value, boxed, of a resolver that never waits.</summary>
    public abstract object? Get(object? parent, FieldCall call, IServiceProvider services);
}

/// <summary>A resolver that never waits; the engine calls it while it writes the result.</summary>
internal sealed class SyncResolver<T>(ResolverDelegate<T> resolve, bool usesCall) : FieldResolver(usesCall)
{
    public ResolverDelegate<T> Resolve { get; } = resolve;

    public override FieldWriter CreateWriter(Types.OutputField field)
    {
        if (field.Shape is not { Leaf: { } leaf, Convert: null }) return base.CreateWriter(field);
        if (leaf is Types.ILeafType<T> typed) return new LeafWriter<T>(this, typed, field.Shape.IsNonNull);
        if (Nullable.GetUnderlyingType(typeof(T)) is not { } inner || leaf.RuntimeType != inner) return base.CreateWriter(field);
        return (FieldWriter)Activator.CreateInstance(typeof(NullableLeafWriter<>).MakeGenericType(inner), this, leaf)!;
    }

    public override object? Get(object? parent, FieldCall call, IServiceProvider services) => Resolve(parent, call, services);
}

/// <summary>A resolver that may wait; the engine starts it before it writes, together with its siblings.</summary>
/// <param name="resolve">The resolver.</param>
/// <param name="needsScope">Whether it uses scoped services, of which each call of a query gets its own, so that siblings share none.</param>
internal sealed class AsyncResolver(ResolverDelegate<ValueTask<object?>> resolve, bool needsScope) : FieldResolver(usesCall: true)
{
    public bool NeedsScope { get; } = needsScope;

    /// <summary>Whether the member itself waits; one that only needs a scope has its answer at once, and costs nothing by default.</summary>
    public bool Waits { get; init; } = true;

    public ResolverDelegate<ValueTask<object?>> Resolve { get; } = resolve;

    public override object? Get(object? parent, FieldCall call, IServiceProvider services) =>
        throw new InvalidOperationException("This resolver must be awaited.");
}

/// <summary>Opens the stream of events behind a subscription field.</summary>
internal delegate ValueTask<IAsyncEnumerable<object?>> SubscribeResolver(FieldCall call, IServiceProvider services, CancellationToken cancellation);

/// <summary>Turns what resolvers return into what the engine awaits.</summary>
internal static class ResolverAdapters
{
    public static ValueTask<object?> FromTask<T>(Task<T> task) =>
        task.IsCompletedSuccessfully ? new((object?)task.Result) : new(Await(task));

    public static ValueTask<object?> FromValueTask<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new((object?)task.Result) : new(Await(task.AsTask()));

    public static ValueTask<object?> FromValue<T>(T value) => new((object?)value);

    public static async ValueTask<object?> FromStream<T>(IAsyncEnumerable<T> stream, CancellationToken cancellation)
    {
        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(cancellation)) items.Add(item);
        return items;
    }

    private static async Task<object?> Await<T>(Task<T> task) => await task;
}
