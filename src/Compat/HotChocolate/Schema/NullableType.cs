using System.Reflection;

namespace HotChocolate.Schemas;

/// <summary>A CLR type with its nullable annotations, as deep as they go.</summary>
internal sealed record NullableType(Type Type, bool IsNullable, IReadOnlyList<NullableType> Arguments)
{
    public static NullableType Of(PropertyInfo property)
    {
        var type = From(new NullabilityInfoContext().Create(property), input: false);
        // The annotation of a type argument is not kept in the closed type; a bare type parameter is taken for not null.
        return IsTypeParameter(property) ? type with { IsNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null } : type;
    }

    public static NullableType Of(ParameterInfo parameter) => From(new NullabilityInfoContext().Create(parameter), input: parameter.Position >= 0);

    /// <summary>The item if this is a list: an array, or a generic collection; strings and dictionaries' own kinds are left alone.</summary>
    public NullableType? Item
    {
        get
        {
            if (Type.IsArray) return Arguments[0];
            if (Type == typeof(string)) return null;
            var enumerable = Generic(typeof(IEnumerable<>)) ?? Generic(typeof(IAsyncEnumerable<>));
            if (enumerable is null) return null;
            var item = enumerable.GetGenericArguments()[0];
            // List<T?> and its kin carry the annotation in their own argument; anything else is taken at its word.
            return Arguments.Count == 1 && Arguments[0].Type == item ? Arguments[0] : new(item, Nullable.GetUnderlyingType(item) is not null, []);
        }
    }

    /// <summary>The same type without the task around it.</summary>
    public NullableType WithoutTask() =>
        Type.IsGenericType && Type.GetGenericTypeDefinition() is var definition && (definition == typeof(Task<>) || definition == typeof(ValueTask<>))
            ? Arguments[0]
            : this;

    /// <summary>The generic interface or class of this type that is made from a definition.</summary>
    public Type? Generic(Type definition) => FindGeneric(Type, definition);

    public static Type? FindGeneric(Type type, Type definition)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == definition) return current;
        }
        return Array.Find(type.GetInterfaces(), candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition);
    }

    private static bool IsTypeParameter(PropertyInfo property) =>
        property.DeclaringType is { IsGenericType: true } owner
        && owner.GetGenericTypeDefinition().GetProperty(property.Name)?.PropertyType.IsGenericParameter == true;

    private static NullableType From(NullabilityInfo info, bool input)
    {
        var state = input ? info.WriteState : info.ReadState;
        // Code without annotations says nothing, so its references may be null.
        var nullable = Nullable.GetUnderlyingType(info.Type) is not null || (state != NullabilityState.NotNull && !info.Type.IsValueType);
        var arguments = info.ElementType is not null ? [info.ElementType] : info.GenericTypeArguments;
        return new(info.Type, nullable, [.. arguments.Select(argument => From(argument, input))]);
    }
}
