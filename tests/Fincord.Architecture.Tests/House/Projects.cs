using System.Xml.Linq;

namespace Fincord.Architecture.Tests.House;

/// <summary>The projects in src but those of Compat, as their project files tell.</summary>
internal static class Projects
{
    public static IReadOnlyList<string> Names { get; } =
        [.. Repository.FilesLike("src/Fincord.", ".csproj").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static XDocument File(string project) => XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj"));

    /// <summary>The projects that one references itself.</summary>
    public static IEnumerable<string> References(string project) =>
        Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    /// <summary>The packages that one references itself.</summary>
    public static IEnumerable<string> Packages(string project) => Items(project, "PackageReference");

    private static IEnumerable<string> Items(string project, string kind) =>
        File(project).Descendants(kind).Select(item => item.Attribute("Include")!.Value);
}
