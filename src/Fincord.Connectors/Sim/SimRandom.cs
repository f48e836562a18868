namespace Fincord.Connectors.Sim;

/// <summary>
/// SplitMix64: a small generator whose sequence never changes, unlike the seeded <see cref="Random"/>. It draws with nothing but
/// integer and IEEE 754 basic arithmetic, so that a seed means the same market on every machine.
/// </summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.</remarks>
internal struct SimRandom(ulong state)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private const double TwoToMinus53 = 1.0 / (1L << 53);
    private const int SummandBits = 21;

    private ulong state = state;

    /// <summary>A generator of its own for each combination of a seed and two numbers.</summary>
    public static SimRandom For(ulong seed, ulong first, ulong second) => new(Mix(Mix(Mix(seed) ^ first) ^ second));

    /// <summary>A number that stands for a text.</summary>
    public static ulong Hash(string text)
    {
        var hash = 0UL;
        foreach (var character in text) hash = Mix(hash ^ character);
        return hash;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var bits = state;
        state = unchecked(state + GoldenGamma);
        return Mix(bits);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextUniform() => (NextBits() >> 11) * TwoToMinus53;

    /// <summary>Exponential with mean 1.</summary>
    public double NextExponential() => -SimMath.Log(1 - NextUniform());

    /// <summary>Close to standard normal, within ±6: the sum of twelve uniform numbers.</summary>
    public double NextNormal()
    {
        long sum = 0;
        for (var i = 0; i < 4; i++)
        {
            var bits = NextBits();
            for (var part = 0; part < 3; part++, bits >>= SummandBits) sum += (long)(bits & ((1 << SummandBits) - 1));
        }
        return (double)sum / (1 << SummandBits) - 6;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += GoldenGamma;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
