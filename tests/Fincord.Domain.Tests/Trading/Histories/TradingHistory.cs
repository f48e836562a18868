using System.Collections.Frozen;
using System.Text.Json;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;

namespace Fincord.Domain.Tests.Trading.Histories;

/// <summary>
/// A random life of accounts at one paper exchange: they decide, what they ask for travels, the exchange fills against a market that moves, what
/// it tells travels back. Messages are late, are lost and asked for again; the exchange is restarted from what it stored. All of it follows from
/// the seed. After each step the promises are looked at; what does not hold is told with the seed.
/// </summary>
internal sealed partial class TradingHistory
{
    // Auctions at hours that no history comes to: phases change at random.
    private static readonly TradingCalendar Calendar = new(
        new(
            "TEST", "UTC",
            [
                new(
                    [.. Enum.GetValues<DayOfWeek>()],
                    [
                        new(TradingPhase.OpeningAuction, TimeSpan.FromHours(8), TimeSpan.FromHours(9)),
                        new(TradingPhase.Continuous, TimeSpan.FromHours(9), TimeSpan.FromHours(22)),
                        new(TradingPhase.ClosingAuction, TimeSpan.FromHours(22), TimeSpan.FromHours(23)),
                    ]),
            ], [], []),
        TimeZoneInfo.Utc);

    private readonly Random _random;
    private readonly InstrumentTerms _terms;
    private readonly PaperRules _rules;
    private readonly List<HistoryAccount> _accounts = [];
    private readonly HashSet<OrderId> _toldOf = [];
    private readonly List<VenueReport> _told = [];
    private readonly KeptExchange _kept = new();
    private PaperExchange _exchange;
    private MarketState _market = MarketState.Empty;
    private TradingPhase _phase = TradingPhase.Continuous;
    private Timestamp _now = TradingExamples.Noon;
    private long _middle = 10_000;
    private int _ids;

    private TradingHistory(int seed)
    {
        _random = new(seed);
        Seed = seed;
        _terms = TermsOf(seed);
        var fees = _random.Next(3) switch { 0 => FeeSchedule.None, 1 => FeeSchedule.MakerTaker(0.001m, 0.002m), _ => FeeSchedule.MakerTaker(-0.0001m, 0.0004m) };
        var slippage = _random.Next(3) switch { 0 => SlippageModel.None, 1 => new SlippageModel(SlippageType.FixedTicks, 2), _ => new(SlippageType.SquareRoot, 0.001) };
        var latency = TimeSpan.FromMilliseconds(_random.Next(3) == 0 ? 50 : 0);
        _rules = new(latency, slippage, fees, (SelfTradePrevention)_random.Next(5));
        _exchange = new("paper:42", _terms, _rules, PaperExchangeState.Empty, Calendar);
        for (var number = 1; number <= 2; number++)
        {
            var isMargin = _terms.IsContract || _random.Next(3) == 0;
            var settings = TradingExamples.CashAccount with
            {
                Kind = isMargin ? AccountKind.Margin : AccountKind.Cash,
                MarginMode = _random.Next(2) == 0 ? MarginMode.Cross : MarginMode.Isolated,
                Leverage = isMargin ? 5 : 1,
                Fees = fees,
            };
            _accounts.Add(new(new(new(number, 7, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0])), settings));
        }
    }

    public int Seed { get; }

    /// <summary>What the exchange told and what the accounts stored, in order.</summary>
    public IEnumerable<string> Tape => _told.Select(told => JsonSerializer.Serialize(told)).Concat(_accounts.SelectMany(account => account.Stored));

    /// <summary>The events of each account, as they are stored.</summary>
    public IEnumerable<IReadOnlyList<AccountEvent>> Lives => _accounts.Select(account =>
        account.Stored.Select(stored => JsonSerializer.Deserialize<AccountEvent>(stored)!).ToList());

    /// <summary>On what terms its instrument is traded.</summary>
    public InstrumentTerms Terms => _terms;

    public static TradingHistory Run(int seed, int steps)
    {
        var history = new TradingHistory(seed);
        try
        {
            history.Live(steps);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The history with seed {seed} failed: {exception.Message}", exception);
        }
        return history;
    }

    private static InstrumentTerms TermsOf(int seed) => (seed % 3) switch
    {
        0 => TradingExamples.Acme,
        1 => TradingExamples.Acme with { Type = InstrumentType.CryptoSpot, QuantityScale = new(4), TickSize = 5, LotSize = 10, SettlementDays = 0 },
        _ => TradingExamples.Acme with { Type = InstrumentType.Perpetual, ContractSize = 0.01m, InitialMargin = 0.05m, MaintenanceMargin = 0.025m },
    };

    private void Live(int steps)
    {
        foreach (var account in _accounts)
        {
            Decide(account, account.State.Open(account.Settings, _now));
            if (account.State.Pay("USD", _random.Next(1_000, 500_000), "deposit", World()).Decision is { } paid) Decide(account, paid);
        }
        MoveMarket();
        for (var step = 0; step < steps; step++)
        {
            _now = new(_now.Nanoseconds + _random.Next(1, 40) * 1_000_000L);
            Act();
            if (_random.Next(3) > 0) Deliver();
            if (step % 8 == 7) CheckReplay();
        }
        WindDown();
    }

    private void Act()
    {
        var account = _accounts[_random.Next(_accounts.Count)];
        switch (_random.Next(24))
        {
            case < 6: MoveMarket(); break;
            case < 8: Print(); break;
            case < 14: Decide(account, account.State.Place(RandomOrders(account), World())); break;
            case 14: Cancel(account); break;
            case 15 or 16: Amend(account); break;
            case 17: Close(account); break;
            case 18: Decide(account, account.State.Liquidate(World(), NextId)); break;
            case 19: Decide(account, account.State.Mark(World())); break;
            case 20: MovePhase(); break;
            case 21: Restart(); break;
            case 22: AskAgain(account); break;
            default: Pay(account); break;
        }
    }

    private void Pay(HistoryAccount account)
    {
        var amount = _random.Next(-20_000, 20_000) / 100m;
        if (account.State.Pay("USD", amount, $"payment {_ids++}", World()).Decision is { } paid) Decide(account, paid);
    }

    private void Cancel(HistoryAccount account)
    {
        if (_random.Next(8) == 0)
        {
            Decide(account, account.State.TurnKillSwitch(true, _now));
            Decide(account, account.State.TurnKillSwitch(false, _now));
        }
        else if (Any(account) is { } order) Decide(account, account.State.Cancel(order.Id, "CANCELLED_BY_OWNER", "", _now).Decision!);
    }

    private void Amend(HistoryAccount account)
    {
        if (Any(account) is not { } order) return;
        var ticket = order.Ticket;
        var amendment = new OrderAmendment(
            _random.Next(2) == 0 ? RandomQuantity() : null,
            ticket.LimitPrice is not null && _random.Next(2) == 0 ? RandomPrice() : null,
            ticket.TriggerPrice is not null && _random.Next(2) == 0 ? RandomPrice() : null);
        if (account.State.Amend(order.Id, amendment, null, World()).Decision is { } decision) Decide(account, decision);
    }

    private void Close(HistoryAccount account)
    {
        if (account.State.ClosePosition(_terms.InstrumentId, NextId(), OrderOrigin.Member, World()).Decision is { } decision) Decide(account, decision);
    }

    // As after a time without an answer: what is pending goes out again, and may arrive twice.
    private void AskAgain(HistoryAccount account) =>
        Send(account, [.. account.State.OpenOrders.Values.OrderBy(order => order.Id).Select(order => order.ToPendingCommand(account.State)).OfType<VenueCommand>()]);

    private Order? Any(HistoryAccount account)
    {
        var open = account.State.OpenOrders.Values.OrderBy(order => order.Id).ToList();
        return open.Count == 0 ? null : open[_random.Next(open.Count)];
    }

    private void Decide(HistoryAccount account, AccountDecision decision)
    {
        account.Take(decision);
        // One in ten is lost on its way, and asked for again later.
        if (_random.Next(10) > 0) Send(account, decision.Commands);
        account.CheckMoney();
    }

    private static void Send(HistoryAccount account, IEnumerable<VenueCommand> commands)
    {
        foreach (var command in commands) account.Outgoing.Enqueue(command);
    }

    /// <summary>Some of what travels arrives: in order for each account, but accounts overtake each other.</summary>
    private void Deliver()
    {
        foreach (var account in _random.Next(2) == 0 ? _accounts : Enumerable.Reverse(_accounts))
        {
            for (var left = _random.Next(4); left > 0 && account.Outgoing.TryDequeue(out var command); left--) Execute(account, command);
            for (var left = _random.Next(4); left > 0 && account.Incoming.TryDequeue(out var reports); left--) Hear(account, reports);
        }
    }

    // The book's grain does not take an order again that it has told anything of.
    private void Execute(HistoryAccount account, VenueCommand command)
    {
        if (command.Kind is VenueCommandKind.Submit && _toldOf.Contains(command.OrderId)) return;
        _exchange.Execute(account.State.Id, command, _now);
        Told();
    }

    private void Told()
    {
        CheckBook();
        _kept.Keep(_exchange.Capture());
        foreach (var told in _exchange.TakeReports().GroupBy(report => report.Account))
        {
            var account = _accounts.Single(account => account.State.Id == told.Key);
            foreach (var (_, report) in told)
            {
                _toldOf.Add(report.OrderId);
                _told.Add(report);
                account.Exchange(report);
            }
            account.Incoming.Enqueue([.. told.Select(report => report.Report)]);
        }
    }

    private void Hear(HistoryAccount account, IReadOnlyList<VenueReport> reports)
    {
        var commands = new List<VenueCommand>();
        foreach (var report in reports)
        {
            var decision = account.State.Apply(report, account.Ended.GetValueOrDefault(report.OrderId), World());
            account.Take(decision);
            commands.AddRange(decision.Commands);
        }
        Send(account, commands);
        account.CheckMoney();
    }

    private void Observe()
    {
        _exchange.Observe(_market, _phase, _now);
        Told();
    }

    private void Restart()
    {
        var before = JsonSerializer.Serialize(_exchange.Capture());
        _kept.Keep(_exchange.Capture());
        _exchange = new("paper:42", _terms, _rules, _kept.Load(), Calendar);
        if (JsonSerializer.Serialize(_exchange.Capture()) != before) throw new InvalidOperationException("The exchange is another one after its restart.");
        // Commands that had not arrived are lost with the connection.
        foreach (var account in _accounts) account.Outgoing.Clear();
    }

    private TradingContext World() => new(
        _now,
        new Dictionary<InstrumentId, TradedMarket> { [_terms.InstrumentId] = new(_terms, _market, _phase) }.ToFrozenDictionary(),
        new Dictionary<string, decimal> { ["USD"] = 1 }.ToFrozenDictionary(),
        KillSwitch: null,
        Budget: null);

    private OrderId NextId() => TradingExamples.Id(++_ids);
}
