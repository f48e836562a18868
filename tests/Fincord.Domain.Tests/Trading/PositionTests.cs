using System.Text.Json;
using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading;

public sealed class PositionTests
{
    [Fact]
    public void Selling_part_of_a_long_realizes_against_average_cost()
    {
        var position = Apply(Position.Flat(Acme.InstrumentId), (OrderSide.Buy, 10, 100m), (OrderSide.Sell, 4, 110m));

        Assert.Equal((6, 600m, 40m), (position.Count, position.Cost, position.Realized));
    }

    [Fact]
    public void First_in_first_out_realizes_against_the_oldest_lot()
    {
        var position = Apply(Position.Flat(Acme.InstrumentId), (OrderSide.Buy, 10, 100m), (OrderSide.Buy, 10, 120m), (OrderSide.Sell, 15, 130m));

        Assert.Equal(15 * 130m - 10 * 100m - 5 * 120m, position.RealizedFifo);
        Assert.Equal(15 * (130m - 110m), position.Realized);
        Assert.Equal((5, 600m), (Assert.Single(position.Lots).Count, position.Lots[0].Cost));
    }

    [Fact]
    public void Selling_more_than_is_held_turns_the_position_around()
    {
        var position = Apply(Position.Flat(Acme.InstrumentId), (OrderSide.Buy, 10, 100m), (OrderSide.Sell, 15, 110m));

        Assert.Equal((-5, -550m, 100m), (position.Count, position.Cost, position.Realized));
        Assert.Equal(110m, position.AverageCost(Acme));
    }

    [Fact]
    public void A_fill_that_was_stored_with_the_position_after_it_leads_to_that_position()
    {
        var account = AccountWith(10_000).Place(new(OrderStructure.Single, [new(Id(1), Limit(OrderSide.Buy, 10, 100m))], OrderOrigin.Member), World()).After;
        var filled = account.Apply(Filled(1, OrderSide.Buy, 10, 100m), null, World());
        var stored = JsonSerializer.SerializeToNode(Assert.Single(filled.Events))!.AsObject();
        var position = filled.After.PositionOf(Acme.InstrumentId) with { RealizedFifo = 1 };
        Assert.True(stored.Remove("Currency"));
        stored["Position"] = JsonSerializer.SerializeToNode(position);

        var replayed = account.Apply(stored.Deserialize<AccountEvent>()!).PositionOf(Acme.InstrumentId);

        Assert.Equal(JsonSerializer.Serialize(position), JsonSerializer.Serialize(replayed));
        Assert.Null(Assert.IsType<OrderFilled>(filled.Events[0]).Position);
    }

    private static Position Apply(Position position, params (OrderSide Side, long Quantity, decimal Price)[] fills) => fills.Aggregate(
        position, (held, fill) => held.Apply(fill.Side, new(fill.Quantity), fill.Quantity * fill.Price, 0, Noon, "USD"));
}
