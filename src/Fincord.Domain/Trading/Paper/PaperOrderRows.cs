using System.Collections.Immutable;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Trading.Paper;

/// <summary>An order of a paper exchange as it is kept: a member's, in the book or not, or one of the market's own in the book.</summary>
/// <param name="Number">What the book knows it by.</param>
/// <param name="Place">Its place in the queue at its price: who came there later has a higher one. 0 when it is not in the book.</param>
/// <param name="Order">The member's order; null for one of the market's own.</param>
/// <param name="Resting">What is in the book of it; null when nothing is.</param>
public sealed record PaperOrderRow(long Number, long Place, PaperOrder? Order, BookStateOrder? Resting);

/// <summary>What changed of a paper exchange since it was last kept.</summary>
/// <param name="State">All that it is but its orders, which are few things.</param>
/// <param name="Changed">Orders that are new or not as they were.</param>
/// <param name="Gone">The numbers of those that are no more.</param>
public sealed record PaperExchangeChange(PaperExchangeState State, ImmutableArray<PaperOrderRow> Changed, ImmutableArray<long> Gone);

/// <summary>
/// The orders of a paper exchange as they were last kept, so that a commit writes those that changed instead of all. The book's queues follow from
/// the places: an order that joins a queue, or loses its place in it, stands behind all others.
/// </summary>
public sealed class PaperOrderRows
{
    private readonly Dictionary<long, PaperOrderRow> _rows;
    private readonly Dictionary<long, PaperOrder> _orders = [];
    private readonly HashSet<long> _present = [];
    private long _lastPlace;

    /// <summary>Those that are kept.</summary>
    public PaperOrderRows(IEnumerable<PaperOrderRow> rows)
    {
        _rows = rows.ToDictionary(row => row.Number);
        _lastPlace = _rows.Values.Select(row => row.Place).DefaultIfEmpty().Max();
    }

    /// <summary>The whole state, of what is kept of it beside the orders.</summary>
    public PaperExchangeState Complete(PaperExchangeState state) => state with
    {
        Book = state.Book with
        {
            Orders =
            [
                .. _rows.Values.Where(row => row.Resting is not null).OrderBy(row => QueueOf(row.Resting!.Value)).ThenBy(row => row.Place)
                    .Select(row => row.Resting!.Value),
            ],
        },
        Orders = [.. _rows.Values.Where(row => row.Order is not null).OrderBy(row => row.Number).Select(row => row.Order!)],
    };

    /// <summary>What is to be kept of a state now; from then on that is what was last kept.</summary>
    public PaperExchangeChange Follow(PaperExchangeState state)
    {
        var changed = ImmutableArray.CreateBuilder<PaperOrderRow>();
        foreach (var order in state.Orders) _orders.Add(order.Number, order);
        var (queue, last) = (default((OrderSide, long)), 0L);
        foreach (var resting in state.Book.Orders)
        {
            if (QueueOf(resting) is var next && next != queue) (queue, last) = (next, 0);
            var known = _rows.GetValueOrDefault(resting.Id)?.Place ?? 0;
            last = known > last ? known : ++_lastPlace;
            Keep(resting.Id, last, _orders.Remove(resting.Id, out var order) ? order : null, resting);
        }
        foreach (var (number, order) in _orders) Keep(number, 0, order, null);
        ImmutableArray<long> gone = _present.Count == _rows.Count ? [] : [.. _rows.Keys.Where(number => !_present.Contains(number))];
        foreach (var number in gone) _rows.Remove(number);
        _orders.Clear();
        _present.Clear();
        return new(state with { Book = state.Book with { Orders = [] }, Orders = [] }, changed.DrainToImmutable(), gone);

        void Keep(long number, long place, PaperOrder? order, BookStateOrder? resting)
        {
            _present.Add(number);
            if (_rows.TryGetValue(number, out var before) && before.Place == place && ReferenceEquals(before.Order, order) && before.Resting == resting) return;
            changed.Add(_rows[number] = new(number, place, order, resting));
        }
    }

    // The queues in the order of a book's state: without a price, until the auction, then from the best price to the worst.
    private static (OrderSide Side, long Queue) QueueOf(in BookStateOrder order) => (order.Side, order switch
    {
        { IsWaiting: true } => long.MinValue + 1,
        { Type: OrderType.Market } => long.MinValue,
        { Side: OrderSide.Buy } => ~order.Price,
        _ => order.Price,
    });
}
