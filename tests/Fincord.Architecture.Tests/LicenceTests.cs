using System.Text.Json;
using System.Xml.Linq;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>Everything we build on may be combined with the GNU General Public License version 3.</summary>
public sealed class LicenceTests
{
    // SPDX identifiers that the Free Software Foundation lists as compatible with GPL-3.0.
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "0BSD", "Apache-2.0", "blessing", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC-BY-4.0", "CC0-1.0", "GPL-3.0-or-later", "ISC",
        "LGPL-2.1-or-later", "LGPL-3.0-or-later", "MIT", "MIT-0", "MPL-2.0", "PostgreSQL", "PSF-2.0", "Python-2.0", "Unicode-3.0", "Unlicense", "Zlib",
    };

    // Packages from before licence expressions name an address: those that are known to lead to the MIT licence.
    private static readonly Dictionary<string, string> KnownAddresses = new(StringComparer.Ordinal)
    {
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["https://github.com/dotnet/standard/blob/master/LICENSE.TXT"] = "MIT",
    };

    // Read by hand. Microsoft.NETCore.Platforms holds no code but a table of platform names, and is only needed to compile a generator; SQLite is in
    // the public domain.
    private static readonly Dictionary<string, string> Reviewed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.NETCore.Platforms/1.1.0"] = "MIT",
        ["SQLite/3.53.4"] = "blessing",
    };

    [Fact]
    public void Every_NuGet_package_has_a_licence_that_fits()
    {
        var packages = NuGetPackages().ToDictionary(package => package.Name, package => package.Licence, StringComparer.OrdinalIgnoreCase);

        Assert.NotEmpty(packages);
        Offences.MustBeNone(packages.Where(package => !IsAllowed(package.Value)));
    }

    [Fact]
    public void Every_npm_package_has_a_licence_that_fits() =>
        Offences.MustBeNone(
            from lockFile in Repository.FilesLike("", "package-lock.json")
            from package in NpmPackages(lockFile)
            where !IsAllowed(package.Licence)
            select $"{lockFile}: {package}");

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("(MIT OR Proprietary)", true)]
    [InlineData("MIT AND Proprietary", false)]
    [InlineData("Apache-2.0 AND LGPL-3.0-or-later", true)]
    [InlineData("", false)]
    public void A_licence_expression_is_read_as_SPDX_means_it(string expression, bool fits) => Assert.Equal(fits, IsAllowed(expression));

    private static bool IsAllowed(string expression) =>
        expression.Trim('(', ')').Split(" OR ").Any(choice => choice.Split(" AND ").All(part => Allowed.Contains(part.Trim('(', ')', ' '))));

    private static IEnumerable<(string Name, string Licence)> NuGetPackages() =>
        from assets in Directory.EnumerateFiles(Repository.PathOf($"artifacts/{Repository.Flavour}/obj"), "project.assets.json", SearchOption.AllDirectories)
        let root = JsonDocument.Parse(File.ReadAllBytes(assets)).RootElement
        let folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray()
        from library in root.GetProperty("libraries").EnumerateObject()
        where library.Value.GetProperty("type").GetString() == "package"
        group LicenceIn(library, folders) by library.Name into named
        select (named.Key, named.First());

    private static string LicenceIn(JsonProperty library, string[] folders)
    {
        if (Reviewed.TryGetValue(library.Name, out var reviewed)) return reviewed;
        var specification = library.Value.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal));
        var path = folders.Select(folder => Path.Combine(folder, library.Value.GetProperty("path").GetString()!, specification)).First(File.Exists);
        var metadata = XDocument.Load(path).Root!.Elements().First();
        var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression");
        if (licence is not null) return licence.Value;
        var address = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value ?? "";
        return KnownAddresses.GetValueOrDefault(address, address);
    }

    private static IEnumerable<(string Name, string Licence)> NpmPackages(string lockFile)
    {
        foreach (var package in JsonDocument.Parse(Repository.Read(lockFile)).RootElement.GetProperty("packages").EnumerateObject())
        {
            if (package.Name.Length == 0 || package.Value.TryGetProperty("link", out _)) continue; // our own package, or one inside the repository
            var licence = package.Value.TryGetProperty("license", out var told) ? told.GetString()! : InstalledLicence(lockFile, package.Name);
            yield return (package.Name, licence);
        }
    }

    // An old package may name its licence as an object, or a list of them; the lock file then has none.
    private static string InstalledLicence(string lockFile, string package)
    {
        var path = Path.Combine(Path.GetDirectoryName(Repository.PathOf(lockFile))!, package, "package.json");
        if (!File.Exists(path)) return "";
        var root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        if (root.TryGetProperty("license", out var one)) return one.ValueKind is JsonValueKind.String ? one.GetString()! : one.GetProperty("type").GetString()!;
        return root.TryGetProperty("licenses", out var several) ? string.Join(" OR ", several.EnumerateArray().Select(each => each.GetProperty("type").GetString())) : "";
    }
}
