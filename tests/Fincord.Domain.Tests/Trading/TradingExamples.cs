using System.Collections.Frozen;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Domain.Tests.Trading;

/// <summary>The instrument, account and market that the examples of this folder speak of: ACME, in dollars and cents, whole shares.</summary>
internal static class TradingExamples
{
    public static readonly Timestamp Noon = Timestamp.Parse("2026-01-02T12:00:00Z");

    public static readonly InstrumentTerms Acme = InstrumentTerms.Of(new(new(42), new(
        InstrumentKey.Parse("XNAS:ACME"), "Acme", InstrumentType.Equity, "USD", new(2), new(0))));

    public static readonly AccountId Mine = new(Guid.Parse("01980c5e-0000-7000-8000-000000000001"));

    public static AccountSettings CashAccount { get; } =
        new("Mine", new(Guid.Parse("00000000-0000-7000-8000-000000000001")), "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", FeeSchedule.None, RiskLimits.Default);

    /// <summary>The world at noon: ACME at 99.90 to 100.10, unless said otherwise.</summary>
    public static TradingContext World(decimal bid = 99.90m, decimal ask = 100.10m, TradingPhase phase = TradingPhase.Continuous, InstrumentTerms? terms = null, Timestamp? now = null)
    {
        var quote = new Quote(Noon, 1, PriceOf(bid), new(500), PriceOf(ask), new(500));
        var market = new TradedMarket(terms ?? Acme, new MarketState(quote, null, null, Noon), phase);
        return new(
            now ?? Noon,
            new Dictionary<InstrumentId, TradedMarket> { [Acme.InstrumentId] = market }.ToFrozenDictionary(),
            new Dictionary<string, decimal> { ["USD"] = 1 }.ToFrozenDictionary(),
            KillSwitch: null,
            Budget: null);
    }

    /// <summary>An open account with so much money.</summary>
    public static AccountState AccountWith(decimal dollars, AccountSettings? settings = null)
    {
        var open = AccountState.Unopened(Mine).Open(settings ?? CashAccount, Noon).After;
        return dollars == 0 ? open : open.Pay("USD", dollars, "deposit", World()).Decision!.After;
    }

    public static Price PriceOf(decimal price) => new((long)(price * 100));

    public static OrderId Id(int number) => new(new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    public static OrderTicket Limit(OrderSide side, long quantity, decimal price) =>
        new(Acme.InstrumentId, side, OrderType.Limit, new(quantity), TimeInForce.GoodTillCancelled) { LimitPrice = PriceOf(price) };

    public static OrderTicket Market(OrderSide side, long quantity) =>
        new(Acme.InstrumentId, side, OrderType.Market, new(quantity), TimeInForce.ImmediateOrCancel);

    public static VenueReport Tell(VenueReportKind kind, int order) => new("paper", 0, kind, Id(order), Noon);

    public static VenueReport Filled(int order, OrderSide side, long quantity, decimal price, int fill = 1, decimal fee = 0) =>
        Tell(VenueReportKind.Filled, order) with
        {
            Fill = new(new(new Guid(fill, 1, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0])), Id(order), Acme.InstrumentId, side, PriceOf(price), new(quantity),
                LiquiditySide.Taker, fee, Noon, Noon),
        };
}
