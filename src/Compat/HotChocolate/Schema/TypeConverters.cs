using System.Globalization;

namespace HotChocolate.Utilities;

/// <summary>Converts a value between the CLR type of a member and that of its scalar.</summary>
public delegate TTo ChangeType<in TFrom, out TTo>(TFrom source);

/// <summary>The conversions that a schema knows: those registered, and those between numbers, ids and times.</summary>
internal sealed class TypeConverters
{
    private readonly Dictionary<(Type From, Type To), Func<object, object>> _converters = new()
    {
        [(typeof(DateTime), typeof(DateTimeOffset))] = value => ToOffset((DateTime)value),
        [(typeof(DateTimeOffset), typeof(DateTime))] = value => ((DateTimeOffset)value).UtcDateTime,
        [(typeof(string), typeof(Guid))] = value => Guid.Parse((string)value),
        [(typeof(Guid), typeof(string))] = value => ((Guid)value).ToString("N"),
    };

    public void Add<TFrom, TTo>(ChangeType<TFrom, TTo> convert) => _converters[(typeof(TFrom), typeof(TTo))] = value => convert((TFrom)value)!;

    /// <summary>The conversion from one type to another, the identity when it needs none, or null when there is no way.</summary>
    public Func<object, object>? Find(Type from, Type to)
    {
        from = Nullable.GetUnderlyingType(from) ?? from;
        to = Nullable.GetUnderlyingType(to) ?? to;
        if (_converters.TryGetValue((from, to), out var registered)) return registered;
        if (to.IsAssignableFrom(from)) return value => value;
        if (IsPrimitive(from) && IsPrimitive(to)) return value => Convert.ChangeType(value, to, CultureInfo.InvariantCulture);
        return null;
    }

    private static bool IsPrimitive(Type type) => type == typeof(string) || type == typeof(decimal) || (type.IsPrimitive && type != typeof(char));

    // A time without an offset is taken for UTC: the server's own zone says nothing to a client.
    private static DateTimeOffset ToOffset(DateTime value) =>
        value.Kind == DateTimeKind.Unspecified ? new(DateTime.SpecifyKind(value, DateTimeKind.Utc)) : new(value.ToUniversalTime());
}
