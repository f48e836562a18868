using System.Collections.Frozen;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading;

/// <summary>What is denied, with which numbers, and that of several reasons the first of the list is told.</summary>
public sealed class DenialTests
{
    private static readonly InstrumentTerms Strict = Acme with
    {
        TickSize = 5, LotSize = 2, MinQuantity = new(4), MaxQuantity = new(1_000), MinNotional = 500, MaxNotional = 50_000, PriceBand = 0.1m,
    };

    private static readonly AccountSettings Limited = CashAccount with { Limits = RiskLimits.Default with { MaxOrderNotional = 40_000, MaxOpenOrders = 1 } };

    [Theory]
    [InlineData(0, 90.01, DenialCode.OutOfRange, null, null)]           // and the tick, and the band
    [InlineData(4, 0, DenialCode.OutOfRange, null, null)]
    [InlineData(3, 50.01, DenialCode.TickSize, 0.05d, 50.01d)]            // and the lot, the smallest quantity and the band
    [InlineData(3, 99.95, DenialCode.LotSize, 2d, 3d)]
    [InlineData(2, 99.95, DenialCode.MinQuantity, 4d, 2d)]                // and the smallest notional
    [InlineData(1_002, 99.95, DenialCode.MaxQuantity, 1_000d, 1_002d)]
    [InlineData(4, 50, DenialCode.PriceBand, 90d, 50d)]                   // and the smallest notional
    [InlineData(4, 110.05, DenialCode.PriceBand, 110d, 110.05d)]
    [InlineData(4, 99.95, DenialCode.MinNotional, 500d, 399.8d)]
    [InlineData(600, 99.95, DenialCode.MaxNotional, 50_000d, 59_970d)]
    [InlineData(450, 99.95, DenialCode.MaxNotional, 40_000d, 44_977.5d)]  // and the balance
    [InlineData(200, 99.95, DenialCode.InsufficientBalance, 10_000d, 19_990d)]
    public void A_limit_order_is_denied_for_the_first_reason(long quantity, double price, DenialCode code, double? limit, double? actual)
    {
        var denial = Check(AccountWith(10_000, Limited), Limit(OrderSide.Buy, quantity, (decimal)price));

        Assert.Equal((code, (decimal?)limit, (decimal?)actual), (denial!.Code, denial.Limit, denial.Actual));
    }

    [Fact]
    public void What_fits_is_not_denied() => Assert.Null(Check(AccountWith(10_000, Limited), Limit(OrderSide.Buy, 10, 99.95m)));

    [Fact]
    public void A_ticket_that_contradicts_itself_is_denied_before_its_numbers_are_looked_at() =>
        Assert.Equal(DenialCode.InvalidTicket, Check(AccountWith(0), Limit(OrderSide.Buy, 0, 99.95m) with { LimitPrice = null })!.Code);

    [Fact]
    public void A_date_that_has_passed_is_denied() => Assert.Equal(
        DenialCode.AlreadyExpired, Check(AccountWith(0), Limit(OrderSide.Buy, 10, 50m) with { TimeInForce = TimeInForce.GoodTillDate, ExpiresAt = Noon })!.Code);

    [Fact]
    public void What_cannot_wait_is_denied_while_the_market_is_closed() =>
        Assert.Equal(DenialCode.MarketClosed, Check(AccountWith(0), Market(OrderSide.Buy, 10), World(phase: TradingPhase.Closed, terms: Strict))!.Code);

    [Fact]
    public void Without_a_price_nobody_knows_what_a_market_order_costs()
    {
        var silent = new TradedMarket(Strict, MarketState.Empty, TradingPhase.Continuous);
        var world = World() with { Markets = new Dictionary<InstrumentId, TradedMarket> { [Acme.InstrumentId] = silent }.ToFrozenDictionary() };

        Assert.Equal(DenialCode.NoMarketPrice, Check(AccountWith(10_000), Market(OrderSide.Buy, 10), world)!.Code);
    }

    [Fact]
    public void A_second_open_order_is_denied_where_one_is_allowed()
    {
        var account = AccountWith(10_000, Limited).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 10, 99.95m)), World(terms: Strict)).After;

        var denial = Check(account, Limit(OrderSide.Buy, 10, 99.95m));

        Assert.Equal((DenialCode.MaxOpenOrders, 1m, 2m), (denial!.Code, denial.Limit, denial.Actual));
    }

    [Fact]
    public void A_cash_account_neither_goes_short_nor_reduces_what_it_does_not_have()
    {
        Assert.Equal(DenialCode.ShortNotAllowed, Check(AccountWith(10_000), Limit(OrderSide.Sell, 10, 99.95m))!.Code);
        var reduce = Check(AccountWith(10_000), Limit(OrderSide.Sell, 10, 99.95m) with { Flags = OrderFlags.ReduceOnly });
        Assert.Equal((DenialCode.ReduceOnly, 0m, 10m), (reduce!.Code, reduce.Limit, reduce.Actual));
    }

    [Fact]
    public void A_leased_budget_that_is_used_up_denies()
    {
        var denial = Check(AccountWith(10_000), Limit(OrderSide.Buy, 10, 99.95m), World(terms: Strict) with { Budget = new(400, 500, RiskScope.All, null, 0, default, null) });

        Assert.Equal((DenialCode.BudgetExhausted, 500m, 999.5m), (denial!.Code, denial.Limit, denial.Actual));
    }

    [Theory]
    [InlineData(1, DenialCode.InsufficientMargin, 10_000d, 19_990d)]
    [InlineData(2, null, null, null)]       // half of it is enough
    public void On_margin_an_order_needs_what_its_leverage_leaves_of_its_notional(int leverage, DenialCode? code, double? limit, double? actual)
    {
        var account = AccountWith(10_000, CashAccount with { Kind = AccountKind.Margin, Leverage = leverage });

        var denial = Check(account, Limit(OrderSide.Buy, 200, 99.95m));

        Assert.Equal((code, (decimal?)limit, (decimal?)actual), (denial?.Code, denial?.Limit, denial?.Actual));
    }

    [Theory]
    [InlineData(40, DenialCode.DailyLoss)]
    [InlineData(41, DenialCode.Drawdown)]
    public void A_daily_loss_is_told_before_a_drawdown_and_both_before_a_budget_and_the_margin(int maxDailyLoss, DenialCode code)
    {
        var settings = CashAccount with { Kind = AccountKind.Margin, Limits = RiskLimits.Default with { MaxDailyLoss = maxDailyLoss, MaxDrawdown = 0.001m } };
        var account = AccountWith(10_000, settings) with { DayEquity = 10_040, PeakEquity = 10_040 };

        var denial = Check(account, Limit(OrderSide.Buy, 200, 99.95m), World(terms: Strict) with { Budget = new(400, 500, RiskScope.All, null, 0, default, null) });

        Assert.Equal(code, denial!.Code);
    }

    private static Denial? Check(AccountState account, OrderTicket ticket, TradingContext? context = null)
    {
        var world = context ?? World(bid: 99.95m, ask: 100.05m, terms: Strict);
        var market = world.Markets[Acme.InstrumentId];
        OrderCost? cost = null;
        // What is out of range has no cost; it is denied before anyone asks for it.
        if (ticket.Quantity.Count > 0) cost = OrderCost.Of(account, ticket, ticket.Quantity, market);
        return PreTradeRisk.Check(account, ticket, cost, market, world, OrderOrigin.Member, orders: 1);
    }
}
