using System.Reflection;
using System.Text.RegularExpressions;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>What a stranger who clones the repository must not stumble over.</summary>
public sealed partial class TidyTests
{
    // Text files only; the licence's own text has addresses of its own.
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".yml", ".yaml", ".sh", ".ts", ".tsx", ".mjs", ".css", ".proto", ".sql", ".graphql", ".txt", "fincord", ".ci/run"];

    private static IEnumerable<(string File, string Text)> TextFiles =>
        from file in Repository.Files
        where TextEndings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))
        select (file, Repository.Read(file));

    [Fact]
    public void The_licence_is_the_GNU_General_Public_License_version_3()
    {
        var licence = Repository.Read("LICENSE");

        Assert.Contains("GNU GENERAL PUBLIC LICENSE", licence);
        Assert.Contains("Version 3, 29 June 2007", licence);
    }

    [Fact]
    public void No_file_holds_a_path_of_somebodys_machine() =>
        Offences.MustBeNone(from text in TextFiles from Match match in MachinePath.Matches(text.Text) select $"{text.File}: {match.Value}");

    [Fact]
    public void No_file_says_where_packages_are_downloaded_from()
    {
        Offences.MustBeNone(Repository.Files.Where(file => Path.GetFileName(file).ToUpperInvariant() is ".NPMRC" or "NUGET.CONFIG"));
        Offences.MustBeNone(Repository.FilesLike("", "package-lock.json").Where(file => Repository.Read(file).Contains("\"resolved\": \"http")));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Fincord.sln").Replace('\\', '/');

        Offences.MustBeNone(Repository.FilesLike("", ".csproj").Where(project => !solution.Contains($"\"{project}\"")).Select(project => project));
    }

    [Fact]
    public void Every_action_of_a_workflow_is_pinned_to_a_commit() => Offences.MustBeNone(
        from workflow in Repository.FilesLike(".github/workflows/", ".yml")
        from Match use in Action.Matches(Repository.Read(workflow))
        where !PinnedAction.IsMatch(use.Value)
        select $"{workflow}: {use.Value}");

    [Fact]
    public void Nothing_is_left_to_do_later() =>
        Offences.MustBeNone(from text in TextFiles from Match match in LeftOver.Matches(text.Text) select $"{text.File}: {match.Value}");

    [Theory, MemberData(nameof(ArrowsTests.Projects), MemberType = typeof(ArrowsTests))]
    public void Nothing_is_promised_that_is_not_implemented(string project) =>
        Offences.MustBeNone(CodeScan.UsesOf(Assemblies.All[project])
            .Where(use => use.Used is ConstructorInfo { DeclaringType: var made } && made == typeof(NotImplementedException))
            .Select(use => use.User.FullName));

    [GeneratedRegex(@"(?<![\w.$}/~])/(?:root|work|home/\w+|Users/\w+)/\w|\b[A-Z]:\\\\?Users", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MachinePath { get; }

    [GeneratedRegex(@"\b(?:TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LeftOver { get; }

    [GeneratedRegex(@"uses: \S+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Action { get; }

    [GeneratedRegex("@[0-9a-f]{40}$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PinnedAction { get; }
}
