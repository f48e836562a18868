using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Trading;

/// <summary>How orders that are placed together belong together.</summary>
[GenerateSerializer, Alias("trading.order-structure")]
public enum OrderStructure : byte
{
    /// <summary>One order.</summary>
    Single = 1,
    /// <summary>
    /// One cancels the other (OCO): what fills of one is taken from the others; cancelling one cancels all. Between a fill and the others'
    /// cancel, as long as the message travels, a live venue may fill another, too; such a fill is booked like any other.
    /// </summary>
    OneCancelsOther = 2,
    /// <summary>One triggers the other (OTO): the first is placed; the others follow when it is filled, for what was filled of it.</summary>
    OneTriggersOther = 3,
    /// <summary>An entry that triggers two exits of which one cancels the other.</summary>
    Bracket = 4,
}

/// <summary>Orders to be placed together; all of them are taken, or all denied.</summary>
/// <param name="Structure">How they belong together.</param>
/// <param name="Orders">One order; or two to four for the structures, the entry first.</param>
/// <param name="Origin">Who places them.</param>
[GenerateSerializer, Immutable, Alias("trading.new-orders")]
public sealed record NewOrders(OrderStructure Structure, ImmutableArray<NewOrder> Orders, OrderOrigin Origin)
{
    /// <summary>One order of a member.</summary>
    public static NewOrders Single(OrderId id, OrderTicket ticket) => new(OrderStructure.Single, [new(id, ticket)], OrderOrigin.Member);

    /// <summary>What the order at <paramref name="index"/> depends on.</summary>
    public OrderLink? LinkOf(int index) => Structure switch
    {
        OrderStructure.OneCancelsOther => new(null, Others(0, index)),
        OrderStructure.OneTriggersOther => index == 0 ? null : new(Orders[0].Id, []),
        OrderStructure.Bracket => index == 0 ? null : new(Orders[0].Id, Others(1, index)),
        _ => null,
    };

    /// <summary>Whether the structure has the number of orders that it needs.</summary>
    [JsonIgnore]
    public bool IsWellFormed => Structure switch
    {
        OrderStructure.Single => Orders.Length == 1,
        OrderStructure.OneCancelsOther => Orders.Length is >= 2 and <= 4 && HaveOneInstrument(0) && HaveOneQuantity(),
        OrderStructure.OneTriggersOther => Orders.Length is >= 2 and <= 4,
        OrderStructure.Bracket => Orders.Length == 3 && HaveOneInstrument(0) && AreExits(),
        _ => false,
    };

    private ImmutableArray<OrderId> Others(int from, int index) =>
        [.. Orders.Where((_, other) => other >= from && other != index).Select(order => order.Id)];

    private bool HaveOneInstrument(int from) => Orders.Skip(from).All(order => order.Ticket.InstrumentId == Orders[0].Ticket.InstrumentId);

    private bool HaveOneQuantity() => Orders.All(order => order.Ticket.Quantity == Orders[0].Ticket.Quantity);

    private bool AreExits() => Orders.Skip(1).All(order =>
        order.Ticket.Side != Orders[0].Ticket.Side && order.Ticket.Quantity == Orders[0].Ticket.Quantity);
}

/// <summary>One of the orders.</summary>
/// <param name="Id">Its id, handed in.</param>
/// <param name="Ticket">What is wanted.</param>
[GenerateSerializer, Immutable, Alias("trading.new-order")]
public sealed record NewOrder(OrderId Id, OrderTicket Ticket);
