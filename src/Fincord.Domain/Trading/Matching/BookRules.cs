using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// What prices and quantities a book takes. Inside it a price is a count of ticks and a quantity a count of lots; only here do they meet the
/// instrument's own steps.
/// </summary>
public sealed record BookRules
{
    /// <summary>Rules; throws <see cref="ArgumentOutOfRangeException"/> when a size is not positive or the maximum is below the minimum.</summary>
    /// <param name="tickSize">Steps of the instrument's price in one tick.</param>
    /// <param name="lotSize">Steps of the instrument's quantity in one lot.</param>
    /// <param name="minimumLots">The smallest order.</param>
    /// <param name="maximumLots">The largest order.</param>
    public BookRules(long tickSize = 1, long lotSize = 1, long minimumLots = 1, long maximumLots = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tickSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lotSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimumLots);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLots, minimumLots);
        (TickSize, LotSize, MinimumLots, MaximumLots) = (tickSize, lotSize, minimumLots, maximumLots);
    }

    /// <summary>Steps of the instrument's price in one tick.</summary>
    public long TickSize { get; }

    /// <summary>Steps of the instrument's quantity in one lot.</summary>
    public long LotSize { get; }

    /// <summary>The smallest order in lots.</summary>
    public long MinimumLots { get; }

    /// <summary>The largest order in lots.</summary>
    public long MaximumLots { get; }

    /// <summary>The price in ticks; false when it lies between two.</summary>
    public bool TryToTicks(Price price, out long ticks)
    {
        (ticks, var rest) = Math.DivRem(price.Count, TickSize);
        return rest == 0;
    }

    /// <summary>The quantity in lots; false when it is no whole number of them.</summary>
    public bool TryToLots(Quantity quantity, out long lots)
    {
        (lots, var rest) = Math.DivRem(quantity.Count, LotSize);
        return rest == 0;
    }

    /// <summary>The price of some ticks; throws <see cref="OverflowException"/> beyond 64 bits, which no price from <see cref="TryToTicks"/> is.</summary>
    public Price ToPrice(long ticks) => new(checked(ticks * TickSize));

    /// <summary>The quantity of some lots; throws <see cref="OverflowException"/> beyond 64 bits.</summary>
    public Quantity ToQuantity(long lots) => new(checked(lots * LotSize));
}
