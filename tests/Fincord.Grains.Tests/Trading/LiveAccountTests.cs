using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>An account at a live venue, on the embedded database.</summary>
public sealed class LiveAccountOnSqliteTests : LiveAccountTests;

/// <summary>The same on PostgreSQL.</summary>
public sealed class LiveAccountOnPostgreSqlTests(PostgreSqlDatabases databases) : LiveAccountTests
{
    protected override async Task<string?> CreateDatabase() => await databases.Create();
}

/// <summary>What holds for an account at a live venue, whatever keeps it.</summary>
public abstract class LiveAccountTests : TradingClusterTests
{
    private readonly VenueDouble _venue = new();
    private readonly AccountId _id = new(Guid.CreateVersion7());
    private bool _isVenueOn = true;

    private protected override Task<TradingCluster> StartCluster(string folder, string? database)
    {
        _venue.Report = (account, report) => Cluster.AccountOf(account).Report([report]);
        return TradingCluster.Start(folder, database, _isVenueOn ? _venue : null);
    }

    [Fact]
    [OneProcessOnly("each activation tells the venue once")]
    public async Task The_venue_is_told_how_the_account_is_run_before_its_first_order_and_when_that_changes()
    {
        var account = await Cluster.OpenLive(_id, 1_000);

        await account.Place(Cluster.Buy("one", limit: 9_000));
        await _venue.Until(2);
        Assert.Null((await account.ChangeSettings(Leverage(2))).Refusal);
        await account.Place(Cluster.Buy("two", limit: 9_000));
        await _venue.Until(4);

        Assert.Equal(["configure 1", "send Submit", "configure 2", "send Submit"], _venue.Told);
    }

    [Fact]
    [OneProcessOnly("each activation tells the venue once")]
    public async Task An_order_is_not_sent_while_the_venue_cannot_be_told_and_is_as_soon_as_it_can()
    {
        var account = await Cluster.OpenLive(_id, 1_000);
        _venue.FailNextConfigurations(1);

        Assert.Null((await account.Place(Cluster.Buy("one", limit: 9_000))).Refusal);
        await _venue.Until(3);

        Assert.Equal(["configure refused", "configure 1", "send Submit"], _venue.Told);
    }

    [Fact]
    public async Task Without_a_key_at_its_venue_an_account_is_not_opened()
    {
        _venue.Refusal = new("VENUE_CREDENTIALS", "There is no key.", null);

        var opened = await Cluster.AccountOf(_id).Open(new(TradingCluster.SettingsAt(VenueDouble.VenueName)));

        Assert.Equal("VENUE_CREDENTIALS", opened.Refusal!.Code);
        Assert.Empty(await Cluster.Store.ListAccounts(TradingCluster.Member, default));
    }

    [Fact]
    public async Task An_account_whose_venue_is_off_takes_no_orders()
    {
        await Cluster.OpenLive(_id, 1_000);
        _isVenueOn = false;
        await Restart();

        var refusal = (await Cluster.AccountOf(_id).Place(Cluster.Buy("one", limit: 9_000))).Refusal;

        Assert.Equal("VENUE_OFF", refusal!.Code);
    }

    [Fact]
    public async Task What_the_venue_moves_is_booked_once_however_often_it_is_told_and_after_a_restart_too()
    {
        var account = await Cluster.OpenLive(_id, 1_000);
        var at = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        _venue.Movements.Enqueue(new("double/FUNDING/1", JournalKind.Funding, "USD", -1.25m, at));
        await Task.WhenAll(account.Reconcile(), account.Reconcile());
        _venue.Movements.Enqueue(new("double/FUNDING/2", JournalKind.Funding, "USD", 3, at));
        await Restart();

        await Cluster.AccountOf(_id).Reconcile();

        var state = (await Cluster.AccountOf(_id).GetAccount(TradingCluster.Member)).Account!.State;
        Assert.Equal(1_001.75m, state.Cash["USD"]);
        var entries = (await Cluster.Store.ReadJournal(_id, null, 10, default)).Where(row => row.Entry.Kind is JournalKind.Funding).Select(row => row.Entry).ToList();
        Assert.Equal(["double/FUNDING/2", "double/FUNDING/1"], entries.Select(entry => entry.Reference));
        Assert.All(entries, entry => Assert.True(entry.IsBalanced));
    }

    [Fact]
    public async Task A_movement_whose_commit_failed_is_booked_by_the_next_activation()
    {
        var account = await Cluster.OpenLive(_id, 1_000);
        _venue.Movements.Enqueue(new("double/FUNDING/1", JournalKind.Funding, "USD", -1, Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow)));
        Cluster.Store.FailNextAccountCommits(1);
        await Assert.ThrowsAnyAsync<Exception>(account.Reconcile);

        while (true)
        {
            var committed = Cluster.Store.NextCommit;
            if (await Cluster.Store.HasMovement(_id, "double/FUNDING/1", default)) break;
            await committed.WaitAsync(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(999, (await account.GetAccount(TradingCluster.Member)).Account!.State.Cash["USD"]);
    }

    [Fact]
    public async Task A_liquidation_by_the_venue_is_an_order_with_its_fill_once()
    {
        var account = await Cluster.OpenLive(_id, 1_000);
        var order = OrderId.Of(VenueDouble.VenueName, _id, "77");
        var now = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var ticket = new OrderTicket(Cluster.Instrument, OrderSide.Buy, OrderType.Market, new(100_000_000), TimeInForce.ImmediateOrCancel);
        var fill = new Fill(FillId.Of(VenueDouble.VenueName, _id, "1"), order, Cluster.Instrument, OrderSide.Buy, new(10_000), new(100_000_000), LiquiditySide.Taker, 0, now, now);
        _venue.BeforeStatement = _ => account.Report(
        [
            new(VenueDouble.VenueName, 0, VenueReportKind.Accepted, order, now) { Ticket = ticket },
            new(VenueDouble.VenueName, 0, VenueReportKind.Filled, order, now) { Fill = fill },
        ]);

        await account.Reconcile();
        await account.Reconcile();

        var stored = Assert.Single(await Cluster.Store.ReadOrders(_id, onlyOpen: false, null, 10, default));
        Assert.Equal((order, OrderOrigin.Liquidation, OrderStatus.Filled), (stored.Id, stored.Origin, stored.Status));
        Assert.Single(await Cluster.Store.ReadFills(_id, null, 10, default));
        var state = (await account.GetAccount(TradingCluster.Member)).Account!.State;
        Assert.Equal((100_000_000, 900m), (state.PositionOf(Cluster.Instrument).Count, state.Cash["USD"]));
    }

    [Fact]
    public async Task A_difference_is_told_when_it_is_seen_twice_and_no_longer_when_it_is_gone()
    {
        var account = await Cluster.OpenLive(_id, 1_000);
        _venue.Holdings["USD"] = 999;

        await account.Reconcile();
        Assert.Empty((await account.GetAccount(TradingCluster.Member)).Account!.Differences);
        await account.Reconcile();
        Assert.Equal([new VenueDifference("USD", 1_000, 999)], (await account.GetAccount(TradingCluster.Member)).Account!.Differences);
        _venue.Holdings["USD"] = 1_000;
        await account.Reconcile();

        var snapshot = (await account.GetAccount(TradingCluster.Member)).Account!;
        Assert.Empty(snapshot.Differences);
        Assert.NotNull(snapshot.ComparedAt);
        Assert.Equal(1_000, snapshot.State.Cash["USD"]);
    }

    [Fact]
    public async Task After_a_start_the_venue_is_asked_for_every_account_there_though_nothing_is_open()
    {
        await Cluster.OpenLive(_id, 1_000);
        Assert.Empty(_venue.Told);

        await Restart();
        await _venue.Until(2);

        Assert.Equal(["configure 1", "statement"], _venue.Told);
    }

    [Fact]
    public async Task Settings_are_changed_once_and_by_the_version_that_was_seen()
    {
        var account = await Cluster.OpenLive(_id, 1_000);

        var first = await account.ChangeSettings(Leverage(3) with { Version = 1 });
        var again = await account.ChangeSettings(Leverage(3) with { Version = 1 });
        var late = await account.ChangeSettings(Leverage(4) with { Key = "late", Version = 1 });

        Assert.Equal((3, 2), (first.Account!.State.Settings!.Leverage, first.Account.State.Settings.Version));
        Assert.Equal(2, again.Account!.State.Settings!.Version);
        Assert.Equal("VERSION_CONFLICT", late.Refusal!.Code);
        Assert.Equal("UNKNOWN_ACCOUNT", (await account.ChangeSettings(Leverage(5) with { Key = "foreign", Member = new(Guid.CreateVersion7()) })).Refusal!.Code);
        await Restart();
        Assert.Equal(3, (await Cluster.AccountOf(_id).GetAccount(TradingCluster.Member)).Account!.State.Settings!.Leverage);
    }

    private static ChangeSettingsCommand Leverage(decimal leverage) => new(TradingCluster.Member, $"leverage-{leverage}", new(null, leverage, null, null), null);
}
