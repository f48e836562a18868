using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>Public types say what they mean. The compiler holds it (CS1591 is an error); these tests hold that nobody asks it to look away.</summary>
public sealed class DocumentationTests
{
    private const string MissingDocumentation = "CS" + "1591";

    [Fact]
    public void No_source_file_turns_the_demand_for_documentation_off() =>
        Offences.MustBeNone(Repository.FilesLike("src/", ".cs").Where(file => Repository.Read(file).Contains(MissingDocumentation)));

    [Fact]
    public void No_project_turns_the_demand_for_documentation_off()
    {
        var policy = Repository.FilesLike("", ".csproj").Concat(Repository.FilesLike("", ".props")).Concat(Repository.FilesLike("", ".targets")).Append(".editorconfig");
        var silencing =
            from file in policy
            from line in Repository.Read(file).Split('\n')
            where line.Contains(MissingDocumentation) || line.Contains("<GenerateDocumentationFile>false")
            where !(file == "Directory.Build.props" && line.Contains("'$(IsTestProject)' == 'true'"))
            select $"{file}: {line.Trim()}";

        Offences.MustBeNone(silencing);
    }

    [Theory, MemberData(nameof(ArrowsTests.Projects), MemberType = typeof(ArrowsTests))]
    public void A_project_writes_its_documentation_beside_its_assembly(string project)
    {
        var assembly = Assemblies.All[project];
        var path = Repository.PathOf($"artifacts/{Repository.Flavour}/bin/{project}/release/{assembly.GetName().Name}.xml");

        Assert.True(File.Exists(path), $"{path} is missing.");
    }
}
