using System.Globalization;

namespace Fincord.Compat.Tests.GraphQL.Fuzzing;

/// <summary>What the fuzz tests share.</summary>
internal static class FuzzTests
{
    /// <summary>How many inputs to try: a tenth, unless the tests soak.</summary>
    public static int Count(int all) => Environment.GetEnvironmentVariable("FINCORD_SOAK") == "1" ? all : all / 10;

    /// <summary>Demands that the heap is hardly larger than it was, and tells by how much.</summary>
    public static void CheckGrowth(long before, long limit)
    {
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heap {before / 1024} KiB, then {growth / 1024} KiB more"));
        // While others allocate, the collector's figure may lie beside the truth, below zero even: it has no lower bound.
        Assert.InRange(growth, long.MinValue, limit);
    }
}
