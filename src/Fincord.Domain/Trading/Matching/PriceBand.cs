namespace Fincord.Domain.Trading.Matching;

/// <summary>The prices at which orders are taken and trades are made, both ends included, in ticks. The default value is the single price 0.</summary>
/// <param name="Low">The lowest price.</param>
/// <param name="High">The highest price.</param>
[GenerateSerializer, Immutable, Alias("trading.price-band")]
public readonly record struct PriceBand([property: Id(0)] long Low, [property: Id(1)] long High)
{
    /// <summary>All prices there are.</summary>
    public static readonly PriceBand Unlimited = new(long.MinValue, long.MaxValue);

    /// <summary>Whether a price lies in the band.</summary>
    public bool Contains(long price) => price >= Low && price <= High;
}
