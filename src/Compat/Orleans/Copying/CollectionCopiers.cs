using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using Orleans.Concurrency;
using Orleans.Serialization.Cloning;

namespace Fincord.OrleansCompat;

/// <summary>The copiers of the framework's generic types.</summary>
internal static class CollectionCopiers
{
    public static readonly Dictionary<Type, Type> ByDefinition = new()
    {
        [typeof(Nullable<>)] = typeof(NullableCopier<>),
        [typeof(List<>)] = typeof(ListCopier<>),
        [typeof(HashSet<>)] = typeof(HashSetCopier<>),
        [typeof(SortedSet<>)] = typeof(SortedSetCopier<>),
        [typeof(Queue<>)] = typeof(QueueCopier<>),
        [typeof(Stack<>)] = typeof(StackCopier<>),
        [typeof(Dictionary<,>)] = typeof(DictionaryCopier<,>),
        [typeof(SortedDictionary<,>)] = typeof(SortedDictionaryCopier<,>),
        [typeof(ConcurrentDictionary<,>)] = typeof(ConcurrentDictionaryCopier<,>),
        [typeof(ReadOnlyCollection<>)] = typeof(ReadOnlyCollectionCopier<>),
        [typeof(KeyValuePair<,>)] = typeof(KeyValuePairCopier<,>),
        [typeof(ValueTuple<,>)] = typeof(ValueTupleCopier<,>),
        [typeof(ValueTuple<,,>)] = typeof(ValueTupleCopier<,,>),
        [typeof(ValueTuple<,,,>)] = typeof(ValueTupleCopier<,,,>),
        [typeof(Tuple<,>)] = typeof(TupleCopier<,>),
        [typeof(ImmutableArray<>)] = typeof(ImmutableArrayCopier<>),
        [typeof(ImmutableList<>)] = typeof(ImmutableListCopier<>),
        [typeof(ImmutableHashSet<>)] = typeof(ImmutableHashSetCopier<>),
        [typeof(ImmutableDictionary<,>)] = typeof(ImmutableDictionaryCopier<,>),
        [typeof(ImmutableSortedDictionary<,>)] = typeof(ImmutableSortedDictionaryCopier<,>),
        [typeof(Immutable<>)] = typeof(SharedCopier<>),
    };
}

internal sealed class NullableCopier<T> : Copier<T?>
    where T : struct
{
    public override bool IsShared => CopierOf<T>.Instance.IsShared;

    public override T? Copy(T? value, CopyContext context) => value is { } some ? CopierOf<T>.Instance.Copy(some, context) : null;
}

internal sealed class ArrayCopier<T> : Copier<T[]>
{
    public override T[] Copy(T[] value, CopyContext context)
    {
        if (value is null || value.Length == 0) return value!;
        if (context.TryGetCopy<T[]>(value, out var known)) return known!;
        var copy = (T[])value.Clone();
        context.RecordCopy(value, copy);
        if (CopierOf<T>.Instance.IsShared) return copy;
        foreach (ref var item in copy.AsSpan()) item = CopierOf<T>.Instance.Copy(item, context);
        return copy;
    }
}

internal sealed class ListCopier<T> : Copier<List<T>>
{
    public override List<T> Copy(List<T> value, CopyContext context)
    {
        if (value is null) return value!;
        if (context.TryGetCopy<List<T>>(value, out var known)) return known!;
        var copy = new List<T>(value);
        context.RecordCopy(value, copy);
        if (CopierOf<T>.Instance.IsShared) return copy;
        foreach (ref var item in CollectionsMarshal.AsSpan(copy)) item = CopierOf<T>.Instance.Copy(item, context);
        return copy;
    }
}

/// <summary>For collections that are filled one by one.</summary>
internal abstract class CollectionCopier<TCollection, TItem> : Copier<TCollection>
    where TCollection : class, IEnumerable<TItem>
{
    public sealed override TCollection Copy(TCollection value, CopyContext context)
    {
        if (value is null) return value!;
        if (context.TryGetCopy<TCollection>(value, out var known)) return known!;
        var copy = CreateLike(value);
        context.RecordCopy(value, copy);
        foreach (var item in InOrderOfFilling(value)) Add(copy, DeepCopy.Of(item, context));
        return copy;
    }

    protected abstract TCollection CreateLike(TCollection value);

    protected virtual IEnumerable<TItem> InOrderOfFilling(TCollection value) => value;

    protected abstract void Add(TCollection copy, TItem item);
}

internal sealed class HashSetCopier<T> : CollectionCopier<HashSet<T>, T>
{
    protected override HashSet<T> CreateLike(HashSet<T> value) => new(value.Count, value.Comparer);

    protected override void Add(HashSet<T> copy, T item) => copy.Add(item);
}

internal sealed class SortedSetCopier<T> : CollectionCopier<SortedSet<T>, T>
{
    protected override SortedSet<T> CreateLike(SortedSet<T> value) => new(value.Comparer);

    protected override void Add(SortedSet<T> copy, T item) => copy.Add(item);
}

internal sealed class QueueCopier<T> : CollectionCopier<Queue<T>, T>
{
    protected override Queue<T> CreateLike(Queue<T> value) => new(value.Count);

    protected override void Add(Queue<T> copy, T item) => copy.Enqueue(item);
}

internal sealed class StackCopier<T> : CollectionCopier<Stack<T>, T>
{
    protected override Stack<T> CreateLike(Stack<T> value) => new(value.Count);

    protected override IEnumerable<T> InOrderOfFilling(Stack<T> value) => value.Reverse();

    protected override void Add(Stack<T> copy, T item) => copy.Push(item);
}

internal sealed class DictionaryCopier<TKey, TValue> : CollectionCopier<Dictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override Dictionary<TKey, TValue> CreateLike(Dictionary<TKey, TValue> value) => new(value.Count, value.Comparer);

    protected override void Add(Dictionary<TKey, TValue> copy, KeyValuePair<TKey, TValue> item) => copy.Add(item.Key, item.Value);
}

internal sealed class SortedDictionaryCopier<TKey, TValue> : CollectionCopier<SortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override SortedDictionary<TKey, TValue> CreateLike(SortedDictionary<TKey, TValue> value) => new(value.Comparer);

    protected override void Add(SortedDictionary<TKey, TValue> copy, KeyValuePair<TKey, TValue> item) => copy.Add(item.Key, item.Value);
}

internal sealed class ConcurrentDictionaryCopier<TKey, TValue> : CollectionCopier<ConcurrentDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override ConcurrentDictionary<TKey, TValue> CreateLike(ConcurrentDictionary<TKey, TValue> value) => new(value.Comparer);

    protected override void Add(ConcurrentDictionary<TKey, TValue> copy, KeyValuePair<TKey, TValue> item) => copy[item.Key] = item.Value;
}

internal sealed class ReadOnlyCollectionCopier<T> : Copier<ReadOnlyCollection<T>>
{
    public override ReadOnlyCollection<T> Copy(ReadOnlyCollection<T> value, CopyContext context) =>
        value is null ? value! : new([.. value.Select(item => DeepCopy.Of(item, context))]);
}

internal sealed class KeyValuePairCopier<TKey, TValue> : Copier<KeyValuePair<TKey, TValue>>
{
    public override bool IsShared => CopierOf<TKey>.Instance.IsShared && CopierOf<TValue>.Instance.IsShared;

    public override KeyValuePair<TKey, TValue> Copy(KeyValuePair<TKey, TValue> value, CopyContext context) =>
        new(DeepCopy.Of(value.Key, context), DeepCopy.Of(value.Value, context));
}

internal sealed class ValueTupleCopier<T1, T2> : Copier<(T1, T2)>
{
    public override bool IsShared => CopierOf<T1>.Instance.IsShared && CopierOf<T2>.Instance.IsShared;

    public override (T1, T2) Copy((T1, T2) value, CopyContext context) => (DeepCopy.Of(value.Item1, context), DeepCopy.Of(value.Item2, context));
}

internal sealed class ValueTupleCopier<T1, T2, T3> : Copier<(T1, T2, T3)>
{
    public override bool IsShared => CopierOf<T1>.Instance.IsShared && CopierOf<T2>.Instance.IsShared && CopierOf<T3>.Instance.IsShared;

    public override (T1, T2, T3) Copy((T1, T2, T3) value, CopyContext context) =>
        (DeepCopy.Of(value.Item1, context), DeepCopy.Of(value.Item2, context), DeepCopy.Of(value.Item3, context));
}

internal sealed class ValueTupleCopier<T1, T2, T3, T4> : Copier<(T1, T2, T3, T4)>
{
    public override bool IsShared =>
        CopierOf<T1>.Instance.IsShared && CopierOf<T2>.Instance.IsShared && CopierOf<T3>.Instance.IsShared && CopierOf<T4>.Instance.IsShared;

    public override (T1, T2, T3, T4) Copy((T1, T2, T3, T4) value, CopyContext context) =>
        (DeepCopy.Of(value.Item1, context), DeepCopy.Of(value.Item2, context), DeepCopy.Of(value.Item3, context), DeepCopy.Of(value.Item4, context));
}

internal sealed class TupleCopier<T1, T2> : Copier<Tuple<T1, T2>>
{
    public override bool IsShared => CopierOf<T1>.Instance.IsShared && CopierOf<T2>.Instance.IsShared;

    public override Tuple<T1, T2> Copy(Tuple<T1, T2> value, CopyContext context) =>
        value is null || IsShared ? value! : new(DeepCopy.Of(value.Item1, context), DeepCopy.Of(value.Item2, context));
}

internal sealed class ImmutableArrayCopier<T> : Copier<ImmutableArray<T>>
{
    public override bool IsShared => CopierOf<T>.Instance.IsShared;

    public override ImmutableArray<T> Copy(ImmutableArray<T> value, CopyContext context) =>
        value.IsDefaultOrEmpty || IsShared ? value : [.. value.Select(item => DeepCopy.Of(item, context))];
}

internal sealed class ImmutableListCopier<T> : Copier<ImmutableList<T>>
{
    public override bool IsShared => CopierOf<T>.Instance.IsShared;

    public override ImmutableList<T> Copy(ImmutableList<T> value, CopyContext context) =>
        value is null || IsShared ? value! : [.. value.Select(item => DeepCopy.Of(item, context))];
}

internal sealed class ImmutableHashSetCopier<T> : Copier<ImmutableHashSet<T>>
{
    public override bool IsShared => CopierOf<T>.Instance.IsShared;

    public override ImmutableHashSet<T> Copy(ImmutableHashSet<T> value, CopyContext context) =>
        value is null || IsShared ? value! : value.Select(item => DeepCopy.Of(item, context)).ToImmutableHashSet(value.KeyComparer);
}

internal sealed class ImmutableDictionaryCopier<TKey, TValue> : Copier<ImmutableDictionary<TKey, TValue>>
    where TKey : notnull
{
    public override bool IsShared => CopierOf<TKey>.Instance.IsShared && CopierOf<TValue>.Instance.IsShared;

    public override ImmutableDictionary<TKey, TValue> Copy(ImmutableDictionary<TKey, TValue> value, CopyContext context) =>
        value is null || IsShared ? value! : value.ToImmutableDictionary(
            pair => DeepCopy.Of(pair.Key, context), pair => DeepCopy.Of(pair.Value, context), value.KeyComparer, value.ValueComparer);
}

internal sealed class ImmutableSortedDictionaryCopier<TKey, TValue> : Copier<ImmutableSortedDictionary<TKey, TValue>>
    where TKey : notnull
{
    public override bool IsShared => CopierOf<TKey>.Instance.IsShared && CopierOf<TValue>.Instance.IsShared;

    public override ImmutableSortedDictionary<TKey, TValue> Copy(ImmutableSortedDictionary<TKey, TValue> value, CopyContext context) =>
        value is null || IsShared ? value! : value.ToImmutableSortedDictionary(
            pair => DeepCopy.Of(pair.Key, context), pair => DeepCopy.Of(pair.Value, context), value.KeyComparer, value.ValueComparer);
}
