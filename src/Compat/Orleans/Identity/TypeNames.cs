using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace Orleans.Runtime;

/// <summary>
/// The names of types inside of the names of generic grains, as Orleans writes and stores them: "cache`1[[int]]" or
/// "cache`1[[My.Quote,My.Assembly]]". C#'s keywords and aliases stand for full names, and the framework's core assembly is left out.
/// </summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(object)] = "object", [typeof(string)] = "string", [typeof(char)] = "char", [typeof(bool)] = "bool",
        [typeof(sbyte)] = "sbyte", [typeof(byte)] = "byte", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(Guid)] = "Guid",
        [typeof(TimeSpan)] = "TimeSpan", [typeof(DateTime)] = "DateTime", [typeof(DateTimeOffset)] = "DateTimeOffset", [typeof(Type)] = "Type",
    };

    private static readonly Dictionary<string, Type> ByKeyword = Keywords.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>A generic type's name with arguments.</summary>
    public static string Construct(string definition, Type[] arguments) =>
        $"{definition}[{string.Join(',', arguments.Select(one => $"[{Format(one)}]"))}]";

    /// <summary>A type's name with its namespace, those of the types around it, and its arguments; without its assembly.</summary>
    public static string FormatWithoutAssembly(Type type)
    {
        if (type.IsArray) return $"{FormatWithoutAssembly(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        var name = NameOf(type);
        return type.IsConstructedGenericType ? Construct(name, type.GetGenericArguments()) : name;
    }

    /// <summary>The parts of a generic type's name: "cache`1" and "[[int]]"; false when it has no arguments.</summary>
    public static bool TrySplit(string name, [NotNullWhen(true)] out string? definition, [NotNullWhen(true)] out string? arguments)
    {
        var start = name.IndexOf('[', StringComparison.Ordinal);
        (definition, arguments) = start > 0 ? (name[..start], name[start..]) : (null, null);
        return start > 0;
    }

    /// <summary>Finds the type that a definition and the written arguments make; null when there is none.</summary>
    public static Type? TryConstruct(Type definition, string arguments)
    {
        // Any name with the right arity lets the framework read the arguments; the resolver puts the definition in its place.
        const string Root = "Root";
        try
        {
            return Type.GetType(
                $"{Root}`{definition.GetGenericArguments().Length}{arguments}", static assembly => Assembly.Load(assembly.Name!),
                (assembly, name, _) => name.StartsWith(Root + "`", StringComparison.Ordinal) && assembly is null ? definition : Find(assembly, name),
                throwOnError: false);
        }
        catch (Exception failure) when (failure is ArgumentException or TypeLoadException or FileLoadException or FileNotFoundException)
        {
            return null;
        }
    }

    private static string Format(Type type)
    {
        var innermost = type;
        while (innermost.IsArray) innermost = innermost.GetElementType()!;
        var name = FormatWithoutAssembly(type);
        return innermost.Assembly == typeof(object).Assembly || AliasOf(innermost) is not null ? name : $"{name},{innermost.Assembly.GetName().Name}";
    }

    private static string NameOf(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (AliasOf(type) is { } alias) return alias;
        var name = new StringBuilder(type.Name);
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType) name.Insert(0, $"{outer.Name}+");
        return string.IsNullOrEmpty(type.Namespace) ? name.ToString() : $"{type.Namespace}.{name}";
    }

    private static string? AliasOf(Type type) => type.GetCustomAttributes<AliasAttribute>(inherit: false).FirstOrDefault()?.Alias;

    private static Type? Find(Assembly? assembly, string name) => assembly is not null ? assembly.GetType(name)
        : ByKeyword.TryGetValue(name, out var keyword) ? keyword
        : Fincord.OrleansCompat.TypeRegistry.Instance.FindByAlias(name) ?? typeof(object).Assembly.GetType(name);
}
