using MarketV1 = Fincord.Schemas.Market.V1;

namespace Fincord.Schemas.Trading;

/// <summary>Between <see cref="decimal"/> and its protobuf messages.</summary>
internal static class AmountMapping
{
    private const int MaxDigits = 28;

    public static V1.Amount ToMessage(this decimal amount)
    {
        var (mantissa, scale) = Parts(amount);
        return unchecked(new() { Mantissa = new() { High = (long)(mantissa >> 64), Low = (ulong)mantissa }, Exponent = -scale });
    }

    /// <summary>A number that is known to need no more than 64 bits.</summary>
    public static MarketV1.Decimal ToDecimalMessage(decimal value)
    {
        var (mantissa, scale) = Parts(value);
        return new() { Mantissa = checked((long)mantissa), Exponent = -scale };
    }

    /// <summary>Throws <see cref="InvalidDataException"/> for what is no decimal.</summary>
    public static decimal ToDecimal(MarketV1.Decimal message)
    {
        if (message.Exponent is < -MaxDigits or > 0) throw new InvalidDataException($"{message.Mantissa}e{message.Exponent} has more than {MaxDigits} digits.");
        var magnitude = unchecked(message.Mantissa < 0 ? 0 - (ulong)message.Mantissa : (ulong)message.Mantissa);
        return unchecked(new((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, message.Mantissa < 0, (byte)-message.Exponent));
    }

    // Without trailing zeros.
    private static (Int128 Mantissa, int Scale) Parts(decimal value)
    {
        value /= 1.0000000000000000000000000000m;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = unchecked(new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]));
        return (value < 0 ? -(Int128)magnitude : (Int128)magnitude, value.Scale);
    }
}
