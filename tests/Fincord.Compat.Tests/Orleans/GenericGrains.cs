namespace Fincord.Compat.Tests.Orleans;

/// <summary>A message that is generic, with a part that anybody could change.</summary>
[GenerateSerializer]
public sealed record Page<T>(List<T> Items, T? Next);

[GenerateSerializer, Alias("compat.Quote")]
public sealed record Quote(string Symbol, long Price);

/// <summary>The same without an alias.</summary>
[GenerateSerializer]
public sealed record Trade(string Symbol);

/// <summary>What all shelves have in common, whatever is on them.</summary>
public interface ISavable : IGrainWithStringKey
{
    Task<int> Save();
}

public interface IShelf<T> : ISavable
{
    Task Put(T item);

    Task<Page<T>> Read();

    ValueTask<Page<T>> Replace(Page<T> page);

    IAsyncEnumerable<T> Each(CancellationToken cancellation = default);

    Task Watch(IShelfWatcher<T> watcher);
}

public interface IShelfWatcher<in T> : IGrainObserver
{
    void Added(T item);
}

internal sealed class ShelfGrain<T>([PersistentState("compat.shelf")] IPersistentState<Shelved<T>> state) : Grain, IShelf<T>
{
    private IShelfWatcher<T>? _watcher;

    public Task Put(T item)
    {
        state.State.Items.Add(item);
        _watcher?.Added(item);
        return Task.CompletedTask;
    }

    public Task<Page<T>> Read() => Task.FromResult(new Page<T>(state.State.Items, default));

    public ValueTask<Page<T>> Replace(Page<T> page)
    {
        var old = new Page<T>(state.State.Items, default);
        state.State.Items = page.Items;
        return new(old);
    }

    public async IAsyncEnumerable<T> Each([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var item in state.State.Items.ToArray())
        {
            await Task.Yield();
            yield return item;
        }
    }

    public Task Watch(IShelfWatcher<T> watcher)
    {
        _watcher = watcher;
        return Task.CompletedTask;
    }

    public async Task<int> Save()
    {
        await state.WriteStateAsync();
        return state.State.Items.Count;
    }
}

[GenerateSerializer]
public sealed class Shelved<T>
{
    [Id(0)]
    public List<T> Items { get; set; } = [];
}

/// <summary>Two type parameters, of which one is constrained, and a key that is a number.</summary>
public interface IPairing<TKey, TValue> : IGrainWithIntegerKey
    where TKey : notnull
{
    Task<Dictionary<TKey, TValue>> Add(TKey key, TValue value);
}

[GrainType("pairs`2")]
internal sealed class PairingGrain<TKey, TValue> : Grain, IPairing<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _pairs = [];

    public Task<Dictionary<TKey, TValue>> Add(TKey key, TValue value)
    {
        _pairs[key] = value;
        return Task.FromResult(_pairs);
    }
}

/// <summary>One generic class behind it, and one that was written for text.</summary>
public interface INamer<T> : IGrainWithStringKey
{
    Task<string> Name();
}

internal sealed class GeneralNamerGrain<T> : Grain, INamer<T>
{
    public Task<string> Name() => Task.FromResult($"general {typeof(T).Name}");
}

internal sealed class TextNamerGrain : Grain, INamer<string>
{
    public Task<string> Name() => Task.FromResult("text");
}

/// <summary>Nobody implements it for the arguments that its only class cannot have.</summary>
public interface IUnpaired<TFirst, TSecond> : IGrainWithStringKey
{
    Task Use(TFirst first, TSecond second);
}

/// <summary>Generic methods of an interface that is not generic, and of one that is.</summary>
public interface IConverterGrain : IGrainWithStringKey
{
    Task<T> Echo<T>(T value);

    Task<Page<TItem>> Collect<TItem>(TItem first, List<TItem> others)
        where TItem : class;

    Task<int> Echo<T>(T value, int times);

    ValueTask<string> NameOf<TFirst, TSecond>()
        where TFirst : struct;

    IAsyncEnumerable<T> Repeat<T>(T value, int times);
}

internal sealed class ConverterGrain(Gates gates) : Grain, IConverterGrain
{
    public Task<T> Echo<T>(T value) => Task.FromResult(value);

    public Task<Page<TItem>> Collect<TItem>(TItem first, List<TItem> others)
        where TItem : class
    {
        others.Add(first);
        return Task.FromResult(new Page<TItem>(others, first));
    }

    public Task<int> Echo<T>(T value, int times) => Task.FromResult(times);

    public ValueTask<string> NameOf<TFirst, TSecond>()
        where TFirst : struct
    {
        gates.Note("named");
        return new($"{typeof(TFirst).Name} {typeof(TSecond).Name}");
    }

    public async IAsyncEnumerable<T> Repeat<T>(T value, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Task.Yield();
            yield return value;
        }
    }
}

/// <summary>Calls as a grain does: what it passes is copied, not written to a wire.</summary>
public interface IShelfKeeper : IGrainWithStringKey
{
    Task<(List<int> Passed, List<int> Stored)> PassAndChange(IShelf<int> shelf);

    Task<T> Relay<T>(IConverterGrain converter, T value);
}

internal sealed class ShelfKeeperGrain : Grain, IShelfKeeper
{
    public async Task<(List<int> Passed, List<int> Stored)> PassAndChange(IShelf<int> shelf)
    {
        var page = new Page<int>([1], 2);
        await shelf.Replace(page);
        page.Items.Add(7);
        var read = await shelf.Read();
        read.Items.Add(9);
        return (page.Items, (await shelf.Read()).Items);
    }

    public Task<T> Relay<T>(IConverterGrain converter, T value) => converter.Echo(value);
}
