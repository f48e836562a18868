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

    /// <summary>
    /// Whether a type or member is on the list. A member may be listed with its type, with one that its type comes from, or with one that
    /// comes from its type: packages move members up and down within a family, and their users do not see it.
    /// </summary>
    public bool Has(MemberInfo member)
    {
        // The classes that hold extension methods are nobody's business.
        if (member is Type { IsAbstract: true, IsSealed: true } holder && holder.GetMethods().Any(method => method.IsExtension())) return true;
        if (member.IsExtension()) return _members[Extension].Contains(member.Name);
        if (member is Type type) return _types.Contains(NameOf(type)) || HeirsOf(type).Any();
        var owner = member.DeclaringType!;
        if (member is ConstructorInfo || owner.IsEnum) return _types.Contains(NameOf(owner)) || HeirsOf(owner).Any();
        return Lineage(owner).Concat(HeirsOf(owner)).Any(relative => _members[NameOf(relative)].Contains(PlainName(member)));
    }

    // The listed types of the same package family that come from this one.
    private IEnumerable<Type> HeirsOf(Type ancestor) =>
        from assembly in AppDomain.CurrentDomain.GetAssemblies()
        where !assembly.IsDynamic
        from name in _types
        let listed = assembly.GetType(name)
        where listed is not null && Lineage(listed).Any(type => NameOf(type) == NameOf(ancestor))
        select listed;

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
