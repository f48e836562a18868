using System.Globalization;
using System.Runtime;

namespace Fincord.Benchmarks;

/// <summary>How benchmarks print: one line a figure, so that runs can be compared by eye.</summary>
internal static class Report
{
    /// <summary>What the figures depend on: the flavour of the packages, the runtime and the garbage collector.</summary>
    public static void Heading()
    {
        var flavour = Type.GetType("Orleans.Grain, Fincord.Compat.Orleans") is null ? "feed" : "compat";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"packages {flavour}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, GC {(GCSettings.IsServerGC ? "server" : "workstation")} {GCSettings.LatencyMode}"));
    }

    /// <summary>A figure and, where there are any, the baselines and targets it stands against.</summary>
    public static void Figure(string name, double value, string unit, params (string Name, double Value)[] baselines)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{name,-62} {value,14:N0} {unit}");
        foreach (var other in baselines) line += string.Create(CultureInfo.InvariantCulture, $"   {value / other.Value:N2} × {other.Name} ({other.Value:N0})");
        Console.WriteLine(line);
    }
}
