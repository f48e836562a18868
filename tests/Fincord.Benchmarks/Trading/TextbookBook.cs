using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Benchmarks.Trading;

/// <summary>The order book as textbooks write it, the baseline: a sorted dictionary of prices, each with a linked list, and a dictionary of orders.</summary>
internal sealed class TextbookBook
{
    private readonly SortedDictionary<long, LinkedList<Order>> _bids = new(Comparer<long>.Create((left, right) => right.CompareTo(left)));
    private readonly SortedDictionary<long, LinkedList<Order>> _asks = [];
    private readonly Dictionary<long, LinkedListNode<Order>> _orders = [];
    private readonly BookEvent[] _trade = new BookEvent[1];
    private long _sequence;

    private sealed class Order
    {
        public long Id;
        public OrderSide Side;
        public long Price;
        public long Left;
    }

    public Tape Tape { get; } = new();

    public void Apply(in OrderStreamRecord record)
    {
        if (record.Action == OrderStreamAction.Cancel) Cancel(record.Id);
        else if (record.Action == OrderStreamAction.Market) Match(record, record.Side == OrderSide.Buy ? long.MaxValue : long.MinValue);
        else if (Match(record, record.Price) is var left and > 0) Rest(record, left);
    }

    private long Match(in OrderStreamRecord taker, long limit)
    {
        var (left, opposite) = ((long)taker.Quantity, taker.Side == OrderSide.Buy ? _asks : _bids);
        while (left > 0 && opposite.Count > 0)
        {
            var (price, queue) = opposite.First();
            if (taker.Side == OrderSide.Buy ? price > limit : price < limit) break;
            var maker = queue.First!.Value;
            var lots = Math.Min(left, maker.Left);
            _trade[0] = new(++_sequence, BookEventType.Traded, default, default, maker.Id, taker.Id, price, lots);
            Tape.Add(_trade);
            left -= lots;
            if ((maker.Left -= lots) > 0) continue;
            queue.RemoveFirst();
            _orders.Remove(maker.Id);
            if (queue.Count == 0) opposite.Remove(price);
        }
        return left;
    }

    private void Rest(in OrderStreamRecord record, long left)
    {
        var side = record.Side == OrderSide.Buy ? _bids : _asks;
        if (!side.TryGetValue(record.Price, out var queue)) side[record.Price] = queue = [];
        _orders[record.Id] = queue.AddLast(new Order { Id = record.Id, Side = record.Side, Price = record.Price, Left = left });
    }

    private void Cancel(long id)
    {
        if (!_orders.Remove(id, out var node)) return;
        var (side, queue) = (node.Value.Side == OrderSide.Buy ? _bids : _asks, node.List!);
        queue.Remove(node);
        if (queue.Count == 0) side.Remove(node.Value.Price);
    }
}
