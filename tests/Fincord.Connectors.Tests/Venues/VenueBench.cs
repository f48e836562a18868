using System.Collections.Immutable;
using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fincord.Connectors.Tests.Venues;

/// <summary>A clock that stands until a test sets it ahead, so that a busy machine makes no order old; its timers run in real time.</summary>
internal sealed class AheadTime : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private long _ticks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(Interlocked.Read(ref _ticks));
}

/// <summary>An account beside a venue: it gives orders, and keeps what it is told, each fill once, as an account does.</summary>
internal sealed class VenueBench : IVenueCredentials
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<VenueReport> _reports = [];
    private readonly List<CashMovement> _movements = [];
    private readonly List<(Func<bool> IsMet, TaskCompletionSource Met)> _waiting = [];

    public VenueBench(Instrument instrument)
    {
        Instrument = instrument;
        Account = new(Guid.CreateVersion7());
    }

    public Instrument Instrument { get; }

    public AccountId Account { get; }

    public AheadTime Time { get; } = new();

    public bool IsHedged { get; set; }

    public VenueOptions Options { get; } = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1), LongestPause = TimeSpan.FromMilliseconds(5), RequestTimeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>The venue that asks to be compared when it has news; null for one that nobody listens to.</summary>
    public IVenue? Venue { get; set; }

    /// <summary>How the account is run.</summary>
    public AccountSettings Settings { get; set; } =
        new("A", new MemberId(Guid.CreateVersion7()), "binance-futures", AccountKind.Margin, MarginMode.Cross, 5, "USDT", FeeSchedule.None, RiskLimits.Default);

    /// <summary>What the venue said of the account, each movement once, as an account books it.</summary>
    public IReadOnlyList<CashMovement> Movements
    {
        get
        {
            lock (_lock) return [.. _movements.DistinctBy(movement => movement.Id)];
        }
    }

    public VenueSurroundings Surroundings => new(
        Keep, async _ => { if (Venue is { } venue) await ReadStatement(venue); }, (id, _) => Task.FromResult(id == Instrument.Id ? Instrument : null), Time, () => 0.5, Options, NullLogger.Instance);

    public IReadOnlyList<VenueReport> Reports
    {
        get
        {
            lock (_lock) return [.. _reports];
        }
    }

    /// <summary>Fills by their id: an account applies each once.</summary>
    public decimal Filled => Reports.Where(report => report.Fill is not null).DistinctBy(report => report.Fill!.Id)
        .Sum(report => Instrument.QuantityScale.ToDecimal(report.Fill!.Quantity));

    public ValueTask<VenueCredential?> Find(string venue, AccountId account, CancellationToken cancellation) =>
        new(new VenueCredential(VenueStub.Key, VenueStub.Secret) { IsHedged = IsHedged });

    public OrderId NewId() => new(Guid.CreateVersion7(Time.GetUtcNow()));

    public OrderTicket Limit(decimal quantity, decimal price, OrderSide side = OrderSide.Buy) =>
        new(Instrument.Id, side, OrderType.Limit, Quantity(quantity), TimeInForce.GoodTillCancelled) { LimitPrice = Price(price) };

    public Quantity Quantity(decimal value) => new(Instrument.QuantityScale.ToCount(value));

    public Price Price(decimal value) => new(Instrument.PriceScale.ToCount(value));

    public VenueCommand Submit(OrderId id, OrderTicket ticket, decimal? protection = null) => new(
        VenueCommandKind.Submit, id, Instrument.Id, new(id, Account, ticket, protection is { } price ? Price(price) : null, []), null);

    public VenueCommand Cancel(OrderId id) => new(VenueCommandKind.Cancel, id, Instrument.Id, null, null);

    public VenueCommand Amend(OrderId id, OrderAmendment amendment) => new(VenueCommandKind.Amend, id, Instrument.Id, null, amendment);

    /// <summary>An order as the account's store has it after a crash.</summary>
    public Order Stored(OrderId id, OrderTicket ticket, OrderStatus status = OrderStatus.Submitted) =>
        new(id, Account, ticket, null, OrderOrigin.Member, status, 1, new(0), 0, 0, Hold.None, Time.Now(), Time.Now());

    public Task Send(IVenue venue, params VenueCommand[] commands) => venue.Send(Account, [.. commands], CancellationToken.None);

    public Task Reconcile(IVenue venue, params Order[] orders) =>
        venue.Reconcile(Account, [.. orders], ImmutableSortedDictionary<string, long>.Empty, CancellationToken.None);

    /// <summary>Compares, as an account does every minute.</summary>
    public async Task<VenueStatement> ReadStatement(IVenue venue)
    {
        var statement = await venue.ReadStatement(Account, Time.Now() - TimeSpan.FromDays(1), [Instrument.Id], CancellationToken.None);
        lock (_lock)
        {
            _movements.AddRange(statement!.Movements);
            TellWaiting();
        }
        return statement;
    }

    public bool Has(VenueReportKind kind) => Reports.Any(report => report.Kind == kind);

    /// <summary>Waits until what was told makes something true.</summary>
    public Task Until(Func<bool> isMet)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (isMet()) return Task.CompletedTask;
            _waiting.Add((isMet, met));
        }
        return met.Task.WaitAsync(Patience);
    }

    public Task Until(VenueReportKind kind) => Until(() => Has(kind));

    private Task Keep(AccountId account, ImmutableArray<VenueReport> reports)
    {
        Assert.Equal(Account, account);
        lock (_lock)
        {
            _reports.AddRange(reports);
            TellWaiting();
        }
        return Task.CompletedTask;
    }

    private void TellWaiting()
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.IsMet()).ToList())
        {
            waiting.Met.TrySetResult();
            _waiting.Remove(waiting);
        }
    }
}
