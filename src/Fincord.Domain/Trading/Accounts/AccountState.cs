using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// All that an account is: the fold of its events. Two accounts with the same events are equal, bit for bit. Ended orders are not kept here;
/// the store has them.
/// </summary>
/// <param name="Id">The account.</param>
/// <param name="Sequence">The number of its last event; 0 before the first.</param>
/// <param name="Settings">How it is run.</param>
[GenerateSerializer, Immutable, Alias("trading.account-state")]
public sealed record AccountState(AccountId Id, long Sequence, AccountSettings? Settings)
{
    /// <summary>Money by currency, what is set aside included.</summary>
    [Id(0)]
    public ImmutableSortedDictionary<string, decimal> Cash { get; init; } = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    /// <summary>Positions ever held, by instrument.</summary>
    [Id(1)]
    public ImmutableSortedDictionary<long, Position> Positions { get; init; } = ImmutableSortedDictionary<long, Position>.Empty;

    /// <summary>Orders that have not ended.</summary>
    [Id(2)]
    public ImmutableDictionary<Guid, Order> OpenOrders { get; init; } = ImmutableDictionary<Guid, Order>.Empty;

    /// <summary>What is set aside, by unit.</summary>
    [Id(3)]
    public ImmutableSortedDictionary<string, decimal> Held { get; init; } = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    /// <summary>How many orders were placed of late.</summary>
    [Id(4)]
    public OrderRate OrderRate { get; init; }

    /// <summary>Whether the account's own kill switch is on.</summary>
    [Id(5)]
    public bool IsKilled { get; init; }

    /// <summary>The highest equity at a mark, deposits and withdrawals since added; null before the first mark.</summary>
    [Id(6)]
    public decimal? PeakEquity { get; init; }

    /// <summary>The equity with which the UTC day began, deposits and withdrawals since added; null before the first mark.</summary>
    [Id(7)]
    public decimal? DayEquity { get; init; }

    /// <summary>The midnight with which that day began.</summary>
    [Id(8)]
    public Timestamp Day { get; init; }

    /// <summary>Up to where the actions of each instrument that it ever dealt in have done to it what they do.</summary>
    [Id(9)]
    public ImmutableSortedDictionary<long, ActionMark> ActionMarks { get; init; } = ImmutableSortedDictionary<long, ActionMark>.Empty;

    /// <summary>The midnight up to which it has paid interest; 1970 before the first.</summary>
    [Id(10)]
    public Timestamp InterestThrough { get; init; }
    /// <summary>The last kill switch above the account that it has carried out.</summary>
    [Id(12)]
    public long HaltEpoch { get; init; }

    /// <summary>The loss limit that it has reached; null while it is within its limits.</summary>
    [Id(13)]
    public Breaker? Breaker { get; init; }

    /// <summary>Deposits less withdrawals at its marks, in the base currency.</summary>
    [Id(14)]
    public decimal NetFlow { get; init; }

    /// <summary>When it was opened, for an account at a live venue: what the venue moved before is not ours to book.</summary>
    [Id(17)]
    public Timestamp OpenedAt { get; init; }

    /// <summary>When the last movement of money happened that its live venue told; its opening before the first.</summary>
    [Id(18)]
    public Timestamp LastMovementAt { get; init; }

    // How many orders are open in each instrument: it follows from the open orders, and is kept beside them from the first that changes.
    [NonSerialized]
    private ImmutableSortedDictionary<long, int>? _openIn;

    /// <summary>An account that does not exist yet.</summary>
    public static AccountState Unopened(AccountId id) => new(id, 0, null);

    /// <summary>Money of a currency that nothing is set aside from.</summary>
    public decimal FreeCash(string currency) => Cash.GetValueOrDefault(currency) - Held.GetValueOrDefault(currency);

    /// <summary>What is held of an instrument.</summary>
    public Position PositionOf(InstrumentId instrument) => Positions.GetValueOrDefault(instrument.Value) ?? Position.Flat(instrument);

    /// <summary>The order, while it is open.</summary>
    public Order? OpenOrder(OrderId id) => OpenOrders.GetValueOrDefault(id.Value);

    /// <summary>The instruments that it holds, or has open orders in.</summary>
    public IEnumerable<InstrumentId> InstrumentsInUse() => Positions.Values.Where(position => !position.IsFlat).Select(position => position.InstrumentId)
        .Union(OpenIn.Keys.Select(id => new InstrumentId(id)));

    /// <summary>The account after its next event.</summary>
    public AccountState Apply(AccountEvent next) => Fold(next) with { Sequence = Sequence + 1 };

    private AccountState Fold(AccountEvent next) => next switch
    {
        AccountOpened { Settings.IsLive: true } opened => this with { Id = opened.Id, Settings = opened.Settings, OpenedAt = opened.At, LastMovementAt = opened.At },
        AccountOpened opened => this with { Id = opened.Id, Settings = opened.Settings },
        AccountSettingsChanged changed => this with { Settings = changed.Settings },
        OrderPlaced placed => Keep(placed.Order) with { OrderRate = OrderRate.Take(1, Settings!.Limits, placed.At) },
        OrderAdvanced advanced => OpenOrder(advanced.OrderId) is { } order ? Keep(order.After(advanced)) : this,
        OrderFilled filled => Post(filled.Entry).With(PositionOf(filled.Fill.InstrumentId).After(filled)).KeepFilled(filled),
        HoldMoved moved => OpenOrder(moved.OrderId) is { } holder ? Keep(holder with { Hold = moved.Hold }) : this,
        EntryPosted { Movement: not null, Entry: var entry } => Post(entry) with { LastMovementAt = entry.OccurredAt > LastMovementAt ? entry.OccurredAt : LastMovementAt },
        EntryPosted posted => Post(posted.Entry),
        PositionAdjusted adjusted => Post(adjusted.Entry).With(adjusted.Position),
        KillSwitchTurned turned => this with { IsKilled = turned.IsOn },
        MarkedToMarket marked => Mark(marked),
        AccountHalted halted => this with { HaltEpoch = Math.Max(HaltEpoch, halted.Epoch) },
        BreakerTripped tripped => this with { Breaker = tripped.Breaker },
        BreakerReset => this with { Breaker = null },
        ActionsPassed passed => this with { ActionMarks = ActionMarks.SetItem(passed.InstrumentId.Value, passed.Mark) },
        InterestAccrued accrued => (accrued.Entry is { } paid ? Post(paid) : this) with { InterestThrough = accrued.Through },
        _ => throw new ArgumentOutOfRangeException(nameof(next), next, "Not an event of an account."),
    };

    private AccountState KeepFilled(OrderFilled filled) => OpenOrder(filled.Fill.OrderId) is { } order ? Keep(order.After(filled)) : this;

    /// <summary>The account as if it did not have some of its open orders.</summary>
    internal AccountState Without(IEnumerable<Order> orders) =>
        orders.Aggregate(this, (account, order) => account.Keep(order with { Status = OrderStatus.Cancelled, Hold = Hold.None }));

    // Holds are sums of the open orders' holds, kept up to date instead of added up at each question.
    private AccountState Keep(Order order)
    {
        var known = OpenOrder(order.Id);
        var before = known?.Hold ?? Hold.None;
        return this with
        {
            OpenOrders = order.Status.IsEnded() ? OpenOrders.Remove(order.Id.Value) : OpenOrders.SetItem(order.Id.Value, order),
            Held = Add(Add(Held, before.Unit, -before.Amount), order.Hold.Unit, order.Hold.Amount),
            _openIn = Count(order.Ticket.InstrumentId.Value, (order.Status.IsEnded() ? 0 : 1) - (known is null ? 0 : 1)),
        };
    }

    private ImmutableSortedDictionary<long, int> OpenIn => _openIn
        ?? OpenOrders.Values.GroupBy(order => order.Ticket.InstrumentId.Value).ToImmutableSortedDictionary(orders => orders.Key, orders => orders.Count());

    private ImmutableSortedDictionary<long, int> Count(long instrument, int more)
    {
        if (more == 0) return OpenIn;
        var count = OpenIn.GetValueOrDefault(instrument) + more;
        return count == 0 ? OpenIn.Remove(instrument) : OpenIn.SetItem(instrument, count);
    }

    private AccountState Post(JournalEntry entry)
    {
        var cash = Cash;
        foreach (var line in entry.Lines)
        {
            if (line.Account is LedgerAccount.Cash) cash = Add(cash, line.Unit, line.Amount);
        }
        return this with { Cash = cash };
    }

    private AccountState With(Position position) => this with { Positions = Positions.SetItem(position.InstrumentId.Value, position) };

    private AccountState Mark(MarkedToMarket mark)
    {
        var day = CandleInterval.D1.OpenTime(mark.At);
        var peak = PeakEquity is { } known ? Math.Max(known + mark.Flow, mark.Equity) : mark.Equity;
        return this with
        {
            PeakEquity = peak,
            DayEquity = DayEquity is { } started && day == Day ? started + mark.Flow : mark.Equity,
            Day = day,
            NetFlow = NetFlow + mark.Flow,
        };
    }

    private static ImmutableSortedDictionary<string, decimal> Add(ImmutableSortedDictionary<string, decimal> sums, string unit, decimal amount)
    {
        if (amount == 0) return sums;
        var sum = sums.GetValueOrDefault(unit) + amount;
        return sum == 0 ? sums.Remove(unit) : sums.SetItem(unit, sum);
    }
}
