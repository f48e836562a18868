using System.Reflection;
using System.Runtime.CompilerServices;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>Decisions are pure: time, ids and randomness are handed in, and Domain neither waits nor touches the world.</summary>
public sealed class DomainTests
{
    private static readonly HashSet<string> Banned =
        [.. Repository.Read("BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0])];

    private static readonly string[] World =
    [
        "System.IO", "System.Net", "System.Data", "System.Threading.Tasks", "System.Threading.Channels", "Microsoft.Extensions", "Microsoft.Data",
    ];

    [Theory, InlineData("Fincord.Domain"), InlineData("Fincord.Grains")]
    public void Domain_and_grains_take_time_ids_and_randomness_as_arguments(string project) =>
        Offences.MustBeNone(CodeScan.UsesOf(Assemblies.All[project]).Where(use => IsBanned(use.Used)).Select(Describe));

    [Theory, InlineData("Fincord.Domain"), InlineData("Fincord.Grains")]
    public void The_analyzer_that_bans_ambient_state_is_on_in_domain_and_grains(string project)
    {
        Assert.Equal("true", Projects.File(project).Descendants("BansAmbient").Single().Value);
        Assert.Contains("BannedSymbols.txt", Repository.Read("eng/Analyzers.props"));
    }

    [Fact]
    public void Domain_has_no_input_no_output_no_clock_and_no_await()
    {
        var worldly = CodeScan.UsesOf(Assemblies.Domain).Where(use => use.Used is Type { Namespace: { } home } type
            && (type == typeof(Console) || Array.Exists(World, name => home == name || home.StartsWith(name + ".", StringComparison.Ordinal))));
        var waiting = Assemblies.Domain.GetTypes().Where(type => typeof(IAsyncStateMachine).IsAssignableFrom(type) && !CodeScan.IsGenerated(type));

        Offences.MustBeNone(worldly.Select(Describe));
        Offences.MustBeNone(waiting);
    }

    [Fact]
    public void The_scan_sees_what_it_looks_for()
    {
        var here = CodeScan.UsesOf(typeof(DomainTests).Assembly).Where(use => use.User == typeof(Ambient)).ToArray();

        Assert.Contains(here, use => IsBanned(use.Used) && use.Used.Name == "get_UtcNow");
        Assert.Contains(here, use => IsBanned(use.Used) && use.Used.Name == "NewGuid");
    }

    private static string Describe(Use use) => $"{use.User.FullName} uses {use.Used.DeclaringType?.FullName}.{use.Used.Name}";

    private static bool IsBanned(MemberInfo member) => member switch
    {
        Type type => Banned.Contains("T:" + type.FullName),
        MethodBase { IsSpecialName: true } accessor when accessor.Name.StartsWith("get_", StringComparison.Ordinal) =>
            Banned.Contains($"P:{accessor.DeclaringType!.FullName}.{accessor.Name[4..]}"),
        MethodBase method => Banned.Contains(DocumentationId(method)),
        _ => false,
    };

    private static string DocumentationId(MethodBase method)
    {
        var parameters = string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.FullName));
        var name = $"M:{method.DeclaringType?.FullName}.{method.Name.Replace('.', '#')}";
        return parameters.Length == 0 ? name : $"{name}({parameters})";
    }

    private static class Ambient
    {
        public static string Of() => $"{DateTime.UtcNow} {Guid.NewGuid()}";
    }
}
