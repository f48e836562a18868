using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orleans.Serialization;

namespace Fincord.OrleansCompat;

/// <summary>Collections that exist before their items do, and so may be among them.</summary>
internal sealed class FilledCodec<TCollection, TItem>(
    Func<object?, TCollection> create, Action<TCollection, TItem> add, Func<TCollection, object>? order = null, bool isReversed = false) : WireCodec
    where TCollection : class, IEnumerable<TItem>
{
    public override void Write(WireWriter writer, object value)
    {
        var collection = (TCollection)value;
        KnownOrders.Write(writer, order?.Invoke(collection));
        var items = collection.ToArray();
        writer.Bytes.Write7BitEncodedInt(items.Length);
        foreach (var item in isReversed ? items.Reverse() : items) writer.Write(item);
    }

    public override object Read(WireReader reader, WireReader.Remember remember)
    {
        var collection = create(KnownOrders.Read(reader));
        remember.As(collection);
        for (var left = reader.Bytes.Read7BitEncodedInt(); left > 0; left--) add(collection, reader.Read<TItem>());
        return collection;
    }
}

/// <summary>Collections that are made of all their items at once.</summary>
internal sealed class BuiltCodec<TCollection, TItem>(Func<TItem[], object?, TCollection> build, Func<TCollection, object>? order = null) : WireCodec
    where TCollection : class, IEnumerable<TItem>
{
    public override void Write(WireWriter writer, object value)
    {
        KnownOrders.Write(writer, order?.Invoke((TCollection)value));
        writer.Write(((TCollection)value).ToArray());
    }

    public override object Read(WireReader reader, WireReader.Remember remember)
    {
        var known = KnownOrders.Read(reader);
        return build(reader.Read<TItem[]>(), known);
    }
}

internal sealed class ArrayCodec<T> : WireCodec
{
    public override void Write(WireWriter writer, object value)
    {
        writer.Bytes.Write7BitEncodedInt(((T[])value).Length);
        foreach (var item in (T[])value) writer.Write(item);
    }

    public override object Read(WireReader reader, WireReader.Remember remember)
    {
        var array = new T[reader.Bytes.Read7BitEncodedInt()];
        remember.As(array);
        foreach (ref var item in array.AsSpan()) item = reader.Read<T>();
        return array;
    }
}

internal sealed class ImmutableArrayCodec<T> : WireCodec
{
    public override void Write(WireWriter writer, object value) =>
        writer.Write(((ImmutableArray<T>)value) is { IsDefault: false } items ? items.ToArray() : null);

    public override object Read(WireReader reader, WireReader.Remember remember) =>
        reader.Read<T[]?>() is { } items ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items) : default;
}

internal sealed class PairCodec<TKey, TValue> : WireCodec
{
    public override void Write(WireWriter writer, object value)
    {
        var (key, its) = (KeyValuePair<TKey, TValue>)value;
        writer.Write(key);
        writer.Write(its);
    }

    public override object Read(WireReader reader, WireReader.Remember remember) =>
        new KeyValuePair<TKey, TValue>(reader.Read<TKey>(), reader.Read<TValue>());
}

/// <summary>Tuples, of either kind.</summary>
internal sealed class TupleCodec(Type type) : WireCodec
{
    public override void Write(WireWriter writer, object value)
    {
        var tuple = (ITuple)value;
        for (var i = 0; i < tuple.Length; i++) writer.Write(tuple[i]);
    }

    public override object Read(WireReader reader, WireReader.Remember remember)
    {
        var items = new object?[type.GetGenericArguments().Length];
        for (var i = 0; i < items.Length; i++) items[i] = reader.Read();
        return Activator.CreateInstance(type, items)!;
    }
}

/// <summary>What a collection compares with: the default of its items' type, or one of the well-known ways to compare text.</summary>
internal static class KnownOrders
{
    private static readonly StringComparer[] OfText =
    [
        StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase, StringComparer.InvariantCulture, StringComparer.InvariantCultureIgnoreCase,
    ];

    public static void Write(WireWriter writer, object? order)
    {
        var number = Array.FindIndex(OfText, one => one.Equals(order));
        if (number < 0 && order is not null && !IsDefault(order))
            throw new CodecNotFoundException($"Could not find a codec for type {order.GetType()}, which a collection compares its items with.");
        writer.Bytes.Write((sbyte)number);
    }

    public static object? Read(WireReader reader) => reader.Bytes.ReadSByte() is >= 0 and var number ? OfText[number] : null;

    // The framework's own: EqualityComparer<T>.Default, Comparer<T>.Default, and what dictionaries of text use instead of them.
    private static bool IsDefault(object order) => order.GetType().Namespace == "System.Collections.Generic";
}
