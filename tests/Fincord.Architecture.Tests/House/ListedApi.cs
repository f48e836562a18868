using System.Reflection;

namespace Fincord.Architecture.Tests.House;

/// <summary>A list of types and members of a package: the files below ListedApi say how they are written.</summary>
internal sealed class ListedApi
{
    private const string Extension = "extension";

    private readonly ILookup<string, string> _members;
    private readonly HashSet<string> _types;

    public ListedApi(IReadOnlyCollection<string> lines)
    {
        var entries = lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':', 2)).ToArray();
        _types = [.. entries.Select(entry => entry[0]).Where(type => type != Extension)];
        _members = entries
            .SelectMany(entry => entry[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), (entry, member) => (Type: entry[0], Member: member))
            .ToLookup(pair => pair.Type, pair => pair.Member, StringComparer.Ordinal);
    }

    public static ListedApi Read(string file) => new(Repository.Read($"tests/Fincord.Architecture.Tests/ListedApi/{file}").Split('\n'));

    /// <summary>Whether a type or member is on the list; a member may be listed with its type or with one that its type comes from.</summary>
    public bool Has(MemberInfo member)
    {
        // The classes that hold extension methods are nobody's business.
        if (member is Type { IsAbstract: true, IsSealed: true } holder && holder.GetMethods().Any(method => method.IsExtension())) return true;
        if (member.IsExtension()) return _members[Extension].Contains(member.Name);
        if (member is Type type) return _types.Contains(NameOf(type));
        var owner = member.DeclaringType!;
        if (member is ConstructorInfo || owner.IsEnum) return _types.Contains(NameOf(owner));
        return Lineage(owner).Any(ancestor => _members[NameOf(ancestor)].Contains(PlainName(member)));
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType) yield return ancestor;
        foreach (var contract in type.GetInterfaces()) yield return contract;
    }

    private static string NameOf(Type type) => (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;

    // get_X, set_X, add_X and remove_X are X.
    private static string PlainName(MemberInfo member) =>
        member is MethodBase { IsSpecialName: true } && !member.Name.StartsWith("op_", StringComparison.Ordinal)
            ? member.Name[(member.Name.IndexOf('_') + 1)..]
            : member.Name;
}
