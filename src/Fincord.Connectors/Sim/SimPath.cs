namespace Fincord.Connectors.Sim;

/// <summary>
/// How far an instrument's price is from its reference, minute by minute for all time, as a function of seed and minute alone: any minute can be
/// computed without those before it, so that a market started again goes on as if it had never stopped.
/// <para>
/// Every 11 days (2^14 minutes) the logarithm of the price stands at an independent normal number, which keeps it near its reference for ever; in
/// between it is a Brownian bridge, halved down to single minutes. At each halving both halves draw their own factor of volatility: calm and wild
/// times cluster on every scale, from minutes to days, as they do in real markets.
/// </para>
/// </summary>
/// <remarks>Source of the cascade: Mandelbrot, Fisher, Calvet, "A multifractal model of asset returns", 1997.</remarks>
internal sealed class SimPath(ulong seed, double minuteVolatility)
{
    private const int Levels = 14;
    private const double FactorDeviation = 0.14;

    // Two independent ends differ by twice their variance; that equals the variance of the days between them.
    private readonly double endDeviation = minuteVolatility * Math.Sqrt((1 << Levels) / 2.0);

    /// <summary>The path in one minute: its logarithmic distance from the reference at start and end, and its volatility relative to the mean.</summary>
    public (double Start, double End, double Activity) At(long minute)
    {
        var cell = minute >> Levels;
        var (start, end) = (EndOf(cell), EndOf(cell + 1));
        var activity = 1.0;
        for (var level = Levels - 1; level >= 0; level--)
        {
            var node = SimRandom.For(seed, (ulong)level + 1, unchecked((ulong)(minute >> (level + 1))));
            var middle = (start + end) / 2 + node.NextNormal() * minuteVolatility * activity * Math.Sqrt(1 << (level + 1)) / 2;
            var (first, second) = (node.NextNormal(), node.NextNormal());
            var isSecond = ((minute >> level) & 1) == 1;
            (start, end) = isSecond ? (middle, end) : (start, middle);
            // The mean of the factor's square is 1, so that halving does not change the variance that was asked for.
            activity *= SimMath.Exp(FactorDeviation * (isSecond ? second : first) - FactorDeviation * FactorDeviation);
        }
        return (start, end, activity);
    }

    private double EndOf(long cell) => SimRandom.For(seed, 0, unchecked((ulong)cell)).NextNormal() * endDeviation;
}
