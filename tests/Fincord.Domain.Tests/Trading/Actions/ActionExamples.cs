using System.Collections.Frozen;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Actions;

/// <summary>The instruments and actions that these examples speak of: ACME, its successor BETA, and a perpetual.</summary>
internal static class ActionExamples
{
    public static readonly InstrumentTerms Beta = Acme with { InstrumentId = new(43) };

    public static readonly InstrumentTerms Perpetual = Acme with { InstrumentId = new(44), Type = InstrumentType.Perpetual, ContractSize = 0.01m, InitialMargin = 0.05m, MaintenanceMargin = 0.025m };

    public static readonly AccountSettings MarginAccount = CashAccount with { Kind = AccountKind.Margin, Leverage = 2 };

    public static TradingContext At(Timestamp now) => World(now: now) with
    {
        Markets = new[] { Acme, Beta, Perpetual }.ToDictionary(
            terms => terms.InstrumentId, terms => new TradedMarket(terms, World().Markets[Acme.InstrumentId].State, TradingPhase.Continuous)).ToFrozenDictionary(),
    };

    public static Timestamp Later(double hours) => Noon + TimeSpan.FromHours(hours);

    public static InstrumentAction Of(InstrumentActionKind kind, double hours, long sequence = 1, InstrumentTerms? of = null, double? knownAt = null)
    {
        var instrument = (of ?? Acme).InstrumentId;
        return new(InstrumentActionId.Of(instrument, $"{kind} {sequence}"), instrument, kind, Later(hours), Later(knownAt ?? hours - 1), sequence);
    }

    public static InstrumentAction Split(long @new, long old, decimal price = 50, double hours = 1, long sequence = 1, double? knownAt = null) =>
        Of(InstrumentActionKind.Split, hours, sequence, knownAt: knownAt) with { Ratio = new(@new, old), Price = price };

    public static InstrumentAction Dividend(decimal cash, double hours = 1, long sequence = 1, double? knownAt = null) =>
        Of(InstrumentActionKind.Dividend, hours, sequence, knownAt: knownAt) with { CashPerUnit = cash };

    public static InstrumentAction Funding(decimal rate, decimal mark = 100, double hours = 1, long sequence = 1) =>
        Of(InstrumentActionKind.Funding, hours, sequence, Perpetual) with { Rate = rate, Price = mark };

    public static InstrumentAction Merger(long @new, long old, decimal price, decimal? cash = null, decimal? share = null, double hours = 1) =>
        Of(InstrumentActionKind.Merger, hours) with { Ratio = new(@new, old), Into = Beta.InstrumentId, Price = price, CashPerUnit = cash, CostShare = share };

    public static InstrumentAction SpinOff(long @new, long old, decimal price, decimal share, double hours = 1) =>
        Of(InstrumentActionKind.SpinOff, hours) with { Ratio = new(@new, old), Into = Beta.InstrumentId, Price = price, CostShare = share };

    public static InstrumentAction Expiry(decimal price, InstrumentTerms? of = null, double hours = 1) => Of(InstrumentActionKind.Expiry, hours, of: of) with { Price = price };
}

/// <summary>An account that keeps its events, as the store does, and hears actions in time or late.</summary>
internal sealed class ActingAccount(AccountSettings settings)
{
    private readonly List<AccountEvent> _events = [];
    private int _fills;

    public AccountState State { get; private set; } = AccountState.Unopened(Mine).Open(settings, Noon).After;

    public IReadOnlyList<AccountEvent> Events => _events;

    public IEnumerable<JournalLine> Lines => _events.SelectMany(next => next switch
    {
        OrderFilled filled => filled.Entry.Lines,
        PositionAdjusted adjusted => adjusted.Entry.Lines,
        EntryPosted posted => posted.Entry.Lines,
        InterestAccrued { Entry: { } entry } => entry.Lines,
        _ => [],
    });

    public ActingAccount Take(AccountDecision decision)
    {
        _events.AddRange(decision.Events);
        State = decision.After;
        return this;
    }

    public ActingAccount Trade(OrderSide side, long quantity, decimal price, double hours, InstrumentTerms? of = null)
    {
        var (terms, id) = (of ?? Acme, Id(++_fills));
        var at = ActionExamples.Later(hours);
        var order = new Order(id, Mine, Market(side, quantity) with { InstrumentId = terms.InstrumentId }, null, OrderOrigin.Member, OrderStatus.Accepted, 1, new(0), 0, 0, Hold.None, at, at);
        Take(new(State, State.Apply(new OrderPlaced(at, order)), [new OrderPlaced(at, order)], []));
        var fill = new Fill(new(new Guid(_fills, 7, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0])), id, terms.InstrumentId, side, PriceOf(price), new(quantity), LiquiditySide.Taker, 0, at, at);
        var report = new VenueReport("paper", 0, VenueReportKind.Filled, id, at) { Fill = fill };
        var context = ActionExamples.At(at);
        if (!State.IsLate(fill)) return Take(State.Apply(report, null, context));
        var decision = State.Apply(report, null, context);
        return Take(decision.PutRight(fill, Passed(History(terms.InstrumentId)).With(decision.Events.OfType<OrderFilled>().Single()), Histories(ActionExamples.Beta.InstrumentId), context));
    }

    public ActingAccount Hear(params InstrumentAction[] actions)
    {
        foreach (var action in actions)
        {
            _heard.Add(action);
            Take(State.Apply(action, Histories([.. State.NeedsHistoryOf(action)]), ActionExamples.At(action.DueAt)));
        }
        return this;
    }

    private readonly List<InstrumentAction> _heard = [];

    private Dictionary<InstrumentId, InstrumentHistory> Histories(params InstrumentId[] instruments) => instruments.ToDictionary(id => id, id => Passed(History(id)));

    private InstrumentHistory History(InstrumentId instrument) => InstrumentHistory.Of(instrument, _events);

    private InstrumentHistory Passed(InstrumentHistory history) => _heard
        .Where(action => history.Instruments.Contains(action.InstrumentId) && action.Mark <= State.ActionMarks.GetValueOrDefault(action.InstrumentId.Value))
        .Where(action => action.InstrumentId == history.Instruments.Last()).Aggregate(history, (known, action) => known.With(action));
}
