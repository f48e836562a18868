using Fincord.Domain.Markets;

namespace Fincord.Schemas.Markets;

/// <summary>Between counts and mantissa × 10^exponent.</summary>
internal static class DecimalMapping
{
    private static readonly long[] PowersOfTen = MakePowersOfTen();

    /// <summary>
    /// The count, at <paramref name="scale"/>, of exactly <paramref name="mantissa"/> × 10^<paramref name="exponent"/>;
    /// throws <see cref="InvalidDataException"/> when there is none.
    /// </summary>
    public static long ToCount(long mantissa, int exponent, DecimalScale scale)
    {
        // Our own events are written at the instrument's scale: nothing is to be done for them.
        var shift = (long)exponent + scale.Digits;
        if (shift == 0 || mantissa == 0) return mantissa;
        if (Math.Abs(shift) <= DecimalScale.MaxDigits)
        {
            var power = PowersOfTen[Math.Abs(shift)];
            if (shift < 0 && mantissa % power == 0) return mantissa / power;
            if (shift > 0 && Math.BigMul(mantissa, power) is var count && count >= long.MinValue && count <= long.MaxValue) return (long)count;
        }
        throw new InvalidDataException($"{mantissa}e{exponent} is no 64-bit count of {scale.Digits} decimal digits.");
    }

    private static long[] MakePowersOfTen()
    {
        var powers = new long[DecimalScale.MaxDigits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
