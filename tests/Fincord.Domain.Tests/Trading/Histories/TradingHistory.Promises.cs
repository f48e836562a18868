using Fincord.Domain.Trading;

namespace Fincord.Domain.Tests.Trading.Histories;

/// <summary>What must hold.</summary>
internal sealed partial class TradingHistory
{
    private void CheckBook()
    {
        var book = _exchange.Capture().Book;
        if (book.Phase is not TradingPhase.Continuous) return;
        long bid = long.MinValue, ask = long.MaxValue;
        foreach (var order in book.Orders)
        {
            if (order.IsWaiting || order.Type is not OrderType.Limit) continue;
            if (order.Side is OrderSide.Buy) bid = Math.Max(bid, order.Price);
            else ask = Math.Min(ask, order.Price);
        }
        Promise(bid < ask, $"the book is not crossed: {bid} is bid, {ask} asked");
    }

    private void CheckReplay()
    {
        foreach (var account in _accounts) account.CheckReplay();
    }

    /// <summary>The market opens, what travels arrives, everything is cancelled: then nothing is left over, and the money is all there.</summary>
    private void WindDown()
    {
        _phase = TradingPhase.Continuous;
        for (var round = 0; round < 8; round++)
        {
            _now = new(_now.Nanoseconds + 1_000_000_000L);
            MoveMarket();
            foreach (var account in _accounts)
            {
                var decision = account.State.CancelAll(null, "CANCELLED_BY_OWNER", "", _now);
                account.Take(decision);
                AskAgain(account);
                while (account.Outgoing.TryDequeue(out var command)) Execute(account, command);
            }
            _now = new(_now.Nanoseconds + 1_000_000_000L);
            _exchange.Advance(_now);
            Told();
            foreach (var account in _accounts)
                while (account.Incoming.TryDequeue(out var reports)) Hear(account, reports);
        }
        Promise(_exchange.WorkingOrders == 0, $"nothing works at the exchange, but {_exchange.WorkingOrders} do");
        var state = _exchange.Capture();
        Promise(state.Book.Orders.All(order => state.MarketOrders.Contains(order.Id)), "the book has no order that the exchange does not know");
        foreach (var account in _accounts)
        {
            account.CheckEnd();
            var there = state.Accounts.SingleOrDefault(known => known.Id == account.State.Id)?.Position ?? 0;
            Promise(there == account.State.PositionOf(_terms.InstrumentId).Count, "account and exchange hold the same");
            CheckPosition(account);
        }
        foreach (var unit in _accounts.SelectMany(account => account.Clearing.Keys).Concat(state.Clearing.Keys).Distinct())
        {
            var net = _accounts.Sum(account => account.Clearing.GetValueOrDefault(unit)) + state.Clearing.GetValueOrDefault(unit);
            Promise(net == 0, $"clearing nets to zero in {unit}, but it is {net}");
        }
    }

    /// <summary>What was paid is what is open still and what was realized, by average cost and by first in, first out; cash is what is left of it.</summary>
    private void CheckPosition(HistoryAccount account)
    {
        var position = account.State.PositionOf(_terms.InstrumentId);
        Promise(position.Cost - position.Realized == account.Paid, "open and realized cost are what was paid");
        Promise(position.Lots.Sum(lot => lot.Cost) - position.RealizedFifo == account.Paid, "lots and what they realized are what was paid");
        Promise(position.Lots.Sum(lot => lot.Count) == position.Count, "lots add up to the position");
        var spent = _terms.IsContract ? -position.Realized : account.Paid;
        Promise(account.State.Cash.GetValueOrDefault("USD") == account.Deposited - spent - position.Fees, "cash is what came in less what was spent");
    }

    private static void Promise(bool isKept, string sentence)
    {
        if (!isKept) throw new InvalidOperationException($"It must hold that {sentence}.");
    }
}
