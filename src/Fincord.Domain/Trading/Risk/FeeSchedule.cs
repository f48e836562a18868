using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What a venue charges for a fill.</summary>
/// <param name="Tiers">Rates on the notional by the volume of the last thirty days, the lowest first; the first begins at zero.</param>
/// <param name="PerUnit">A sum for each unit (share, contract) besides.</param>
/// <param name="Minimum">At least so much for a fill that pays anything.</param>
/// <param name="MaxFraction">At most this part of the notional; null for no such cap.</param>
[GenerateSerializer, Immutable, Alias("trading.fee-schedule")]
public sealed record FeeSchedule(ImmutableArray<FeeTier> Tiers, decimal PerUnit, decimal Minimum, decimal? MaxFraction)
{
    /// <summary>Nothing is charged.</summary>
    public static readonly FeeSchedule None = new([new(0, 0, 0)], 0, 0, null);

    /// <summary>One rate for makers and one for takers, as parts of the notional.</summary>
    public static FeeSchedule MakerTaker(decimal maker, decimal taker) => new([new(0, maker, taker)], 0, 0, null);

    /// <summary>So much for each share, with a minimum.</summary>
    public static FeeSchedule PerShare(decimal perShare, decimal minimum, decimal? maxFraction) => new([new(0, 0, 0)], perShare, minimum, maxFraction);

    /// <summary>The fee of a fill, in the ledger's digits of the instrument's currency; negative for a rebate.</summary>
    /// <param name="terms">The instrument.</param>
    /// <param name="notional">The fill's notional.</param>
    /// <param name="quantity">The fill's quantity.</param>
    /// <param name="liquidity">Whether it gave or took liquidity.</param>
    /// <param name="volume">The account's notional of the last thirty days.</param>
    public decimal FeeOf(InstrumentTerms terms, decimal notional, Quantity quantity, LiquiditySide liquidity, decimal volume)
    {
        var tier = TierOf(volume);
        var size = Math.Abs(notional);
        var fee = size * (liquidity is LiquiditySide.Maker ? tier.Maker : tier.Taker) + terms.QuantityScale.ToDecimal(quantity) * PerUnit;
        if (fee > 0 && fee < Minimum) fee = Minimum;
        if (MaxFraction is { } cap && fee > size * cap) fee = size * cap;
        return Currencies.Round(fee, terms.Currency);
    }

    /// <summary>The most that filling a quantity may cost, in however many fills of at least a lot each: what a hold sets aside.</summary>
    public decimal MostFor(InstrumentTerms terms, decimal notional, Quantity quantity)
    {
        var highest = Tiers.Max(tier => Math.Max(tier.Maker, tier.Taker));
        var size = Math.Abs(notional);
        var fills = Math.Min(quantity.Count / terms.LotSize, 1_000);
        var fee = size * Math.Max(0, highest) + terms.QuantityScale.ToDecimal(quantity) * PerUnit + (Minimum > 0 ? Minimum * fills : 0);
        return Currencies.RoundUp(MaxFraction is { } cap ? Math.Min(fee, size * cap) : fee, terms.Currency);
    }

    private FeeTier TierOf(decimal volume)
    {
        var best = Tiers[0];
        foreach (var tier in Tiers)
        {
            if (tier.FromVolume <= volume) best = tier;
        }
        return best;
    }
}

/// <summary>The rates from a volume on.</summary>
/// <param name="FromVolume">From which notional of the last thirty days on.</param>
/// <param name="Maker">The part of the notional for giving liquidity; negative for a rebate.</param>
/// <param name="Taker">The part of the notional for taking it.</param>
[GenerateSerializer, Immutable, Alias("trading.fee-tier")]
public readonly record struct FeeTier([property: Id(0)] decimal FromVolume, [property: Id(1)] decimal Maker, [property: Id(2)] decimal Taker);
