using System.Text.Json;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Domain.Tests.Trading.Matching;

/// <summary>What holds for every flow of orders: the engine against the plainest reading of the rules, and against each promise by itself.</summary>
public sealed class MatchingProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("FINCORD_SOAK") == "1" ? 20_000 : 300);

    [Fact]
    public void The_engine_and_the_naive_book_tell_the_same_tape_and_hold_the_same_orders() => Check.One(Runs, Prop.ForAll(Flows.All, EqualsNaive));

    [Fact]
    public void They_do_at_prices_as_far_apart_as_64_bits_allow() => Check.One(Runs, Prop.ForAll(Flows.Wide, EqualsNaive));

    [Fact]
    public void The_book_is_never_crossed_in_continuous_trading() => ForEachStep(Flows.All, step =>
    {
        if (step.Engine.Phase == TradingPhase.Continuous) Assert.False(step.Engine.BestAsk <= step.Engine.BestBid);
    });

    [Fact]
    public void Every_lot_is_open_or_traded_or_cancelled() => ForEachStep(Flows.All, step =>
    {
        var after = step.Engine.Capture().Orders.ToDictionary(order => order.Id);
        foreach (var id in step.Before.Keys.Concat(after.Keys).Append(step.Target).Distinct().Where(id => id != 0))
        {
            var (before, now) = (step.Before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            var touching = step.Events.Where(happened => happened.OrderId == id || happened.CounterOrderId == id).ToArray();
            Assert.Equal(before.Open + (id == step.Target ? step.Added : 0) - touching.Sum(happened => happened.Quantity), now.Open);
            if (now.Open > 0) Assert.Equal(before.Filled + touching.Where(IsTrade).Sum(happened => happened.Quantity), now.Filled);
        }
    });

    [Fact]
    public void The_market_sees_what_the_orders_display() => ForEachStep(Flows.All, step =>
    {
        var levels = new DepthLevel[Flows.Length];
        foreach (var side in Enum.GetValues<OrderSide>())
        {
            var count = step.Engine.CopyDepth(side, levels);
            var expected =
                from order in step.Engine.Capture().Orders
                where order.Side == side && !order.IsWaiting && order.Type == OrderType.Limit
                group order by order.Price into level
                orderby side == OrderSide.Buy ? -level.Key : level.Key
                select new DepthLevel(level.Key, level.Sum(order => order.Displayed), level.Count());
            Assert.Equal(expected, levels[..count]);
        }
    });

    [Fact]
    public void A_taker_trades_at_its_limit_or_better_and_leaves_no_better_order_behind() => ForEachStep(Flows.Continuous, step =>
    {
        if (step.Command is not BookCommand.Submit { Order: var taker } || step.Events.Where(IsTrade).ToArray() is not { Length: > 0 } trades) return;
        var sign = taker.Side == OrderSide.Buy ? 1 : -1;
        Assert.All(trades, trade => Assert.True(taker.Type == OrderType.Market || sign * trade.Price <= sign * taker.Price));
        Assert.Equal(trades.Select(trade => sign * trade.Price).Order(), trades.Select(trade => sign * trade.Price));
        var worst = trades[^1].Price;
        Assert.DoesNotContain(step.Engine.Capture().Orders, maker => maker.Side != taker.Side && sign * maker.Price < sign * worst);
        foreach (var level in trades.GroupBy(trade => trade.Price))
        {
            // First come, first served: what stood before a maker at its price traded or fell to self-trade prevention before it did.
            var queue = step.Before.Values.Where(maker => maker.Side != taker.Side && maker.Price == level.Key).Select(maker => maker.Id).ToList();
            var served = step.Events.Where(happened => queue.Contains(happened.OrderId)).Select(happened => happened.OrderId).Distinct().ToList();
            Assert.Equal(queue[..served.Count], served);
        }
    });

    [Fact]
    public void Fill_or_kill_is_all_or_nothing() => ForEachStep(Flows.Continuous, step =>
    {
        if (step.Command is not BookCommand.Submit { Order: { TimeInForce: TimeInForce.FillOrKill } order } || !step.Result.IsAccepted) return;
        Assert.Equal(0, step.Result.Open);
        Assert.True(step.Result.Filled == order.Quantity || step.Events is [{ Type: BookEventType.Cancelled, Reason: BookCancelReason.FillOrKill }]);
        Assert.True(step.Result.Filled is 0 || step.Events.Where(IsTrade).Sum(trade => trade.Quantity) == order.Quantity);
    });

    [Fact]
    public void Post_only_never_takes() => ForEachStep(Flows.All, step =>
    {
        var postOnly = step.Before.Values.Where(order => order.Flags == OrderFlags.PostOnly).Select(order => order.Id).ToHashSet();
        if (step.Command is BookCommand.Submit { Order: { Flags: OrderFlags.PostOnly } order }) postOnly.Add(order.Id);
        Assert.DoesNotContain(step.Events, happened => IsTrade(happened) && happened.Aggressor != default && postOnly.Contains(happened.CounterOrderId));
    });

    [Fact]
    public void An_owner_that_prevents_it_never_trades_with_himself() => ForEachStep(Flows.Continuous, step =>
    {
        var taker = step.Command is BookCommand.Submit submit ? submit.Order.Owner
            : step.Command is BookCommand.Amend amend ? step.Before.GetValueOrDefault(amend.Id).Owner : 0;
        var choice = step.Command is BookCommand.Submit { Order.SelfTradePrevention: var chosen } ? chosen : step.Before.GetValueOrDefault(step.Target).SelfTradePrevention;
        if (taker == 0 || choice == SelfTradePrevention.None) return;
        Assert.DoesNotContain(step.Events, happened => IsTrade(happened) && step.Before[happened.OrderId].Owner == taker);
    });

    [Fact]
    public void What_is_refused_changes_nothing() => ForEachStep(Flows.All, step =>
    {
        if (step.Result.IsAccepted) return;
        Assert.Empty(step.Events);
        Assert.Equal(step.StateBefore, step.Engine.Capture());
    });

    [Fact]
    public void A_book_restored_at_any_moment_goes_on_with_the_same_tape() => Check.One(Runs, Prop.ForAll(Flows.All, Gen.Choose(0, Flows.Length).ToArbitrary(), (flow, moment) =>
    {
        var original = new MatchingEngine();
        foreach (var command in flow[..moment]) command.To(original);
        var state = original.Capture();
        var kept = JsonSerializer.Deserialize<BookState>(JsonSerializer.Serialize(state))!;
        Assert.Equal(state, kept);
        var restored = new MatchingEngine(kept);
        Assert.Equal(state, restored.Capture());
        foreach (var command in flow[moment..])
        {
            Assert.Equal(command.To(original), command.To(restored));
            Assert.Equal(original.Events, restored.Events);
        }
        Assert.Equal(original.Capture(), restored.Capture());
    }));

    [Fact]
    public void Two_runs_of_one_flow_give_the_same_tape() => Check.One(Runs, Prop.ForAll(Flows.All, flow => Assert.Equal(TapeOf(flow), TapeOf(flow))));

    private static void EqualsNaive(BookCommand[] flow)
    {
        var (engine, naive) = (new MatchingEngine(capacity: 1), new NaiveBook());
        foreach (var command in flow)
        {
            Assert.Equal(naive.Do(command), command.To(engine));
            Assert.Equal(naive.Events, engine.Events.ToArray());
            Assert.Equal(naive.State(), engine.Capture());
        }
    }

    private static BookEvent[] TapeOf(BookCommand[] flow)
    {
        var engine = new MatchingEngine();
        var tape = new List<BookEvent>();
        foreach (var command in flow)
        {
            command.To(engine);
            tape.AddRange(engine.Events);
        }
        Assert.Equal(Enumerable.Range(1, tape.Count).Select(number => (long)number), tape.Select(happened => happened.Sequence));
        return [.. tape];
    }

    private static bool IsTrade(BookEvent happened) => happened.Type == BookEventType.Traded;

    private static void ForEachStep(Arbitrary<BookCommand[]> flows, Action<Step> holds) => Check.One(Runs, Prop.ForAll(flows, flow =>
    {
        var engine = new MatchingEngine();
        foreach (var command in flow)
        {
            var before = engine.Capture();
            var result = command.To(engine);
            holds(new(engine, before, command, result, [.. engine.Events]));
        }
    }));

    /// <summary>A command, what it did, and the book before it.</summary>
    private sealed record Step(MatchingEngine Engine, BookState StateBefore, BookCommand Command, BookResult Result, BookEvent[] Events)
    {
        public Dictionary<long, BookStateOrder> Before { get; } = StateBefore.Orders.ToDictionary(order => order.Id);

        /// <summary>The order that the command is about, 0 when it is about all.</summary>
        public long Target => Command switch
        {
            BookCommand.Submit submit => submit.Order.Id,
            BookCommand.Cancel cancel => cancel.Id,
            BookCommand.Amend amend => amend.Id,
            _ => 0,
        };

        /// <summary>Lots that the command brought into the book, or took from its order by asking for fewer.</summary>
        public long Added => Command switch
        {
            _ when !Result.IsAccepted => 0,
            BookCommand.Submit submit => submit.Order.Quantity,
            BookCommand.Amend amend when amend.Quantity > Before[amend.Id].Filled => amend.Quantity - Before[amend.Id].Quantity,
            _ => 0,
        };
    }
}
