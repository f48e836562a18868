namespace Fincord.Connectors.Sim;

/// <summary>
/// Exponential and logarithm from basic arithmetic alone. Those of <see cref="Math"/> are the platform's and may differ in the last bit
/// from one to the other, which would make two machines simulate different markets from one seed.
/// </summary>
internal static class SimMath
{
    // ln 2 in two parts: whole multiples of the first are exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Sqrt2 = 1.4142135623730951;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1_023;

    /// <summary>e to the power of <paramref name="x"/>, which lies within ±700, to about 1e-15 relative.</summary>
    public static double Exp(double x)
    {
        var power = Math.Floor(x / (Ln2High + Ln2Low) + 0.5);
        var rest = x - power * Ln2High - power * Ln2Low;
        var sum = 1.0;
        for (var term = 14; term > 0; term--) sum = 1 + rest * sum / term;
        return sum * BitConverter.Int64BitsToDouble(((long)power + ExponentBias) << MantissaBits);
    }

    /// <summary>The natural logarithm of a normal number above zero, to about 1e-15.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var power = (bits >> MantissaBits) - ExponentBias;
        var mantissa = BitConverter.Int64BitsToDouble((bits & ((1L << MantissaBits) - 1)) | ((long)ExponentBias << MantissaBits));
        if (mantissa > Sqrt2) (mantissa, power) = (mantissa / 2, power + 1);
        // ln m = 2 artanh((m - 1) / (m + 1)), whose argument is below 0.18.
        var ratio = (mantissa - 1) / (mantissa + 1);
        var square = ratio * ratio;
        var sum = 0.0;
        for (var odd = 21; odd > 0; odd -= 2) sum = sum * square + 1.0 / odd;
        return power * Ln2High + (power * Ln2Low + 2 * ratio * sum);
    }
}
