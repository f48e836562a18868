using System.Globalization;

namespace Orleans.Storage;

/// <summary>
/// State names that are the names of generic types, as Orleans stores them: with the arguments, but of their assemblies at most the simple name,
/// so that rows are found again after the next version.
/// </summary>
internal static class GenericStateName
{
    /// <summary>The name as it is stored: "Page`1[[Quote, App, Version=1.0.0.0, …]]" is "Page`1[[Quote, App]]".</summary>
    public static string Trim(string stateName) => stateName.Contains('`', StringComparison.Ordinal)
        ? Write(new(stateName.Split('[', ']').Where(part => part.Length > 1 && part[0] != ',').Select(WithoutVersion)))
        : stateName;

    // What follows the arity are so many arguments, each of which may be generic itself.
    private static string Write(Queue<string> parts)
    {
        var name = parts.Dequeue();
        var arity = name.Split('`') is [_, var number] ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return arity == 0 ? name : $"{name}[{string.Join(',', Enumerable.Range(0, arity).Select(_ => $"[{Write(parts)}]"))}]";
    }

    // "Quote, App, Version=…" keeps its assembly. "Quote,App", which tells no more than that, loses it: so Orleans has always stored it.
    private static string WithoutVersion(string name)
    {
        var parts = name.Split(',');
        return parts.Length > 2 ? $"{parts[0]},{parts[1]}" : parts[0];
    }
}
