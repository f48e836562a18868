using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Architecture.Tests.House;

/// <summary>Makes a value of any message type in which nothing has its default value, and compares such values part by part.</summary>
internal static class Samples
{
    private static readonly Dictionary<Type, object> Leaves = new()
    {
        [typeof(bool)] = true,
        [typeof(byte)] = (byte)7,
        [typeof(int)] = -41,
        [typeof(long)] = 9_007_199_254_740_993, // more than a double holds
        [typeof(uint)] = 4_000_000_000,
        [typeof(ulong)] = ulong.MaxValue - 1,
        [typeof(decimal)] = -12.345678901234567890m,
        [typeof(double)] = 0.1,
        [typeof(string)] = "a \"quoted\" ü",
        [typeof(Guid)] = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"),
        [typeof(Int128)] = -(Int128)ulong.MaxValue * 3,
        [typeof(UInt128)] = (UInt128)ulong.MaxValue * 5,
        [typeof(RiskScope)] = RiskScope.OfVenue("paper"),
        [typeof(InstrumentKey)] = InstrumentKey.Parse("KRAKEN:BTC/EUR"),
        [typeof(DecimalScale)] = new DecimalScale(8),
        [typeof(Quantity)] = new Quantity(12_345),
    };

    public static object Of(Type type)
    {
        if (Leaves.TryGetValue(type, out var leaf)) return leaf;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying);
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return ArrayOf(type.GetGenericArguments()[0]);
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var value]) return DictionaryOf(type, key, value);
        var constructor = Messages.PrimaryConstructorOf(type);
        var sample = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        if (type.IsValueType) return sample;
        // What carries an id besides the constructor's parameters.
        foreach (var property in type.GetProperties().Where(property => property.CustomAttributes.Any(data => data.AttributeType.Name == "IdAttribute")))
            property.SetValue(sample, Of(property.PropertyType));
        return sample;
    }

    /// <summary>Whether two values are equal in every part; arrays by their items, unlike in a record's own comparison.</summary>
    public static bool AreEqual(object? left, object? right)
    {
        if (left is null || right is null) return left is null && right is null;
        var type = left.GetType();
        if (type != right.GetType()) return false;
        if (left is IEnumerable leftItems and not string)
        {
            var (first, second) = (leftItems.Cast<object>().ToArray(), ((IEnumerable)right).Cast<object>().ToArray());
            return first.Length == second.Length && first.Zip(second).All(pair => AreEqual(pair.First, pair.Second));
        }
        if ((type.Assembly == typeof(object).Assembly && !IsPair(type)) || type.IsEnum) return left.Equals(right);
        return PartsOf(type).All(field => AreEqual(field.GetValue(left), field.GetValue(right)));
    }

    /// <summary>Whether nothing in the value has its type's default.</summary>
    public static bool HasNoDefaults(object value)
    {
        var type = value.GetType();
        if (type.IsEnum || value is IEnumerable) return true;
        if (type.Assembly == typeof(object).Assembly) return !type.IsValueType || !value.Equals(Activator.CreateInstance(type));
        return PartsOf(type).All(field => field.GetValue(value) is { } part && HasNoDefaults(part));
    }

    // What is kept: a field that is not serialized follows from the others.
    private static IEnumerable<FieldInfo> PartsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(field => !field.IsDefined(typeof(NonSerializedAttribute)));

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static object DictionaryOf(Type type, Type key, Type value)
    {
        var empty = type.GetField("Empty")!.GetValue(null)!;
        return type.GetMethod("Add", [key, value])!.Invoke(empty, [Of(key), Of(value)])!;
    }

    private static object ArrayOf(Type item)
    {
        var items = Array.CreateInstance(item, 2);
        items.SetValue(Of(item), 0);
        items.SetValue(Of(item), 1);
        var create = typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }]);
        return create.MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
