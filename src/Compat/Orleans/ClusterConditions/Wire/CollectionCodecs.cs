using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Fincord.OrleansCompat;

/// <summary>The codecs of arrays and of the framework's generic types: the same types that <see cref="CollectionCopiers"/> knows.</summary>
internal static class CollectionCodecs
{
    private static readonly Dictionary<Type, string> Makers = new()
    {
        [typeof(List<>)] = nameof(List),
        [typeof(HashSet<>)] = nameof(HashSet),
        [typeof(SortedSet<>)] = nameof(SortedSet),
        [typeof(Queue<>)] = nameof(Queue),
        [typeof(Stack<>)] = nameof(Stack),
        [typeof(Dictionary<,>)] = nameof(Dictionary),
        [typeof(SortedDictionary<,>)] = nameof(SortedDictionary),
        [typeof(ConcurrentDictionary<,>)] = nameof(ConcurrentDictionary),
        [typeof(ReadOnlyCollection<>)] = nameof(ReadOnlyCollection),
        [typeof(ImmutableArray<>)] = nameof(ImmutableArray),
        [typeof(ImmutableList<>)] = nameof(ImmutableList),
        [typeof(ImmutableHashSet<>)] = nameof(ImmutableHashSet),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableDictionary),
        [typeof(ImmutableSortedDictionary<,>)] = nameof(ImmutableSortedDictionary),
        [typeof(KeyValuePair<,>)] = nameof(Pair),
    };

    public static WireCodec? Find(Type type)
    {
        if (type.IsSZArray) return Make(nameof(Array), type.GetElementType()!);
        if (!type.IsConstructedGenericType) return null;
        if (Makers.TryGetValue(type.GetGenericTypeDefinition(), out var maker)) return Make(maker, type.GetGenericArguments());
        return type.IsAssignableTo(typeof(ITuple)) && CollectionCopiers.ByDefinition.ContainsKey(type.GetGenericTypeDefinition()) ? new TupleCodec(type) : null;
    }

    private static WireCodec Make(string maker, params Type[] arguments) => (WireCodec)typeof(CollectionCodecs)
        .GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(arguments).Invoke(null, null)!;

    private static WireCodec Array<T>() => new ArrayCodec<T>();

    private static WireCodec List<T>() => new FilledCodec<List<T>, T>(_ => [], (list, item) => list.Add(item));

    private static WireCodec HashSet<T>() =>
        new FilledCodec<HashSet<T>, T>(order => new((IEqualityComparer<T>?)order), (set, item) => set.Add(item), set => set.Comparer);

    private static WireCodec SortedSet<T>() =>
        new FilledCodec<SortedSet<T>, T>(order => new((IComparer<T>?)order), (set, item) => set.Add(item), set => set.Comparer);

    private static WireCodec Queue<T>() => new FilledCodec<Queue<T>, T>(_ => new(), (queue, item) => queue.Enqueue(item));

    private static WireCodec Stack<T>() => new FilledCodec<Stack<T>, T>(_ => new(), (stack, item) => stack.Push(item), isReversed: true);

    private static WireCodec Dictionary<TKey, TValue>()
        where TKey : notnull => new FilledCodec<Dictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            order => new((IEqualityComparer<TKey>?)order), (map, pair) => map.Add(pair.Key, pair.Value), map => map.Comparer);

    private static WireCodec SortedDictionary<TKey, TValue>()
        where TKey : notnull => new FilledCodec<SortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            order => new((IComparer<TKey>?)order), (map, pair) => map.Add(pair.Key, pair.Value), map => map.Comparer);

    private static WireCodec ConcurrentDictionary<TKey, TValue>()
        where TKey : notnull => new FilledCodec<ConcurrentDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            order => new((IEqualityComparer<TKey>?)order), (map, pair) => map[pair.Key] = pair.Value, map => map.Comparer);

    private static WireCodec ReadOnlyCollection<T>() => new BuiltCodec<ReadOnlyCollection<T>, T>((items, _) => new(items));

    private static WireCodec ImmutableArray<T>() => new ImmutableArrayCodec<T>();

    private static WireCodec ImmutableList<T>() => new BuiltCodec<ImmutableList<T>, T>((items, _) => [.. items]);

    private static WireCodec ImmutableHashSet<T>() => new BuiltCodec<ImmutableHashSet<T>, T>(
        (items, order) => items.ToImmutableHashSet((IEqualityComparer<T>?)order), set => set.KeyComparer);

    private static WireCodec ImmutableDictionary<TKey, TValue>()
        where TKey : notnull => new BuiltCodec<ImmutableDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            (items, order) => items.ToImmutableDictionary((IEqualityComparer<TKey>?)order), map => map.KeyComparer);

    private static WireCodec ImmutableSortedDictionary<TKey, TValue>()
        where TKey : notnull => new BuiltCodec<ImmutableSortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            (items, order) => items.ToImmutableSortedDictionary((IComparer<TKey>?)order), map => map.KeyComparer);

    private static WireCodec Pair<TKey, TValue>() => new PairCodec<TKey, TValue>();
}
