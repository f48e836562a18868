using System.Collections.Immutable;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Fincord.Grains.Tests.Storage;

namespace Fincord.Grains.Tests.Trading;

public sealed class AccountGrainTests : TradingClusterTests
{
    [Fact]
    public async Task A_placed_order_is_filled_and_becomes_a_position()
    {
        var (id, account) = await Cluster.Open(1_000);

        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);

        var state = (await account.GetAccount(TradingCluster.Member)).Account!.State;
        Assert.Equal((100_000_000, 100.10m), (state.PositionOf(Cluster.Instrument).Count, state.PositionOf(Cluster.Instrument).Cost));
        Assert.Equal(1_000 - 100.10m - 0.1001m, state.FreeCash("USD"));
        Assert.Empty(state.Held);
        Assert.Single(await Cluster.Store.ReadFills(id, null, 10, default));
        Assert.All((await Cluster.Store.ReadClearingNet(default)).Values, net => Assert.Equal(0, net));
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_other_content_a_conflict()
    {
        var (id, account) = await Cluster.Open();

        var first = await account.Place(Cluster.Buy("key", limit: 9_000));
        var again = await account.Place(Cluster.Buy("key", limit: 9_000));
        var other = await account.Place(Cluster.Buy("key", limit: 9_001));
        var close = await account.ClosePosition(new(TradingCluster.Member, "all", Cluster.Instrument));
        var cancel = await account.CancelAll(new(TradingCluster.Member, "all", Cluster.Instrument));

        Assert.Equal(first.Orders.Select(order => order.Id), again.Orders.Select(order => order.Id));
        Assert.Equal("IDEMPOTENCY_CONFLICT", other.Refusal!.Code);
        Assert.Equal("NO_POSITION", close.Refusal!.Code);
        Assert.Equal("IDEMPOTENCY_CONFLICT", cancel.Refusal!.Code);
        Assert.Single(await Cluster.Store.ReadOrders(id, onlyOpen: false, null, 10, default));
    }

    [Fact]
    public async Task Of_many_at_once_with_one_key_one_is_carried_out()
    {
        var (id, account) = await Cluster.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => account.Place(Cluster.Buy("key", limit: 9_000))));

        Assert.Single(answers.Select(answer => Assert.Single(answer.Orders).Id).Distinct());
        Assert.Single(await Cluster.Store.ReadOrders(id, onlyOpen: false, null, 10, default));
    }

    [Fact]
    public async Task An_account_of_somebody_else_is_one_that_does_not_exist()
    {
        var (_, account) = await Cluster.Open();
        var stranger = new MemberId(Guid.CreateVersion7());

        Assert.Equal("UNKNOWN_ACCOUNT", (await account.Place(Cluster.Buy("one", 9_000) with { Member = stranger })).Refusal!.Code);
        Assert.Equal("UNKNOWN_ACCOUNT", (await account.GetAccount(stranger)).Refusal!.Code);
        Assert.Equal("UNKNOWN_ACCOUNT", (await account.Pay(new(stranger, "mine", "USD", -1))).Refusal!.Code);
    }

    [Fact]
    public async Task Nothing_is_answered_that_the_store_refused_and_the_same_key_may_try_again()
    {
        var (id, account) = await Cluster.Open();
        Cluster.Store.FailNextAccountCommits(1);

        var failure = await Assert.ThrowsAsync<Fincord.Storage.StorageException>(() => account.Place(Cluster.Buy("one", limit: 9_000)));
        Assert.Equal("STORAGE_UNAVAILABLE", failure.Code);
        Assert.Empty(await Cluster.Store.ReadOrders(id, onlyOpen: false, null, 10, default));

        var order = Assert.Single((await Again(() => account.Place(Cluster.Buy("one", limit: 9_000)))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Accepted);
        Assert.Single(await Cluster.Store.ReadOrders(id, onlyOpen: false, null, 10, default));
    }

    [Fact]
    public async Task An_account_that_could_not_store_a_report_goes_on_by_itself()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 9_500))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Accepted);

        Cluster.Store.FailNextAccountCommits(2);
        await Cluster.Quote(9_400, 9_450);

        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);
        Assert.Single(await Cluster.Store.ReadFills(id, null, 10, default));
    }

    [Fact]
    public async Task A_book_that_could_not_store_an_order_is_asked_for_it_again_and_takes_it_once()
    {
        var (id, account) = await Cluster.Open();
        Cluster.Store.FailNextBookCommits(1);

        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);

        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);
        Assert.Single(await Cluster.Store.ReadFills(id, null, 10, default));
    }

    [Fact]
    public async Task A_gap_in_what_is_told_is_asked_for()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);
        var reports = await Cluster.Store.ReadReports(Cluster.BookName(id), id, 0, 10, default);

        // Told again, in a wrong order, with one that nobody has heard of before.
        await account.Report([.. reports.Reverse()]);
        await account.Report([reports[^1] with { Sequence = reports[^1].Sequence + 5 }]);

        Assert.Single(await Cluster.Store.ReadFills(id, null, 10, default));
        Assert.Equal(reports[^1].Sequence, (await Cluster.Store.LoadWatermarks(id, default))[Cluster.BookName(id)]);
    }

    [Fact]
    public async Task An_order_that_ended_in_the_book_is_not_taken_again()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);
        order = await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);

        await Cluster.BookOf(id).Execute(id, [order.ToSubmission(AccountState.Unopened(id))]);

        Assert.Equal(2, (await Cluster.Store.ReadReports(Cluster.BookName(id), id, 0, 10, default)).Length);
    }

    [Fact]
    public async Task Money_in_a_currency_that_is_new_to_the_account_is_paid_in_and_not_won()
    {
        var (id, account) = await Cluster.Open(1_000);

        await account.Pay(new(TradingCluster.Member, "tether", "USDT", 500));

        var mark = (await Cluster.Store.ReadEquity(id, Timestamp.MinValue, Timestamp.MaxValue, 10, default))[^1];
        Assert.Equal((1_500m, 500m), (mark.Equity, mark.Flow));
        Assert.Equal(1_500m, (await account.GetAccount(TradingCluster.Member)).Account!.State.DayEquity);
    }

    [Fact]
    public async Task After_a_restart_orders_that_never_reached_the_venue_are_sent_once()
    {
        var (id, account) = await Cluster.Open();
        Cluster.Store.FailNextBookCommits(int.MaxValue);
        var orders = new List<OrderId>();
        for (var number = 0; number < 5; number++) orders.Add(Assert.Single((await account.Place(Cluster.Buy($"{number}", limit: 10_010))).Orders).Id);
        Assert.All(await Cluster.Store.ReadOrders(id, onlyOpen: true, null, 10, default), order => Assert.Equal(OrderStatus.Submitted, order.Status));

        await Restart();

        foreach (var order in orders) await Cluster.Until(id, order, now => now.Status is OrderStatus.Filled);
        Assert.Equal(5, (await Cluster.Store.ReadFills(id, null, 10, default)).Length);
        Assert.All((await Cluster.Store.ReadClearingNet(default)).Values, net => Assert.Equal(0, net));
    }

    [Fact]
    public async Task After_a_restart_a_key_that_was_answered_before_gets_its_answer()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("before", limit: 9_000))).Orders);

        await Restart();
        account = Cluster.AccountOf(id);

        Assert.Equal(order.Id, Assert.Single((await account.Place(Cluster.Buy("before", limit: 9_000))).Orders).Id);
        Assert.Equal("IDEMPOTENCY_CONFLICT", (await account.Place(Cluster.Buy("before", limit: 9_001))).Refusal!.Code);
        Assert.NotEqual(order.Id, Assert.Single((await account.Place(Cluster.Buy("after", limit: 9_000))).Orders).Id);
    }

    [Fact]
    public async Task A_key_that_another_activation_answered_is_not_answered_twice()
    {
        var (id, account) = await Cluster.Open();
        await KeepAnswer(id, Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow));

        await Assert.ThrowsAnyAsync<Exception>(() => account.Place(Cluster.Buy("key", limit: 9_000)));

        Assert.Equal("IDEMPOTENCY_CONFLICT", (await Again(() => account.Place(Cluster.Buy("key", limit: 9_000)))).Refusal!.Code);
        Assert.Empty(await Cluster.Store.ReadOrders(id, onlyOpen: false, null, 10, default));
    }

    [Fact]
    public async Task A_key_that_was_answered_more_than_a_month_ago_is_forgotten()
    {
        var (id, account) = await Cluster.Open();
        await KeepAnswer(id, Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow - TimeSpan.FromDays(31)));
        await Cluster.Deactivate(account);

        Assert.Single((await account.Place(Cluster.Buy("key", limit: 9_000))).Orders);
    }

    [Fact]
    public async Task A_fill_that_a_venue_without_a_sequence_tells_twice_counts_once()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 9_000, quantity: 3))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Accepted);
        VenueReport Fill(int number) => new("other", 0, VenueReportKind.Filled, order.Id, Sample.Noon)
        {
            Fill = new(FillId.Of("other", id, $"{number}"), order.Id, Cluster.Instrument, OrderSide.Buy, new(9_000), new(1), LiquiditySide.Maker, 0, Sample.Noon, Sample.Noon),
        };

        await account.Report([Fill(1), Fill(1)]);
        await Task.WhenAll(account.Report([Fill(1), Fill(2)]), account.Report([Fill(2)]));

        Assert.Equal(2, (await Cluster.Store.ReadFills(id, null, 10, default)).Length);
        await account.Report([Fill(3), Fill(3), Fill(2)]);
        Assert.Equal(OrderStatus.Filled, (await Cluster.Store.FindOrder(id, order.Id, default))!.Status);
        Assert.Equal(3, (await Cluster.Store.ReadFills(id, null, 10, default)).Length);
    }

    [Fact]
    public async Task What_a_venue_tells_together_is_stored_together()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);
        var placed = (await Cluster.Store.ReadEvents(id, 0, 100, default)).Length;
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);

        Assert.Equal(2, (await Cluster.Store.ReadEvents(id, 0, 100, default)).Length - placed);
        Assert.DoesNotContain(OrderStatus.Accepted, Cluster.Store.StatusesOf(order.Id));
    }

    private async Task KeepAnswer(AccountId id, Timestamp at)
    {
        var state = await Cluster.Store.LoadAccount(id, default);
        await Cluster.Store.CommitAccount(new(state!, state!, [], [], new("key", "hash", "{}", at), ImmutableSortedDictionary<string, long>.Empty), default);
    }

    // The activation that failed may not have gone yet.
    private static async Task<OrdersResult> Again(Func<Task<OrdersResult>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (AccountConflictException)
            {
                await Task.Yield();
            }
        }
    }
}
