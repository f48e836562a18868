namespace Fincord.Domain.Metrics;

/// <summary>Quantiles of the standard normal distribution.</summary>
internal static class NormalQuantile
{
    /// <summary>Below it lie 95 %.</summary>
    public const double Of95 = 1.6448536269514722;

    /// <summary>Below it lie 99 %.</summary>
    public const double Of99 = 2.3263478740408408;

    /// <summary>Between it and its negative lie 95 %.</summary>
    public const double OfTwoSided95 = 1.959963984540054;
}
