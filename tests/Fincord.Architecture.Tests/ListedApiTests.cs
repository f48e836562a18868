using System.Reflection;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>
/// The application uses only those parts of Orleans and HotChocolate that were read, listed and rebuilt in src/Compat.
/// A member that is missing here is first looked up in the real package, then listed, then built.
/// </summary>
public sealed class ListedApiTests
{
    private static readonly ListedApi Orleans = ListedApi.Read("orleans.txt");
    private static readonly ListedApi HotChocolate = ListedApi.Read("hotchocolate.txt");

    [Theory, MemberData(nameof(ArrowsTests.Projects), MemberType = typeof(ArrowsTests))]
    public void Application_code_uses_only_listed_members_of_the_named_packages(string project) => Offences.MustBeNone(
        from use in CodeScan.UsesOf(Assemblies.All[project])
        let list = ListOf(use.Used)
        where list is not null && !list.Has(use.Used)
        select $"{use.User.FullName} uses {use.Used.DeclaringType?.FullName ?? "the type"} {use.Used.Name}");

    [Fact]
    public void The_scan_sees_what_it_looks_for()
    {
        var used = CodeScan.UsesOf(Assemblies.Contracts).Select(use => use.Used).Where(member => ListOf(member) == Orleans).ToArray();

        Assert.Contains(used, member => member.Name == "IGrainWithStringKey");
        Assert.Contains(used, member => member.Name == "AliasAttribute");
        Assert.DoesNotContain(used, member => new ListedApi([]).Has(member));
    }

    private static ListedApi? ListOf(MemberInfo member) => (member as Type ?? member.DeclaringType)?.Assembly.GetName().Name switch
    {
        { } name when name.StartsWith("Orleans", StringComparison.Ordinal) || name is "Fincord.Compat.Orleans" => Orleans,
        { } name when name.StartsWith("HotChocolate", StringComparison.Ordinal)
            || name.StartsWith("GreenDonut", StringComparison.Ordinal) || name.StartsWith("ChilliCream", StringComparison.Ordinal) || name is "Fincord.Compat.HotChocolate" => HotChocolate,
        _ => null,
    };
}
