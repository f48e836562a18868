using System.Text.Json;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using Fincord.Grains.Tests.Storage;

namespace Fincord.Grains.Tests.Trading;

/// <summary>A paper exchange with orders of all kinds, in queues, waiting for triggers and for auctions.</summary>
internal static class BookExamples
{
    /// <summary>How many orders of members work in <see cref="Exchange"/>.</summary>
    public const int Orders = 24;

    private static readonly InstrumentTerms Terms = InstrumentTerms.Of(new(new(42), Sample.Definition("SIM:ACME")));

    private static readonly TradingCalendar Calendar = new(
        new(
            "TEST", "UTC",
            [
                new(
                    [DayOfWeek.Friday],
                    [
                        new(TradingPhase.Continuous, TimeSpan.FromHours(9), TimeSpan.FromHours(16)),
                        new(TradingPhase.ClosingAuction, TimeSpan.FromHours(16), TimeSpan.FromHours(16.25)),
                    ]),
            ], [], []),
        TimeZoneInfo.Utc);

    private static readonly AccountId Account = new(Guid.Parse("00000000-0000-7000-8000-00000000000a"));

    public static PaperExchange Exchange()
    {
        var exchange = new PaperExchange("paper:42", Terms, PaperRules.Default, PaperExchangeState.Empty, Calendar);
        exchange.Observe(Market(9_990, 10_010), TradingPhase.Continuous, Sample.Noon);
        for (var number = 0; number < Orders; number++) Submit(exchange, number);
        exchange.TakeReports();
        return exchange;
    }

    /// <summary>Some orders trade, one is amended, one is cancelled.</summary>
    public static void Trade(PaperExchange exchange)
    {
        var now = new Timestamp(Sample.Noon.Nanoseconds + Timestamp.NanosecondsPerSecond);
        exchange.Observe(Market(9_985, 9_988), TradingPhase.Continuous, now);
        exchange.Execute(Account, new(VenueCommandKind.Amend, IdOf(1), new(42), null, new(new(900), null, null)), now);
        exchange.Execute(Account, new(VenueCommandKind.Cancel, IdOf(7), new(42), null, null), now);
        exchange.TakeReports();
    }

    public static string TextOf(PaperExchangeState state) => JsonSerializer.Serialize(state);

    private static MarketState Market(long bid, long ask) => MarketState.Empty with
    {
        Quote = new(Sample.Noon, bid, new(bid), new(500), new(ask), new(500)),
    };

    private static void Submit(PaperExchange exchange, int number)
    {
        var ticket = new OrderTicket(new(42), number % 2 == 0 ? OrderSide.Buy : OrderSide.Sell, OrderType.Limit, new(100 + number), TimeInForce.GoodTillCancelled);
        ticket = (number % 6) switch
        {
            0 or 1 => ticket with { LimitPrice = new(number % 2 == 0 ? 9_990 : 10_010) },
            2 or 3 => ticket with { LimitPrice = new(number % 2 == 0 ? 9_980 : 10_020), DisplayQuantity = new(10) },
            4 => ticket with { Type = OrderType.Stop, TriggerPrice = new(10_500) },
            _ => ticket with { LimitPrice = new(10_030), TimeInForce = TimeInForce.AtTheClose },
        };
        exchange.Execute(Account, new(VenueCommandKind.Submit, IdOf(number), new(42), new(IdOf(number), Account, ticket, null, []), null), Sample.Noon);
    }

    private static OrderId IdOf(int number) => new(new(number + 1, 7, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));
}
