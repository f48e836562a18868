using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;

namespace Fincord.Domain.Trading;

/// <summary>What a venue is asked to do with an order. Asking again for the same does nothing twice: the order's id makes it safe.</summary>
[GenerateSerializer, Alias("trading.venue-command-kind")]
public enum VenueCommandKind : byte
{
    /// <summary>Take it.</summary>
    Submit = 1,
    /// <summary>Change it.</summary>
    Amend = 2,
    /// <summary>Cancel it.</summary>
    Cancel = 3,
}

/// <summary>What goes to a venue, after it is durable with us.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="OrderId">With which order.</param>
/// <param name="InstrumentId">Of which instrument it is.</param>
/// <param name="Order">The order, to submit it.</param>
/// <param name="Amendment">The change, to amend it.</param>
[GenerateSerializer, Immutable, Alias("trading.venue-command")]
public sealed record VenueCommand(VenueCommandKind Kind, OrderId OrderId, InstrumentId InstrumentId, VenueOrder? Order, OrderAmendment? Amendment);

/// <summary>An order as a venue sees it.</summary>
/// <param name="Id">Its id, which is also the client order id.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Ticket">What is wanted.</param>
/// <param name="ProtectionPrice">
/// The worst price at which a market order may fill, because no more than that was set aside for it; what is left is cancelled. Null for
/// orders with a limit price and for those that need no money.
/// </param>
/// <param name="Siblings">The orders of which one cancels the others.</param>
[GenerateSerializer, Immutable, Alias("trading.venue-order")]
public sealed record VenueOrder(OrderId Id, AccountId AccountId, OrderTicket Ticket, Price? ProtectionPrice, ImmutableArray<OrderId> Siblings)
{
    /// <summary>The member whose account it is, where accounts share a book; they do not trade with themselves.</summary>
    [Id(0)]
    public MemberId? Owner { get; init; }

    /// <summary>
    /// What the account has of the instrument without having traded it, in quantity counts: what splits, mergers and the like changed, all
    /// together. A venue that keeps positions of its own by fills adds it to them.
    /// </summary>
    [Id(1)]
    public long Adjusted { get; init; }
}
