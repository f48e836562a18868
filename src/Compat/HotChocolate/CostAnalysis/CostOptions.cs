namespace HotChocolate.CostAnalysis;

/// <summary>How the cost of operations is estimated and limited.</summary>
public sealed class CostOptions
{
    /// <summary>The highest cost of fields, that is of calls, 1,000 by default; more is the error HC0047.</summary>
    public double MaxFieldCost { get; set; } = 1_000;

    /// <summary>The highest cost of types, that is of objects in the answer, 1,000 by default; more is the error HC0047.</summary>
    public double MaxTypeCost { get; set; } = 1_000;

    /// <summary>Whether the limits hold, by default they do. Costs are reported in any case to a request with the header <c>GraphQL-Cost: report</c>.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>Whether fields whose resolver waits cost <see cref="DefaultResolverCost"/>, by default they do.</summary>
    public bool ApplyCostDefaults { get; set; } = true;

    /// <summary>The cost of a field whose resolver waits, 10 by default; null for that of any other field.</summary>
    public double? DefaultResolverCost { get; set; } = 10;

    internal double? WaitingCost => ApplyCostDefaults ? DefaultResolverCost : null;
}
