using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Paper;

/// <summary>How the price worsens for what takes more than the market shows.</summary>
[GenerateSerializer, Alias("trading.slippage-type")]
public enum SlippageType : byte
{
    /// <summary>There is no more than the market shows.</summary>
    None = 1,
    /// <summary>Always by so many ticks, of what is shown, too.</summary>
    FixedTicks = 2,
    /// <summary>By the factor times the square of the share that the order takes of what is shown (zipline's volume share).</summary>
    VolumeShare = 3,
    /// <summary>By the factor times the square root of that share (the square-root law of market impact).</summary>
    SquareRoot = 4,
}

/// <summary>A slippage model.</summary>
/// <param name="Type">Which.</param>
/// <param name="Factor">Ticks, or the part of the price by which it worsens when the order takes as much as is shown.</param>
[GenerateSerializer, Immutable, Alias("trading.slippage-model")]
public sealed record SlippageModel(SlippageType Type, double Factor)
{
    /// <summary>There is no more than the market shows.</summary>
    public static readonly SlippageModel None = new(SlippageType.None, 0);

    /// <summary>By how many price counts, up to the next tick, the price worsens for what comes after what is shown; at least one tick.</summary>
    /// <param name="price">The price shown.</param>
    /// <param name="beyond">How much the order takes beyond what is shown.</param>
    /// <param name="shown">How much is shown.</param>
    /// <param name="tick">The tick in price counts.</param>
    public long Beyond(Price price, Quantity beyond, Quantity shown, long tick)
    {
        var share = shown.Count == 0 ? 1 : (double)beyond.Count / shown.Count;
        var part = Type is SlippageType.VolumeShare ? Factor * Math.Min(share * share, 1) : Factor * Math.Sqrt(share);
        var counts = Math.Min(Math.Abs((double)price.Count) * part, long.MaxValue / 4);
        return Math.Max(1, (long)Math.Ceiling(counts / tick)) * tick;
    }
}
