using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Trading.Paper;

/// <summary>
/// A simulated exchange for one instrument. The market's own quotes stand in its book beside the members' orders, so that price, time and queue
/// position decide between all of them: an order that joins a price waits behind what was shown there, trades that the market prints eat that
/// queue first, and what is taken of a quote is gone until the market shows a new one. It has no clock and no randomness: the same commands and
/// market give the same reports. Not for more than one thread.
/// </summary>
public sealed partial class PaperExchange
{
    private readonly string _venue;
    private readonly InstrumentTerms _terms;
    private readonly PaperRules _rules;
    private readonly TradingCalendar _calendar;
    private readonly MatchingEngine _book;
    private readonly SortedDictionary<long, PaperOrder> _orders = [];
    private readonly Dictionary<OrderId, long> _numbers = [];
    private readonly List<PaperAccount> _accounts;
    private readonly Dictionary<AccountId, int> _indexes = [];
    private readonly Dictionary<MemberId, int> _owners = [];
    private readonly List<TravellingCommand> _travelling;
    private readonly List<(AccountId Account, VenueReport Report)> _reports = [];
    private readonly SortedDictionary<string, decimal> _clearing;
    private readonly List<long> _marketOrders;
    private readonly List<SiblingLoss> _losses;
    private readonly List<InstrumentAction> _actions;
    private MarketState _market;
    private long _nextNumber;
    private Timestamp? _opensSince;
    private Timestamp _now;

    /// <summary>An exchange that goes on from a state.</summary>
    /// <param name="venue">The name that its reports carry.</param>
    /// <param name="terms">The instrument.</param>
    /// <param name="rules">How it fills.</param>
    /// <param name="state">Where it goes on.</param>
    /// <param name="calendar">When the instrument is traded; always, by default.</param>
    public PaperExchange(string venue, InstrumentTerms terms, PaperRules rules, PaperExchangeState state, TradingCalendar? calendar = null)
    {
        (_venue, _terms, _rules, _market, _nextNumber) = (venue, terms, rules, state.Market, state.NextNumber);
        (_calendar, _opensSince) = (calendar ?? TradingCalendar.Always, state.OpensSince);
        _book = new(state.Book, new(terms.TickSize, terms.LotSize), capacity: 64);
        _accounts = [.. state.Accounts];
        for (var index = 0; index < _accounts.Count; index++)
        {
            _indexes.Add(_accounts[index].Id, index);
            if (_accounts[index].Owner is { } owner) _owners.TryAdd(owner, index + 1);
        }
        foreach (var order in state.Orders) Keep(order.ExpiresAt is null && ExpiryOf(order.Ticket, order.AcceptedAt) is { } expiry ? order with { ExpiresAt = expiry } : order);
        _travelling = [.. state.Travelling];
        _marketOrders = [.. state.MarketOrders];
        _losses = [.. state.Losses];
        (_actions, ActionSequence) = ([.. state.Actions], state.ActionSequence);
        _clearing = new(state.Clearing, StringComparer.Ordinal);
    }

    /// <summary>How many orders work here.</summary>
    public int WorkingOrders => _orders.Count + _travelling.Count;

    /// <summary>Whether an order works here, is on its way, or has ended since <see cref="TakeReports"/> was last called.</summary>
    public bool Has(OrderId id) => _numbers.ContainsKey(id) || _reports.Exists(told => told.Report.OrderId == id) || _travelling.Exists(travelling => travelling.Command.OrderId == id && travelling.Command.Kind is VenueCommandKind.Submit);

    /// <summary>The moment at which <see cref="Advance"/> has something to do; null when nothing waits for time.</summary>
    public Timestamp? NextDue
    {
        get
        {
            Timestamp? next = _travelling.Count > 0 ? _travelling[0].ArrivesAt : null;
            foreach (var order in _orders.Values)
                if (order.ExpiresAt is { } expiry && (next is null || expiry < next)) next = expiry;
            if (_opensSince + OpeningPatience is { } opening && (next is null || opening < next)) next = opening;
            foreach (var action in _actions)
                if (next is null || action.EffectiveAt < next) next = action.EffectiveAt;
            return next;
        }
    }

    /// <summary>Takes what an account asks for; it takes effect when it has travelled. An order that is here, or on its way, is not taken twice.</summary>
    public void Execute(AccountId account, VenueCommand command, Timestamp now)
    {
        Advance(now);
        if (command.Kind is VenueCommandKind.Submit && Has(command.OrderId)) return;
        if (_rules.Latency == TimeSpan.Zero) Carry(account, command);
        else _travelling.Add(new(new(now.Nanoseconds + _rules.Latency.Ticks * 100), account, command));
    }

    /// <summary>Lets time pass: actions of the instrument end orders, commands arrive, orders expire at their own times. What the end of a session ends, <see cref="Observe"/> does, since it comes after the auction.</summary>
    public void Advance(Timestamp now)
    {
        Arrive(now);
        Expire(ofSession: false);
    }

    private void Arrive(Timestamp now)
    {
        _now = now;
        EndOrders();
        while (_travelling.Count > 0 && _travelling[0].ArrivesAt <= now)
        {
            var travelling = _travelling[0];
            _travelling.RemoveAt(0);
            Carry(travelling.Account, travelling.Command);
        }
    }

    private void Expire(bool ofSession)
    {
        foreach (var order in _orders.Values.Where(order => order.ExpiresAt <= _now && (ofSession || order.Ticket.TimeInForce is TimeInForce.GoodTillDate)).ToList())
        {
            // An earlier one may have taken it along.
            if (!_orders.ContainsKey(order.Number)) continue;
            if (order.Ticket.TimeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose) End(order, VenueReportKind.Expired, "AUCTION_OVER", "The auction that it was for is over.");
            else End(order, VenueReportKind.Expired, null, null);
        }
    }

    /// <summary>What was to tell since the last call, in order.</summary>
    public ImmutableArray<(AccountId Account, VenueReport Report)> TakeReports()
    {
        ImmutableArray<(AccountId, VenueReport)> reports = [.. _reports];
        _reports.Clear();
        return reports;
    }

    /// <summary>All that it is.</summary>
    public PaperExchangeState Capture() => new(
        _book.Capture(), [.. _orders.Values], [.. _accounts], [.. _travelling], _market, _nextNumber, [.. _marketOrders],
        _clearing.ToImmutableSortedDictionary(StringComparer.Ordinal))
    {
        Losses = [.. _losses],
        OpensSince = _opensSince,
        Actions = [.. _actions],
        ActionSequence = ActionSequence,
    };

    // A DAY order lives until the end of its session; one that is for an auction does, too, whether the auction came or not.
    private Timestamp? ExpiryOf(OrderTicket ticket, Timestamp acceptedAt) => ticket.TimeInForce switch
    {
        TimeInForce.GoodTillDate => ticket.ExpiresAt,
        TimeInForce.Day or TimeInForce.AtTheClose => _calendar.EndOfSession(acceptedAt),
        TimeInForce.AtTheOpen => EndOfNextOpening(acceptedAt),
        _ => null,
    };

    private void Keep(PaperOrder order)
    {
        _orders[order.Number] = order;
        _numbers[order.Order.Id] = order.Number;
    }

    private PaperOrder? Find(OrderId id) => _numbers.TryGetValue(id, out var number) ? _orders[number] : null;

    /// <summary>Takes an order out, from the book, too, and tells why.</summary>
    private void End(PaperOrder order, VenueReportKind kind, string? code, string? reason)
    {
        if (order.Stage is PaperStage.Resting) _book.Cancel(order.Number);
        Forget(order);
        Tell(order.Order.AccountId, kind, order.Order.Id, code, reason);
    }

    private void Forget(PaperOrder order)
    {
        _orders.Remove(order.Number);
        _numbers.Remove(order.Order.Id);
    }

    private void Tell(AccountId account, VenueReportKind kind, OrderId order, string? code = null, string? reason = null, OrderAmendment? amendment = null, Fill? fill = null)
    {
        var index = IndexOf(account);
        var sequence = _accounts[index].Sequence + 1;
        _accounts[index] = _accounts[index] with { Sequence = sequence };
        _reports.Add((account, new(_venue, sequence, kind, order, _now) { Code = code, Reason = reason, Amendment = amendment, Fill = fill }));
    }

    private int IndexOf(AccountId account)
    {
        if (_indexes.TryGetValue(account, out var index)) return index;
        _accounts.Add(PaperAccount.New(account));
        _indexes.Add(account, _accounts.Count - 1);
        return _accounts.Count - 1;
    }

    /// <summary>The book's number of who owns an account: all of a member's accounts have one, so that they do not trade with each other.</summary>
    private int OwnerOf(AccountId account)
    {
        var index = IndexOf(account);
        return _accounts[index].Owner is { } owner ? _owners[owner] : index + 1;
    }

    private void Own(AccountId account, MemberId? owner)
    {
        var index = IndexOf(account);
        if (owner is not { } member || _accounts[index].Owner is not null) return;
        _accounts[index] = _accounts[index] with { Owner = member };
        _owners.TryAdd(member, index + 1);
    }
}
