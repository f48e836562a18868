using System.Text.Json;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using FsCheck;
using FsCheck.Fluent;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Paper;

/// <summary>A book that accounts of several members share.</summary>
public sealed class LeagueBookTests
{
    private static readonly PaperRules Plain = new(TimeSpan.Zero, SlippageModel.None, FeeSchedule.None, SelfTradePrevention.CancelNewest);

    private readonly PaperExchange _exchange = New(PaperExchangeState.Empty);
    private readonly Dictionary<OrderId, int> _owners = [];
    private int _ids;

    [Fact]
    public void Members_trade_with_each_other_inside_the_markets_spread()
    {
        Show(90m, 110m);
        Submit(1, Limit(OrderSide.Sell, 10, 101m));

        Submit(2, Limit(OrderSide.Buy, 4, 105m));

        Assert.Equal(["1 Filled 4 @ 10100", "2 Filled 4 @ 10100"], Fills());
        Assert.All(_exchange.Capture().Clearing.Values, amount => Assert.Equal(0, amount));
    }

    [Fact]
    public void Of_members_at_one_price_the_first_is_first_and_the_market_stands_among_them()
    {
        Show(100m, 110m, size: 5);
        Submit(1, Limit(OrderSide.Buy, 3, 100m));
        Submit(2, Limit(OrderSide.Buy, 3, 100m));
        Submit(3, Limit(OrderSide.Buy, 3, 101m));

        Submit(4, Limit(OrderSide.Sell, 10, 100m));

        Assert.Equal(["3 Filled 3 @ 10100", "4 Filled 3 @ 10100", "4 Filled 5 @ 10000", "1 Filled 2 @ 10000", "4 Filled 2 @ 10000"], Fills());
    }

    [Fact]
    public void What_one_member_took_of_the_market_is_gone_for_all()
    {
        Show(90m, 110m, size: 10);
        Submit(1, Market(OrderSide.Buy, 8));
        Submit(2, Market(OrderSide.Buy, 8));

        Assert.Equal(["1 Filled 8 @ 11000", "2 Filled 2 @ 11000"], Fills());
    }

    [Fact]
    public void Accounts_of_one_member_do_not_trade_with_each_other()
    {
        Show(90m, 110m);
        Submit(1, Limit(OrderSide.Sell, 10, 100m), owner: 7);
        Submit(2, Limit(OrderSide.Buy, 10, 100m), owner: 7);
        Submit(3, Limit(OrderSide.Buy, 10, 100m), owner: 8);

        Assert.Equal(["1 Filled 10 @ 10000", "3 Filled 10 @ 10000"], Fills());
    }

    [Fact]
    public void Whoever_owns_the_accounts_is_known_after_a_restart()
    {
        Show(90m, 110m);
        Submit(1, Limit(OrderSide.Sell, 10, 100m), owner: 7);
        var restarted = New(JsonSerializer.Deserialize<PaperExchangeState>(JsonSerializer.Serialize(_exchange.Capture()))!);

        Submit(2, Limit(OrderSide.Buy, 10, 100m), owner: 7, on: restarted);

        Assert.DoesNotContain(restarted.TakeReports(), told => told.Report.Fill is not null);
    }

    /// <summary>
    /// Accounts of a few members do at random what they may. Nothing is made or lost, nobody trades with himself, and an exchange that is
    /// restarted now and then tells the same as one that is not.
    /// </summary>
    [Fact]
    public void Whatever_members_do_is_conserved_and_replayed() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (exchange, twin) = (New(PaperExchangeState.Empty), New(PaperExchangeState.Empty));
            var (units, money) = (new Dictionary<AccountId, long>(), new Dictionary<AccountId, decimal>());
            var now = Noon;
            var sent = new List<(int Account, OrderId Id)>();
            for (var step = 0; step < 120; step++)
            {
                now += TimeSpan.FromMilliseconds(random.Next(1, 50));
                Action<PaperExchange> act;
                if (random.Next(4) == 0)
                {
                    var middle = random.Next(9_900, 10_100);
                    var market = MarketState.Empty.With(new(now, step + 1, new(middle - 5), new(random.Next(0, 50)), new(middle + 5), new(random.Next(0, 50))));
                    var phase = random.Next(6) == 0 ? TradingPhase.Halted : TradingPhase.Continuous;
                    act = on => on.Observe(market, phase, now);
                }
                else if (random.Next(6) == 0 && sent.Count > 0)
                {
                    var (account, id) = sent[random.Next(sent.Count)];
                    act = on => on.Execute(AccountOf(account), new(VenueCommandKind.Cancel, id, Acme.InstrumentId, null, null), now);
                }
                else
                {
                    var account = random.Next(1, 9);
                    var ticket = random.Next(4) == 0 ? Market(Side(random), random.Next(1, 30)) : Limit(Side(random), random.Next(1, 30), random.Next(9_950, 10_050) / 100m);
                    var command = Submission(++_ids, account, ticket, owner: account % 4);
                    sent.Add((account, command.OrderId));
                    act = on => on.Execute(AccountOf(account), command, now);
                }
                act(exchange);
                act(twin);
                var (reports, told) = (exchange.TakeReports(), twin.TakeReports());
                Assert.Equal(reports.Select(report => report.Report), told.Select(report => report.Report));
                if (random.Next(8) == 0) twin = New(JsonSerializer.Deserialize<PaperExchangeState>(JsonSerializer.Serialize(twin.Capture()))!);
                foreach (var (account, report) in reports)
                {
                    if (report.Fill is not { } fill) continue;
                    var sign = fill.Side is OrderSide.Buy ? 1 : -1;
                    units[account] = units.GetValueOrDefault(account) + sign * fill.Quantity.Count;
                    money[account] = money.GetValueOrDefault(account) - sign * fill.Quantity.Count * fill.Price.Count / 100m;
                }
                CheckNobodyMetHimself([.. reports.Select(report => report.Report.Fill).OfType<Fill>()]);
            }
            var clearing = exchange.Capture().Clearing;
            Assert.Equal(units.Values.Sum(), clearing.GetValueOrDefault(JournalEntry.UnitOf(Acme.InstrumentId)));
            Assert.Equal(money.Values.Sum(), clearing.GetValueOrDefault("USD"));
        }).QuickCheckThrowOnFailure();

    // Two fills of one step and size that follow each other are the two sides of one trade, when one is a buy and the other a sell.
    private void CheckNobodyMetHimself(Fill[] fills)
    {
        for (var index = 0; index + 1 < fills.Length; index++)
        {
            var (first, second) = (fills[index], fills[index + 1]);
            if (first.Side == second.Side || first.Quantity != second.Quantity || first.Price != second.Price
                || first.Liquidity is not LiquiditySide.Maker || second.Liquidity is not LiquiditySide.Taker) continue;
            Assert.NotEqual(_owners[first.OrderId], _owners[second.OrderId]);
        }
    }

    private static OrderSide Side(Random random) => random.Next(2) == 0 ? OrderSide.Buy : OrderSide.Sell;

    private static PaperExchange New(PaperExchangeState state) => new("paper:42:league:summer", Acme, Plain, state);

    private static AccountId AccountOf(int number) => new(new(number, 7, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    private static MemberId MemberOf(int number) => new(new(number, 9, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    private VenueCommand Submission(int id, int account, OrderTicket ticket, int? owner = null)
    {
        _owners[Id(id)] = owner ?? account;
        return new(
            VenueCommandKind.Submit, Id(id), Acme.InstrumentId, new(Id(id), AccountOf(account), ticket, null, []) { Owner = MemberOf(owner ?? account) }, null);
    }

    private void Submit(int account, OrderTicket ticket, int? owner = null, PaperExchange? on = null) =>
        (on ?? _exchange).Execute(AccountOf(account), Submission(++_ids, account, ticket, owner), Noon);

    private void Show(decimal bid, decimal ask, long size = 500) =>
        _exchange.Observe(MarketState.Empty.With(new(Noon, 1, PriceOf(bid), new(size), PriceOf(ask), new(size))), TradingPhase.Continuous, Noon);

    private string[] Fills() =>
    [
        .. _exchange.TakeReports().Where(told => told.Report.Fill is not null)
            .Select(told => $"{Enumerable.Range(1, 9).Single(number => AccountOf(number) == told.Account)} Filled {told.Report.Fill!.Quantity.Count} @ {told.Report.Fill.Price.Count}"),
    ];
}
