using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Folds an account's fills, in the order of their booking, into trades.</summary>
/// <param name="currencyOf">The currency that an instrument is paid in.</param>
public sealed class TradeFold(Func<InstrumentId, string> currencyOf)
{
    private readonly Dictionary<InstrumentId, Trade> _open = [];
    private readonly List<Trade> _closed = [];
    private readonly Dictionary<InstrumentId, decimal> _realized = [];

    /// <summary>The trades that have ended, in the order of their end.</summary>
    public IReadOnlyList<Trade> Closed => _closed;

    /// <summary>The trades that go on, in the order of their beginning.</summary>
    public IEnumerable<Trade> Open => _open.Values.OrderBy(trade => trade.OpenedAt).ThenBy(trade => trade.Id);

    /// <summary>The next fill, what it cost and what it realized at average cost.</summary>
    public void Add(Fill fill, decimal notional, decimal realized)
    {
        Realize(fill.InstrumentId, realized);
        if (!_open.TryGetValue(fill.InstrumentId, out var trade))
        {
            Keep(Trade.Opened(fill, fill.Quantity, notional, fill.Fee));
            return;
        }
        if (trade.Side == fill.Side)
        {
            Keep(trade.Enlarge(fill, notional));
            return;
        }
        var closing = Math.Min(trade.Entered.Count - trade.Exited.Count, fill.Quantity.Count);
        var (money, fee) = (Share(notional, closing, fill), Share(fill.Fee, closing, fill));
        Keep(trade.Reduce(fill, new(closing), money, realized, fee));
        if (closing < fill.Quantity.Count) Keep(Trade.Opened(fill, new(fill.Quantity.Count - closing), notional - money, fill.Fee - fee));
    }

    /// <summary>
    /// An action of an instrument left another position: the trade is restated as if it had been made in today's units. What it realized belongs to
    /// the trade. One of which nothing is left has ended, with what it brought in all; units that came from another instrument begin one.
    /// </summary>
    public void Adjust(PositionAdjusted adjusted)
    {
        var after = adjusted.Position;
        var realized = Realize(after.InstrumentId, after.Realized - _realized.GetValueOrDefault(after.InstrumentId));
        if (!_open.TryGetValue(after.InstrumentId, out var trade))
        {
            if (!after.IsFlat) Keep(Trade.Received(adjusted));
            return;
        }
        var (held, left) = (trade.Entered.Count - trade.Exited.Count, Math.Abs(after.Count));
        var entered = left == 0 ? trade.Entered.Count : (long)((Int128)trade.Entered.Count * left / held);
        var restated = trade with { Entered = new(entered), Exited = new(entered - left), Realized = trade.Realized + realized, LastFillAt = adjusted.At };
        Keep(restated.IsClosed
            ? restated with { ExitNotional = restated.EntryNotional + (restated.Side is OrderSide.Buy ? restated.Realized : -restated.Realized) }
            : restated);
    }

    private decimal Realize(InstrumentId id, decimal amount)
    {
        _realized[id] = _realized.GetValueOrDefault(id) + amount;
        return amount;
    }

    private void Keep(Trade trade)
    {
        if (!trade.IsClosed)
        {
            _open[trade.InstrumentId] = trade;
            return;
        }
        _closed.Add(trade);
        _open.Remove(trade.InstrumentId);
    }

    private decimal Share(decimal sum, long part, Fill fill) =>
        part == fill.Quantity.Count ? sum : Currencies.Round(sum * ((decimal)part / fill.Quantity.Count), currencyOf(fill.InstrumentId));
}
