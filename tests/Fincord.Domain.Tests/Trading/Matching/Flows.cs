using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Domain.Tests.Trading.Matching;

/// <summary>Random flows of commands of four owners that use all a book knows, so close together that orders meet often.</summary>
internal static class Flows
{
    public const int Length = 150;

    // From one end of all prices to the other, with neighbours and gaps.
    private static readonly long[] WidePrices =
        [long.MinValue, long.MinValue + 1, -1_000_000_000_000, -4_294_967_297, -65, -64, -1, 0, 1, 63, 64, 4_294_967_296, 1_000_000_000_000, long.MaxValue - 1, long.MaxValue];

    /// <summary>Auctions, halts and price bands included.</summary>
    public static Arbitrary<BookCommand[]> All => Of(dice => 90 + dice % 21, hasPhases: true);

    /// <summary>Continuous trading only.</summary>
    public static Arbitrary<BookCommand[]> Continuous => Of(dice => 90 + dice % 21, hasPhases: false);

    /// <summary>Continuous trading at prices as far apart as 64 bits allow.</summary>
    public static Arbitrary<BookCommand[]> Wide => Of(dice => WidePrices[dice % WidePrices.Length], hasPhases: false);

    private static Arbitrary<BookCommand[]> Of(Func<int, long> price, bool hasPhases) =>
        Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 99_999), 12), Length).Select(flow => flow.Select((dice, index) => Command(dice, index, price, hasPhases)).ToArray()).ToArbitrary();

    private static BookCommand Command(int[] dice, int index, Func<int, long> price, bool hasPhases) => (dice[0] % 100) switch
    {
        < 12 => new BookCommand.Cancel(1 + dice[1] % (index + 1)),
        < 24 => new BookCommand.Amend(1 + dice[1] % (index + 1), price(dice[2]), dice[3] % 30),
        < 30 when hasPhases => new BookCommand.Move((TradingPhase)(1 + dice[1] % 5), dice[2] % 3 == 0 ? null : 85 + dice[3] % 31),
        < 33 when hasPhases => new BookCommand.Limit(dice[1] % 2 == 0 ? PriceBand.Unlimited : new(90 + dice[2] % 8, 110 - dice[3] % 8)),
        _ => new BookCommand.Submit(Order(dice, index, price, hasPhases)),
    };

    private static BookOrder Order(int[] dice, int index, Func<int, long> price, bool hasPhases) => new()
    {
        Id = dice[1] % 50 == 0 ? 1 + dice[2] % (index + 1) : index + 1,
        Owner = dice[3] % 4,
        Side = dice[4] % 2 == 0 ? OrderSide.Buy : OrderSide.Sell,
        Type = dice[5] % 8 == 0 ? OrderType.Market : OrderType.Limit,
        TimeInForce = (dice[6] % 20) switch
        {
            0 or 1 => TimeInForce.ImmediateOrCancel,
            2 or 3 => TimeInForce.FillOrKill,
            4 when hasPhases => TimeInForce.AtTheOpen,
            5 when hasPhases => TimeInForce.AtTheClose,
            6 => TimeInForce.Day,
            7 => TimeInForce.GoodTillDate,
            _ => TimeInForce.GoodTillCancelled,
        },
        Price = price(dice[7]),
        Quantity = dice[8] % 40 == 0 ? -(dice[8] % 3) : 1 + dice[8] % 25,
        Display = dice[9] % 4 == 0 ? 1 + dice[9] % 7 : 0,
        Flags = dice[10] % 8 == 0 ? OrderFlags.PostOnly : OrderFlags.None,
        SelfTradePrevention = (SelfTradePrevention)(dice[11] % 5),
    };
}
