namespace Fincord.Architecture.Tests.House;

/// <summary>What breaks a rule of the house.</summary>
internal static class Offences
{
    /// <summary>Fails when there are some, and names every one.</summary>
    public static void MustBeNone<T>(IEnumerable<T> offences)
    {
        var lines = offences.Select(offence => offence?.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Assert.True(lines.Length == 0, $"{lines.Length} break this rule:\n  {string.Join("\n  ", lines)}");
    }
}
