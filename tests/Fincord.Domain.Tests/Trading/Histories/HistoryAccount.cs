using System.Text.Json;
using Fincord.Domain.Trading;

namespace Fincord.Domain.Tests.Trading.Histories;

/// <summary>An account in a history: what it is, what it stored, what travels to and from it, and what must hold of it.</summary>
internal sealed class HistoryAccount(AccountId id, AccountSettings settings)
{
    private readonly List<string> _stored = [];
    private readonly Dictionary<OrderId, Order> _orders = [];
    private readonly Dictionary<OrderId, (long Filled, LiquiditySide Worst)> _fills = [];
    private readonly HashSet<FillId> _fillIds = [];
    private AccountState _replayed = AccountState.Unopened(id);
    private long _held;

    /// <summary>Its events as they are stored.</summary>
    public IReadOnlyList<string> Stored => _stored;

    public AccountState State { get; private set; } = AccountState.Unopened(id);

    public AccountSettings Settings { get; } = settings;

    public Queue<VenueCommand> Outgoing { get; } = [];

    public Queue<IReadOnlyList<VenueReport>> Incoming { get; } = [];

    public Dictionary<OrderId, Order> Ended { get; } = [];

    public Dictionary<string, decimal> Clearing { get; } = new(StringComparer.Ordinal);

    public decimal Deposited { get; private set; }

    /// <summary>What was paid for fills, less what was received.</summary>
    public decimal Paid { get; private set; }

    public void Take(AccountDecision decision)
    {
        foreach (var next in decision.Events)
        {
            _stored.Add(JsonSerializer.Serialize(next));
            Look(next);
            if (next is OrderPlaced placed) _orders[placed.Order.Id] = placed.Order;
            var ids = State.OpenOrders;
            State = State.Apply(next);
            foreach (var (order, before) in ids)
                if (!State.OpenOrders.ContainsKey(order)) Ended[new(order)] = After(before, next);
        }
        if (State.Sequence != decision.After.Sequence) throw new InvalidOperationException("It must hold that a decision's events lead to its account.");
    }

    /// <summary>What the exchange says is looked at when it says it, whether or not it arrives.</summary>
    public void Exchange(VenueReport report)
    {
        if (report.Fill is not { } fill) return;
        var order = _orders[fill.OrderId];
        Promise(_fillIds.Add(fill.Id), "a fill has an id of its own");
        var (filled, worst) = _fills.GetValueOrDefault(fill.OrderId);
        filled += fill.Quantity.Count;
        _fills[fill.OrderId] = (filled, fill.Liquidity is LiquiditySide.Taker ? fill.Liquidity : worst);
        var before = _held;
        _held += fill.Side is OrderSide.Buy ? fill.Quantity.Count : -fill.Quantity.Count;
        if (order.Ticket.Flags.HasFlag(OrderFlags.ReduceOnly)) Promise(
            Math.Abs(_held) < Math.Abs(before) && (long)Math.Sign(_held) * Math.Sign(before) >= 0, $"reduce-only reduces, but {order.Id} went from {before} to {_held}");
        if (order.Ticket.Flags.HasFlag(OrderFlags.PostOnly)) Promise(fill.Liquidity is not LiquiditySide.Taker, "post-only does not take");
        if (order.Ticket.LimitPrice is not null && State.OpenOrder(order.Id)?.Ticket.LimitPrice is { } limit && State.OpenOrder(order.Id)!.PendingAmendment is null)
            Promise(fill.Side is OrderSide.Buy ? fill.Price <= limit : fill.Price >= limit, "a limit holds");
        if (order.Link is { Siblings: { IsEmpty: false } siblings }) Promise(
            siblings.Append(order.Id).Sum(member => _fills.GetValueOrDefault(member).Filled) <= order.Ticket.Quantity.Count,
            "orders of which one cancels the others fill no more than one of them asks for");
    }

    /// <summary>Nothing is spent twice: what is set aside is there, and in a cash account nothing is owed.</summary>
    public void CheckMoney()
    {
        foreach (var (unit, held) in State.Held) Promise(held > 0, $"a hold is more than nothing, but it is {held} {unit}");
        var sums = State.OpenOrders.Values.Where(order => order.Hold.Amount != 0).GroupBy(order => order.Hold.Unit).ToDictionary(unit => unit.Key, unit => unit.Sum(order => order.Hold.Amount));
        Promise(sums.Count == State.Held.Count && sums.All(unit => State.Held.GetValueOrDefault(unit.Key) == unit.Value), "what is held is the sum of the orders' holds");
        if (Settings.Kind is not AccountKind.Cash) return;
        Promise(State.FreeCash("USD") >= 0, $"free cash is not negative, but it is {State.FreeCash("USD")}");
        foreach (var position in State.Positions.Values) Promise(position.Count >= 0, "a cash account is never short");
    }

    /// <summary>What was stored leads to the same account, bit for bit.</summary>
    public void CheckReplay()
    {
        while (_replayed.Sequence < State.Sequence) _replayed = _replayed.Apply(JsonSerializer.Deserialize<AccountEvent>(_stored[(int)_replayed.Sequence])!);
        Promise(TextOf(_replayed) == TextOf(State), "the stored events lead to the same account");
    }

    public void CheckEnd()
    {
        CheckReplay();
        Promise(State.OpenOrders.IsEmpty, $"all orders have ended, but {string.Join(", ", State.OpenOrders.Values.Select(order => $"{order.Id} is {order.Status}"))}");
        Promise(State.Held.IsEmpty, "nothing is held when nothing is open");
        foreach (var (id, order) in _orders)
        {
            var filled = _fills.GetValueOrDefault(id).Filled;
            var known = Ended.GetValueOrDefault(id) ?? order;
            Promise(known.Filled.Count == filled, $"what the exchange filled is booked: {filled} of {id}, but {known.Filled.Count} are");
            if (order.Ticket.TimeInForce is TimeInForce.FillOrKill) Promise(filled == 0 || filled == known.Ticket.Quantity.Count, $"fill-or-kill fills all or nothing, but {filled} of {known.Ticket.Quantity.Count}");
        }
    }

    private static string TextOf(AccountState state) => JsonSerializer.Serialize(state);

    private static Order After(Order before, AccountEvent next) => next switch
    {
        OrderAdvanced advanced => before.After(advanced),
        OrderFilled filled => before.After(filled),
        _ => before,
    };

    private void Look(AccountEvent next)
    {
        var entry = next switch { OrderFilled filled => filled.Entry, EntryPosted posted => posted.Entry, _ => null };
        if (entry is null) return;
        Promise(entry.IsBalanced, "an entry sums to zero in each unit");
        foreach (var line in entry.Lines)
        {
            if (line.Account is LedgerAccount.Clearing) Clearing[line.Unit] = Clearing.GetValueOrDefault(line.Unit) + line.Amount;
            if (line.Account is LedgerAccount.External) Deposited -= line.Amount;
        }
        if (next is OrderFilled { Fill.Side: var side, Notional: var notional }) Paid += side is OrderSide.Buy ? notional : -notional;
    }

    private static void Promise(bool isKept, string sentence)
    {
        if (!isKept) throw new InvalidOperationException($"It must hold that {sentence}.");
    }
}
