using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Domain.Tests.Trading.Histories;

/// <summary>The random parts: the market and the orders.</summary>
internal sealed partial class TradingHistory
{
    private void MoveMarket()
    {
        _middle = Math.Max(200, _middle + _random.Next(20) switch
        {
            0 => _random.Next(-2_000, 2_000),
            < 8 => _random.Next(-100, 100),
            _ => _random.Next(-10, 10),
        });
        var half = _random.Next(1, 20);
        var (bid, ask) = (new Price(_middle - half), new Price(_middle + half));
        var side = _random.Next(20);
        var quote = new Quote(_now, ++_ids, side == 0 ? null : bid, side == 0 ? null : RandomQuantity(), side == 1 ? null : ask, side == 1 ? null : RandomQuantity());
        _market = _market.With(quote);
        Observe();
    }

    private void Print()
    {
        var price = new Price(_middle + _random.Next(-30, 30));
        _market = _market.WithLast(new TradePrint(_now, ++_ids, new((UInt128)_ids), price, RandomQuantity(), AggressorSide.Unknown));
        Observe();
    }

    private void MovePhase()
    {
        _phase = _random.Next(6) switch
        {
            0 => TradingPhase.Closed,
            1 => TradingPhase.Halted,
            2 => TradingPhase.OpeningAuction,
            3 => TradingPhase.ClosingAuction,
            _ => TradingPhase.Continuous,
        };
        Observe();
    }

    private NewOrders RandomOrders(HistoryAccount account)
    {
        switch (_random.Next(6))
        {
            case 0:
            {
                var (quantity, side) = (RandomQuantity(), RandomSide(account));
                return new(OrderStructure.OneCancelsOther, [.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Resting(side, quantity))], OrderOrigin.Member);
            }
            case 1:
                return new(OrderStructure.OneTriggersOther, [new(NextId(), RandomTicket(account)), new(NextId(), RandomTicket(account))], OrderOrigin.Member);
            case 2:
            {
                var entry = RandomTicket(account);
                var exit = entry.Side.Opposite();
                var (better, worse) = exit is OrderSide.Sell ? (Near(150), Near(-150)) : (Near(-150), Near(150));
                return new(
                    OrderStructure.Bracket,
                    [
                        new(NextId(), entry),
                        new(NextId(), new(_terms.InstrumentId, exit, OrderType.Limit, entry.Quantity, TimeInForce.GoodTillCancelled) { LimitPrice = better }),
                        new(NextId(), new(_terms.InstrumentId, exit, OrderType.Stop, entry.Quantity, TimeInForce.GoodTillCancelled) { TriggerPrice = worse }),
                    ],
                    OrderOrigin.Member);
            }
            default:
                return NewOrders.Single(NextId(), RandomTicket(account));
        }
    }

    private NewOrder Resting(OrderSide side, Quantity quantity)
    {
        var ticket = new OrderTicket(_terms.InstrumentId, side, (OrderType)_random.Next(2, 7), quantity, TimeInForce.GoodTillCancelled);
        if (ticket.Type.HasLimit()) ticket = ticket with { LimitPrice = RandomPrice() };
        if (ticket.Type.HasTrigger()) ticket = ticket with { TriggerPrice = RandomPrice() };
        return new(NextId(), ticket);
    }

    private OrderTicket RandomTicket(HistoryAccount account)
    {
        var type = (OrderType)_random.Next(1, 8);
        var timeInForce = (TimeInForce)_random.Next(1, 8);
        if (_random.Next(2) == 0) timeInForce = TimeInForce.GoodTillCancelled;
        if (timeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose && type.HasTrigger()) type = OrderType.Limit;
        var ticket = new OrderTicket(_terms.InstrumentId, RandomSide(account), type, RandomQuantity(), timeInForce)
        {
            LimitPrice = type.HasLimit() ? RandomPrice() : null,
            TriggerPrice = type.HasTrigger() && type is not OrderType.TrailingStop ? RandomPrice() : null,
            Trailing = type is not OrderType.TrailingStop ? null : _random.Next(2) == 0 ? new(_random.Next(1, 60) * _terms.TickSize, null) : new(null, 0.01m),
            ExpiresAt = timeInForce is TimeInForce.GoodTillDate ? new(_now.Nanoseconds + _random.Next(1, 400) * 1_000_000L) : null,
        };
        var mayRest = timeInForce is not (TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill);
        if (type is OrderType.Limit && mayRest && _random.Next(5) == 0) ticket = ticket with { Flags = OrderFlags.PostOnly };
        if (type.HasLimit() && mayRest && _random.Next(5) == 0 && ticket.Quantity.Count > _terms.LotSize) ticket = ticket with { DisplayQuantity = new(_terms.LotSize) };
        var held = account.State.PositionOf(_terms.InstrumentId).Count;
        if (held == 0 || _random.Next(4) > 0) return ticket;
        var lots = Math.Max(1, Math.Abs(held) / _terms.LotSize / _random.Next(1, 3));
        return ticket with
        {
            Flags = ticket.Flags | OrderFlags.ReduceOnly,
            Side = held > 0 ? OrderSide.Sell : OrderSide.Buy,
            Quantity = new(lots * _terms.LotSize),
            DisplayQuantity = null,
        };
    }

    // In a cash account one who holds something mostly sells.
    private OrderSide RandomSide(HistoryAccount account) =>
        account.State.PositionOf(_terms.InstrumentId).Count > 0 ? (_random.Next(5) < 3 ? OrderSide.Sell : OrderSide.Buy) : (_random.Next(5) == 0 ? OrderSide.Sell : OrderSide.Buy);

    private Quantity RandomQuantity() => new(_random.Next(1, _random.Next(4) == 0 ? 400 : 30) * _terms.LotSize);

    private Price RandomPrice() => Near(_random.Next(-200, 200));

    private Price Near(long distance) => new(Math.Max(1, (_middle + distance) / _terms.TickSize) * _terms.TickSize);
}
