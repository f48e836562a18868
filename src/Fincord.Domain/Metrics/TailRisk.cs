namespace Fincord.Domain.Metrics;

/// <summary>How bad a bad period is, in the unit of the outcomes. Losses are negative numbers.</summary>
/// <param name="Confidence">The part of the periods that are not as bad: 0.95 or 0.99.</param>
/// <param name="ValueAtRisk">The quantile of the outcomes (linear between two), by historical simulation.</param>
/// <param name="ExpectedShortfall">The mean of the outcomes that are as bad or worse (CVaR): the lowest floor((n - 1)·(1 - confidence)) + 1.</param>
/// <param name="NormalValueAtRisk">The quantile if outcomes were normal with their mean and deviation: a cross-check of the first.</param>
public sealed record TailRisk(double Confidence, double ValueAtRisk, double ExpectedShortfall, double NormalValueAtRisk)
{
    /// <summary>How many outcomes a confidence needs: one of them must lie in the tail. 20 for 95 %, 100 for 99 %.</summary>
    public static int NeededFor(double confidence) => (int)Math.Round(1 / (1 - confidence));

    /// <summary>At 95 %; null with fewer than 20 outcomes.</summary>
    public static TailRisk? At95(IReadOnlyCollection<double> outcomes) => At(0.95, NormalQuantile.Of95, outcomes);

    /// <summary>At 99 %; null with fewer than 100 outcomes.</summary>
    public static TailRisk? At99(IReadOnlyCollection<double> outcomes) => At(0.99, NormalQuantile.Of99, outcomes);

    /// <summary>The quantile of a sample, linear between the two values around it (as numpy's default).</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        return below + 1 == sorted.Count ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>The mean of the lowest floor((n - 1)·part) + 1 values of a sample.</summary>
    public static double Shortfall(IReadOnlyList<double> sorted, double part) => sorted.Take((int)Math.Floor((sorted.Count - 1) * part) + 1).Average();

    private static TailRisk? At(double confidence, double normal, IReadOnlyCollection<double> outcomes)
    {
        if (outcomes.Count < NeededFor(confidence)) return null;
        double[] sorted = [.. outcomes.Order()];
        var (moments, tail) = (Moments.Of(sorted), 1 - confidence);
        return new(confidence, Quantile(sorted, tail), Shortfall(sorted, tail), moments.Mean - normal * moments.Deviation!.Value);
    }
}
