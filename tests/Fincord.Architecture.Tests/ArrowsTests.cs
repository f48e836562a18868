using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>Which project may see which: a layer is a project, and the arrows point inwards.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Fincord.Domain"] = [],
        ["Fincord.Schemas"] = ["Fincord.Domain"],
        ["Fincord.Contracts"] = ["Fincord.Domain"],
        ["Fincord.Grains"] = ["Fincord.Contracts", "Fincord.Domain"],
        ["Fincord.Storage"] = ["Fincord.Contracts", "Fincord.Schemas", "Fincord.Domain"],
        ["Fincord.Connectors"] = ["Fincord.Contracts", "Fincord.Schemas", "Fincord.Domain"],
        ["Fincord.Api"] = ["Fincord.Contracts", "Fincord.Schemas", "Fincord.Domain"],
        ["Fincord.Discord"] = ["Fincord.Contracts", "Fincord.Domain"],
        ["Fincord.Cli"] = ["Fincord.Connectors", "Fincord.Contracts", "Fincord.Schemas", "Fincord.Domain"],
        ["Fincord.Host"] =
        [
            "Fincord.Api", "Fincord.Discord", "Fincord.Grains", "Fincord.Storage", "Fincord.Connectors",
            "Fincord.Contracts", "Fincord.Schemas", "Fincord.Domain",
        ],
    };

    public static TheoryData<string> Projects => [.. House.Projects.Names];

    [Fact]
    public void Each_project_has_its_place() => Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), House.Projects.Names);

    [Theory, MemberData(nameof(Projects))]
    public void A_project_file_references_only_what_its_layer_may_see(string project) =>
        Offences.MustBeNone(House.Projects.References(project).Except(Arrows[project]));

    [Theory, MemberData(nameof(Projects))]
    public void An_assembly_uses_only_what_its_layer_may_see(string project)
    {
        var used = Assemblies.All[project].GetReferencedAssemblies().Select(name => name.Name!).Where(Arrows.ContainsKey);

        Offences.MustBeNone(used.Except(Arrows[project]));
    }

    [Fact]
    public void Domain_uses_no_package_but_Orleans()
    {
        Assert.Empty(House.Projects.Packages("Fincord.Domain"));
        Offences.MustBeNone(Assemblies.Domain.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !IsFramework(name) && !IsOrleans(name)));
    }

    [Fact]
    public void Domain_uses_nothing_of_Orleans_but_the_attributes_of_serialization()
    {
        string[] attributes = ["GenerateSerializerAttribute", "IdAttribute", "ImmutableAttribute", "AliasAttribute"];

        Offences.MustBeNone(
            from use in CodeScan.UsesOf(Assemblies.Domain)
            let type = use.Used as Type ?? use.Used.DeclaringType!
            where IsOrleans(type.Assembly.GetName().Name!) && !attributes.Contains(type.Name)
            select $"{use.User} uses {type}");
    }

    [Fact]
    public void Application_code_does_not_know_where_its_packages_come_from()
    {
        string[] marks = ["Fincord.Compat", "FincordPackages", "FINCORD_COMPAT"];

        Offences.MustBeNone(Repository.FilesLike("src/Fincord.", "").Where(file => marks.Any(mark => Repository.Read(file).Contains(mark))));
    }

    private static bool IsFramework(string assembly) => assembly.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsOrleans(string assembly) => assembly is "Fincord.Compat.Orleans" || assembly.StartsWith("Orleans.", StringComparison.Ordinal);
}
