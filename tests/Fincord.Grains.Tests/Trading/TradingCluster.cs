using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;
using Fincord.Grains.Tests.Markets;
using Fincord.Grains.Tests.Storage;
using Fincord.Grains.Trading;
using Fincord.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fincord.Grains.Tests.Trading;

/// <summary>A silo with accounts and paper books on real storage in a folder, a market to trade in, and a store that may be made to fail.</summary>
internal sealed class TradingCluster : IAsyncDisposable
{
    public static readonly MemberId Member = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    private readonly MarketCluster _cluster;
    private long _quotes;

    private TradingCluster(MarketCluster cluster) => _cluster = cluster;

    public FaultyTradingStore Store => (FaultyTradingStore)_cluster.Services.GetRequiredService<ITradingStore>();

    public IRiskStore RiskStore => _cluster.Services.GetRequiredService<IRiskStore>();

    public IRiskBoardGrain Board => _cluster.Client.GetGrain<IRiskBoardGrain>(GrainKeys.RiskBoard);

    public IBudgetGrain BudgetOf(RiskScope scope) => _cluster.Client.GetGrain<IBudgetGrain>(GrainKeys.Budget(scope));

    public InstrumentId Instrument { get; private set; }

    public static Task<TradingCluster> Start(TempFolder folder) => Start(folder.Path, postgreSql: null);

    /// <summary>One whose accounts are in a PostgreSQL database, when one is named; with another venue, on terms and by a clock of its own, when they are given.</summary>
    public static async Task<TradingCluster> Start(string folder, string? postgreSql, IVenue? venue = null, TradingTerms? terms = null, TimeProvider? time = null)
    {
        var cluster = new TradingCluster(await MarketCluster.Start(folder, ingests: false, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<ITradingStore>(
                provider => new FaultyTradingStore(provider.GetRequiredService<LocalStorage>().TradingStore)));
            services.PostConfigure<StorageOptions>(storage => storage.PostgreSql = postgreSql);
            if (time is not null) services.Replace(ServiceDescriptor.Singleton(time));
            services.AddTradingGrains();
            if (venue is not null) services.AddSingleton(venue);
            services.AddTradingRecovery();
            services.Replace(ServiceDescriptor.Singleton<IAccountFigures>(
                provider => new WatchedFigures(provider.GetRequiredService<LocalStorage>().AccountFigures)));
            services.PostConfigure<TradingOptions>(trading => trading.RetryInterval = trading.RiskInterval = TimeSpan.FromSeconds(1));
            if (terms is not null) services.AddSingleton(terms);
        }));
        (cluster.Instrument, _) = await cluster._cluster.Register("BINANCE:BTCUSDT");
        return cluster;
    }

    public IAccountGrain AccountOf(AccountId id) => _cluster.Client.GetGrain<IAccountGrain>(GrainKeys.Account(id));

    public IInstrumentActionGrain ActionsOf(InstrumentId instrument) => _cluster.Client.GetGrain<IInstrumentActionGrain>(GrainKeys.InstrumentActions(instrument));

    public ISettlementStore Settlements => _cluster.Services.GetRequiredService<ISettlementStore>();

    public IInstrumentActionStore ActionStore => _cluster.Services.GetRequiredService<IInstrumentActionStore>();

    public Task Deactivate(IGrain grain) => _cluster.Deactivate(grain);

    /// <summary>Another instrument, of a type.</summary>
    public async Task<InstrumentId> Register(string key, InstrumentType type) => (await _cluster.Services.GetRequiredService<IInstrumentRegistry>()
        .Register(Sample.Definition(key) with { Type = type }, Sample.Noon, default)).Id;

    public IPaperBookGrain BookOf(AccountId id) => _cluster.Client.GetGrain<IPaperBookGrain>(BookName(id));

    public string BookName(AccountId id) => GrainKeys.PaperBook(Instrument, $"account:{id}");

    /// <summary>An open account with so many dollars.</summary>
    public Task<(AccountId Id, IAccountGrain Grain)> Open(decimal dollars = 1_000_000) => Open(new(Guid.CreateVersion7()), dollars);

    /// <summary>The same with an id of its own; opened once.</summary>
    public async Task<(AccountId Id, IAccountGrain Grain)> Open(AccountId id, decimal dollars, AccountKind kind = AccountKind.Cash) =>
        (id, await Open(id, dollars, SettingsAt(AccountSettings.Paper) with { Kind = kind }));

    /// <summary>The same at a live venue, on margin.</summary>
    public Task<IAccountGrain> OpenLive(AccountId id, decimal dollars) => Open(id, dollars, SettingsAt(VenueDouble.VenueName));

    /// <summary>How an account there is run.</summary>
    public static AccountSettings SettingsAt(string venue) => new(
        "Mine", Member, venue, venue == AccountSettings.Paper ? AccountKind.Cash : AccountKind.Margin, MarginMode.Cross, 1, "USD",
        venue == AccountSettings.Paper ? FeeSchedule.MakerTaker(0.001m, 0.001m) : FeeSchedule.None, RiskLimits.Default);

    /// <summary>An open account of a member in a league.</summary>
    public async Task<(AccountId Id, IAccountGrain Grain)> Join(string league, MemberId member, decimal dollars = 1_000_000)
    {
        var id = new AccountId(Guid.CreateVersion7());
        var grain = AccountOf(id);
        var opened = await grain.Open(new(new("League", member, "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", FeeSchedule.None, RiskLimits.Default) { League = league }));
        Assert.Null(opened.Refusal);
        Assert.Null((await grain.Pay(new(member, "deposit", "USD", dollars))).Refusal);
        return (id, grain);
    }

    /// <summary>Halts the instrument, or, with null, lets it go on.</summary>
    public Task Halt(TradingHalt? halt) => _cluster.GrainOf(Instrument).Halt(halt);

    /// <summary>The state of the instrument's market.</summary>
    public Task<MarketState> Market() => _cluster.GrainOf(Instrument).GetState();

    /// <summary>The market shows a quote, in cents.</summary>
    public Task Quote(long bid, long ask) => Quote(Instrument, bid, ask);

    /// <summary>The same for another instrument's market.</summary>
    public async Task Quote(InstrumentId instrument, long bid, long ask)
    {
        var at = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var quote = new Quote(at, ++_quotes, new(bid), new(100_000_000_000), new(ask), new(100_000_000_000));
        var log = _cluster.Services.GetRequiredService<IEventLog>();
        var end = log.EndOffset(log.PartitionOf(instrument));
        await log.Append([new QuoteReceived(instrument, "test", at, quote)], default);
        await _cluster.GrainOf(instrument).Ingest(new(-1, end, at, [], [], quote, []));
    }

    public PlaceOrdersCommand Buy(string key, long limit, long quantity = 100_000_000) => new(
        Member, key, OrderStructure.Single,
        [new(Instrument, OrderSide.Buy, OrderType.Limit, new(quantity), TimeInForce.GoodTillCancelled) { LimitPrice = new(limit) }],
        OrderOrigin.Member);

    public PlaceOrdersCommand Order(MemberId member, string key, OrderSide side, long limit, long quantity = 100_000_000) => new(
        member, key, OrderStructure.Single,
        [new(Instrument, side, OrderType.Limit, new(quantity), TimeInForce.GoodTillCancelled) { LimitPrice = new(limit) }],
        OrderOrigin.Member);

    /// <summary>Waits until an order of the account has come so far in the store.</summary>
    public async Task<Order> Until(AccountId account, OrderId id, Func<Order, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var committed = Store.NextCommit;
            if (await Store.Inner.FindOrder(account, id, default) is { } order && reached(order)) return order;
            await committed.WaitAsync(patience.Token);
        }
    }

    /// <summary>Waits until all orders of an account have ended in the store.</summary>
    public async Task UntilNothingIsOpen(AccountId account)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var committed = Store.NextCommit;
            if ((await Store.Inner.ReadOrders(account, onlyOpen: true, null, 1, default)).IsEmpty) return;
            await committed.WaitAsync(patience.Token);
        }
    }

    /// <summary>The market has had closed candles with these closes, the last of them before today.</summary>
    public Task KeepCandles(CandleInterval interval, IReadOnlyList<long> closes)
    {
        var now = interval.OpenTime(Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow));
        var candles = closes.Select((close, index) => new Candle(
            interval, new(now.Nanoseconds - (closes.Count - index) * interval.FixedLength()), new(close), new(close), new(close), new(close), 1, close, 1, 0, true));
        var store = _cluster.Services.GetRequiredService<IMarketStore>();
        return store.Commit(new(Instrument, [.. candles], new(-1, MarketState.Empty, CandleBuilderState.Empty, [])), default);
    }

    /// <summary>Waits until the latest measure of an account's risk is such.</summary>
    public async Task<AccountRisk> UntilRisk(AccountId account, Func<AccountRisk, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var figures = (WatchedFigures)_cluster.Services.GetRequiredService<IAccountFigures>();
        while (true)
        {
            var added = figures.NextRisk;
            if (await figures.ReadRisk(account, Timestamp.MinValue, Timestamp.MaxValue, 1, default) is [var latest] && reached(latest)) return latest;
            await added.WaitAsync(patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private async Task<IAccountGrain> Open(AccountId id, decimal dollars, AccountSettings settings)
    {
        var grain = AccountOf(id);
        Assert.Null((await grain.Open(new(settings))).Refusal);
        Assert.Null((await grain.Pay(new(Member, "deposit", "USD", dollars))).Refusal);
        return grain;
    }
}

/// <summary>The real figures, and word of each new measure of risk.</summary>
internal sealed class WatchedFigures(IAccountFigures inner) : IAccountFigures
{
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next measure.</summary>
    public Task NextRisk => Volatile.Read(ref _added).Task;

    public async Task AddRisk(AccountId account, AccountRisk risk, CancellationToken cancellation)
    {
        await inner.AddRisk(account, risk, cancellation);
        Interlocked.Exchange(ref _added, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public Task<ImmutableArray<AccountRisk>> ReadRisk(AccountId account, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) =>
        inner.ReadRisk(account, from, to, limit, cancellation);

    public Task<long> FindLastEvent(AccountId account, Timestamp before, CancellationToken cancellation) => inner.FindLastEvent(account, before, cancellation);

    public Task<AccountState> ReadBalances(AccountId account, long through, CancellationToken cancellation) => inner.ReadBalances(account, through, cancellation);

    public Task<ImmutableArray<AccountEvent>> ReadBooked(AccountId account, long after, long through, CancellationToken cancellation) =>
        inner.ReadBooked(account, after, through, cancellation);

    public Task<EquityPoint?> FindMark(AccountId account, Timestamp before, CancellationToken cancellation) => inner.FindMark(account, before, cancellation);

    public Task<ImmutableArray<EquityPoint>> ReadDailyMarks(AccountId account, Timestamp from, Timestamp to, CancellationToken cancellation) =>
        inner.ReadDailyMarks(account, from, to, cancellation);

    public Task<ImmutableArray<FillRow>> ReadFillsAfter(AccountId account, long after, int limit, CancellationToken cancellation) =>
        inner.ReadFillsAfter(account, after, limit, cancellation);

    public Task<ImmutableArray<AdjustmentRow>> ReadAdjustments(AccountId account, CancellationToken cancellation) => inner.ReadAdjustments(account, cancellation);
}

/// <summary>The real store, but for commits that a test makes fail.</summary>
internal sealed class FaultyTradingStore(ITradingStore inner) : ITradingStore
{
    private TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<(OrderId Id, OrderStatus Status)> _statuses = [];
    private int _accountFailures;
    private int _bookFailures;

    public ITradingStore Inner { get; } = inner;

    /// <summary>Ends with the next commit.</summary>
    public Task NextCommit => Volatile.Read(ref _committed).Task;

    public void FailNextAccountCommits(int commits) => Volatile.Write(ref _accountFailures, commits);

    public void FailNextBookCommits(int commits) => Volatile.Write(ref _bookFailures, commits);

    /// <summary>As what an order was committed, in order.</summary>
    public IEnumerable<OrderStatus> StatusesOf(OrderId id) => _statuses.Where(committed => committed.Id == id).Select(committed => committed.Status);

    public async Task CommitAccount(AccountCommit commit, CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref _accountFailures) >= 0) throw new StorageException(StorageCodes.Unavailable, "The disk is full.");
        await Inner.CommitAccount(commit, cancellation);
        foreach (var order in commit.Orders) _statuses.Enqueue((order.Id, order.Status));
        Committed();
    }

    public async Task CommitBook(PaperBookCommit commit, CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref _bookFailures) >= 0) throw new StorageException(StorageCodes.Unavailable, "The disk is full.");
        await Inner.CommitBook(commit, cancellation);
        Committed();
    }

    public Task<AccountState?> LoadAccount(AccountId id, CancellationToken cancellation) => Inner.LoadAccount(id, cancellation);

    public Task<ImmutableSortedDictionary<string, long>> LoadWatermarks(AccountId id, CancellationToken cancellation) => Inner.LoadWatermarks(id, cancellation);

    public Task<CommandRecord?> FindCommand(AccountId id, string key, CancellationToken cancellation) => Inner.FindCommand(id, key, cancellation);

    public Task<ImmutableArray<(string Key, Timestamp AnsweredAt)>> ListCommandKeys(AccountId id, CancellationToken cancellation) => Inner.ListCommandKeys(id, cancellation);

    public Task ForgetCommands(AccountId id, Timestamp before, CancellationToken cancellation) => Inner.ForgetCommands(id, before, cancellation);

    public Task<Order?> FindOrder(AccountId account, OrderId id, CancellationToken cancellation) => Inner.FindOrder(account, id, cancellation);

    public Task<bool> HasFill(FillId id, CancellationToken cancellation) => Inner.HasFill(id, cancellation);

    public Task<bool> HasMovement(AccountId account, string movement, CancellationToken cancellation) => Inner.HasMovement(account, movement, cancellation);

    public Task<ImmutableArray<AccountHeader>> ListAccounts(MemberId owner, CancellationToken cancellation) => Inner.ListAccounts(owner, cancellation);

    public Task<ImmutableArray<AccountId>> ListActiveAccounts(CancellationToken cancellation) => Inner.ListActiveAccounts(cancellation);

    public Task<ImmutableArray<Order>> ReadOrders(AccountId account, bool onlyOpen, OrderId? before, int limit, CancellationToken cancellation) =>
        Inner.ReadOrders(account, onlyOpen, before, limit, cancellation);

    public Task<ImmutableArray<FillRow>> ReadFills(AccountId account, long? before, int limit, CancellationToken cancellation) =>
        Inner.ReadFills(account, before, limit, cancellation);

    public Task<ImmutableArray<JournalRow>> ReadJournal(AccountId account, long? before, int limit, CancellationToken cancellation) =>
        Inner.ReadJournal(account, before, limit, cancellation);

    public Task<ImmutableArray<EquityPoint>> ReadEquity(AccountId account, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) =>
        Inner.ReadEquity(account, from, to, limit, cancellation);

    public Task<ImmutableArray<AccountEvent>> ReadEvents(AccountId account, long after, int limit, CancellationToken cancellation) =>
        Inner.ReadEvents(account, after, limit, cancellation);

    public Task<PaperBookRecord?> LoadBook(string book, CancellationToken cancellation) => Inner.LoadBook(book, cancellation);

    public Task<ImmutableArray<VenueReport>> ReadReports(string book, AccountId account, long after, int limit, CancellationToken cancellation) =>
        Inner.ReadReports(book, account, after, limit, cancellation);

    public Task<ImmutableArray<AccountId>> ListUntoldAccounts(CancellationToken cancellation) => Inner.ListUntoldAccounts(cancellation);

    public Task<bool> HasReports(string book, OrderId id, CancellationToken cancellation) => Inner.HasReports(book, id, cancellation);

    public Task<ImmutableArray<string>> ListActiveBooks(CancellationToken cancellation) => Inner.ListActiveBooks(cancellation);

    public Task<ImmutableSortedDictionary<string, decimal>> ReadClearingNet(CancellationToken cancellation) => Inner.ReadClearingNet(cancellation);

    private void Committed() =>
        Interlocked.Exchange(ref _committed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
