using System.Reflection;

namespace Fincord.Architecture.Tests.House;

/// <summary>The assemblies of the house by the names of their projects.</summary>
internal static class Assemblies
{
    public static readonly Assembly Domain = Load("Fincord.Domain");
    public static readonly Assembly Schemas = Load("Fincord.Schemas");
    public static readonly Assembly Contracts = Load("Fincord.Contracts");
    public static readonly Assembly Grains = Load("Fincord.Grains");

    /// <summary>All projects in src but those of Compat.</summary>
    public static readonly IReadOnlyDictionary<string, Assembly> All =
        Projects.Names.ToDictionary(project => project, project => Load(project is "Fincord.Cli" ? "fincord" : project));

    private static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));
}
