namespace Fincord.Domain.Metrics;

/// <summary>The shape of a sample. What a sample is too small for is null.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean; 0 without any.</param>
/// <param name="Deviation">Sample standard deviation (divided by n - 1).</param>
/// <param name="Skewness">Adjusted Fisher-Pearson skewness, as spreadsheets and pandas have it.</param>
/// <param name="Kurtosis">Raw kurtosis, 3 for a normal distribution: the unbiased excess kurtosis of spreadsheets and pandas, and 3.</param>
public readonly record struct Moments(int Count, double Mean, double? Deviation, double? Skewness, double? Kurtosis)
{
    /// <summary>The moments of a sample.</summary>
    public static Moments Of(IReadOnlyCollection<double> sample)
    {
        double n = sample.Count;
        if (n == 0) return new(0, 0, null, null, null);
        var mean = sample.Average();
        var (second, third, fourth) = (sample.Sum(x => Math.Pow(x - mean, 2)), sample.Sum(x => Math.Pow(x - mean, 3)), sample.Sum(x => Math.Pow(x - mean, 4)));
        double? deviation = n > 1 ? Math.Sqrt(second / (n - 1)) : null;
        // Equal values have rounding errors for a deviation; a ratio of these says nothing.
        if (deviation < 1e-15 * Math.Max(1e-3, Math.Abs(mean))) (deviation, second) = (0, 0);
        double? skewness = n > 2 && second > 0 ? n * Math.Sqrt(n - 1) / (n - 2) * third / Math.Pow(second, 1.5) : null;
        double? excess = n > 3 && second > 0
            ? n * (n + 1) * (n - 1) / ((n - 2) * (n - 3)) * fourth / (second * second) - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3))
            : null;
        return new(sample.Count, mean, deviation, skewness, excess + 3);
    }
}
