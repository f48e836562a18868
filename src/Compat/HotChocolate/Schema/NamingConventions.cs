using System.Reflection;
using System.Text;

namespace HotChocolate.Schemas;

/// <summary>How names of the code become names of the schema.</summary>
internal static class NamingConventions
{
    public static string Field(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } named) return named.Name;
        var name = member.Name;
        if (member is MethodInfo method)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3])) name = name[3..];
            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && IsAsync(method.ReturnType)) name = name[..^5];
        }
        return CamelCase(name);
    }

    private static bool IsAsync(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        || NullableType.FindGeneric(type, typeof(IAsyncEnumerable<>)) is not null;

    public static string Argument(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? CamelCase(parameter.Name!);

    /// <summary>The name of a CLR type; <c>Box&lt;int&gt;</c> becomes <c>BoxOfInt32</c>.</summary>
    public static string Type(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>(inherit: false) is { } named) return named.Name;
        if (!type.IsGenericType) return type.IsArray ? Type(type.GetElementType()!) + "Array" : type.Name;
        var tick = type.Name.IndexOf('`');
        return $"{(tick < 0 ? type.Name : type.Name[..tick])}Of{string.Join("And", type.GetGenericArguments().Select(Type))}";
    }

    public static string InputType(Type type)
    {
        var name = Type(type);
        return type.IsDefined(typeof(GraphQLNameAttribute), inherit: false) || name.EndsWith("Input", StringComparison.Ordinal) ? name
            : name + "Input";
    }

    /// <summary><c>CryptoSpot</c> becomes <c>CRYPTO_SPOT</c>; a name without lower-case letters stays as it is.</summary>
    public static string EnumValue(FieldInfo value)
    {
        if (value.GetCustomAttribute<GraphQLNameAttribute>() is { } named) return named.Name;
        var name = value.Name;
        if (!name.Any(char.IsLower)) return name;
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }
        return result.ToString();
    }

    /// <summary><c>OpenTime</c> becomes <c>openTime</c>, <c>IPAddress</c> becomes <c>ipAddress</c>.</summary>
    public static string CamelCase(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper])) upper++;
        if (upper == 0) return name;
        if (upper > 1 && upper < name.Length && char.IsLower(name[upper])) upper--;
        return name[..upper].ToLowerInvariant() + name[upper..];
    }

    public static string PascalCase(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
