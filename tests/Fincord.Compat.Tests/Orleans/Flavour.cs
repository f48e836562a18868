namespace Fincord.Compat.Tests.Orleans;

/// <summary>Which packages the tests run on.</summary>
internal static class Flavour
{
    /// <summary>Whether it is our own runtime.</summary>
    public static bool IsOwn => typeof(Grain).Assembly.GetName().Name!.StartsWith("Fincord", StringComparison.Ordinal);
}
