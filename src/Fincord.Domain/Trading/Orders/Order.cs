using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>An order and all that became of it.</summary>
/// <param name="Id">Its id; also what the venue knows it by.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Ticket">What its owner wants; amendments change it.</param>
/// <param name="Link">Which other orders it depends on; null for an order of its own.</param>
/// <param name="Origin">Who placed it.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Version">How many changes it has seen; the first is 1.</param>
/// <param name="Filled">How much of it traded.</param>
/// <param name="Cost">The notional of its fills, in the instrument's currency.</param>
/// <param name="Fees">The fees of its fills, in the instrument's currency.</param>
/// <param name="Hold">What is set aside for the rest of it.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="ChangedAt">When it last changed.</param>
[GenerateSerializer, Immutable, Alias("trading.order")]
public sealed record Order(
    OrderId Id,
    AccountId AccountId,
    OrderTicket Ticket,
    OrderLink? Link,
    OrderOrigin Origin,
    OrderStatus Status,
    int Version,
    Quantity Filled,
    decimal Cost,
    decimal Fees,
    Hold Hold,
    Timestamp PlacedAt,
    Timestamp ChangedAt)
{
    /// <summary>Whether its trigger has been touched, or it has none.</summary>
    [Id(0)]
    public bool IsTriggered { get; init; }

    /// <summary>The change that is on its way to the venue.</summary>
    [Id(1)]
    public OrderAmendment? PendingAmendment { get; init; }

    /// <summary>Why it was denied, rejected or cancelled; a code of the one list.</summary>
    [Id(2)]
    public string? Code { get; init; }

    /// <summary>The same in a sentence.</summary>
    [Id(3)]
    public string? Reason { get; init; }

    /// <summary>The worst price at which it may fill when it has no limit: no more than that is set aside for it.</summary>
    [Id(4)]
    public Price? ProtectionPrice { get; init; }

    /// <summary>The numbers behind its denial; null when it was not denied.</summary>
    [Id(5)]
    public Denial? Denial { get; init; }

    /// <summary>How much of it is left; nothing when a venue filled more than was asked for.</summary>
    [JsonIgnore]
    public Quantity Remaining => new(Math.Max(0, Ticket.Quantity.Count - Filled.Count));

    /// <summary>What a pending order goes back to.</summary>
    [JsonIgnore]
    public OrderStatus Working => Filled.Count > 0 ? OrderStatus.PartiallyFilled
        : IsTriggered && Ticket.Type.HasTrigger() ? OrderStatus.Triggered
        : OrderStatus.Accepted;

    /// <summary>What was paid per unit so far; null before the first fill.</summary>
    public decimal? AverageFillPrice(InstrumentTerms terms) =>
        Filled.Count == 0 ? null : Cost / (terms.QuantityScale.ToDecimal(Filled) * terms.ContractSize);

    /// <summary>Whether a transition may happen now.</summary>
    public bool May(OrderTransition transition) => Status.After(transition, Working) is not null;

    /// <summary>The order after an event of its account that tells of it; throws <see cref="InvalidOperationException"/> when that cannot happen.</summary>
    public Order After(OrderAdvanced next)
    {
        var advanced = Move(next.Transition, next.At) with { Code = next.Code ?? Code, Reason = next.Reason ?? Reason, Denial = next.Denial ?? Denial };
        if (next.Hold is { } hold && !advanced.Status.IsEnded()) advanced = advanced with { Hold = hold };
        return next.Transition switch
        {
            OrderTransition.Trigger => advanced with { IsTriggered = true },
            OrderTransition.RequestUpdate => advanced with { PendingAmendment = next.Amendment },
            OrderTransition.Submit => advanced with { Ticket = next.Amendment?.ApplyTo(Ticket) ?? Ticket, ProtectionPrice = next.ProtectionPrice },
            OrderTransition.SettleUpdate or OrderTransition.ChangeByVenue => advanced with
            {
                PendingAmendment = next.Transition is OrderTransition.SettleUpdate ? null : PendingAmendment,
                Ticket = next.Amendment?.ApplyTo(Ticket) ?? Ticket,
                ProtectionPrice = next.ProtectionPrice ?? ProtectionPrice,
            },
            _ => advanced,
        };
    }

    /// <inheritdoc cref="After(OrderAdvanced)"/>
    public Order After(OrderFilled next)
    {
        var filled = new Quantity(Filled.Count + next.Fill.Quantity.Count);
        var isWhole = filled.Count >= Ticket.Quantity.Count;
        var moved = Move(isWhole ? OrderTransition.FillRest : OrderTransition.FillPart, next.At);
        return moved with
        {
            Filled = filled,
            Cost = Cost + next.Notional,
            Fees = Fees + next.Fill.Fee,
            IsTriggered = true,
            Hold = moved.Status.IsEnded() ? Hold.None : Hold.For(Remaining.Count - next.Fill.Quantity.Count, Remaining.Count),
        };
    }

    private Order Move(OrderTransition transition, Timestamp at) =>
        Status.After(transition, Working) is { } next
            ? this with { Status = next, Version = Version + 1, ChangedAt = at, Hold = next.IsEnded() ? Hold.None : Hold }
            : throw new InvalidOperationException($"An order that is {Status} cannot {transition}.");
}

/// <summary>Who placed an order.</summary>
[GenerateSerializer, Alias("trading.order-origin")]
public enum OrderOrigin : byte
{
    /// <summary>A member, by hand.</summary>
    Member = 1,
    /// <summary>A bot.</summary>
    Bot = 2,
    /// <summary>A rule of the account's: it was liquidated.</summary>
    Liquidation = 3,
    /// <summary>A kill switch that closes what is open.</summary>
    KillSwitch = 4,
}

/// <summary>What is set aside for an order, so that it cannot be spent twice.</summary>
/// <param name="Unit">A currency code, or <c>instr:42</c> for units of an instrument; empty for nothing.</param>
/// <param name="Amount">How much.</param>
[GenerateSerializer, Immutable, Alias("trading.hold")]
public readonly record struct Hold([property: Id(0)] string Unit, [property: Id(1)] decimal Amount)
{
    /// <summary>Nothing is set aside.</summary>
    public static readonly Hold None = new("", 0);

    /// <summary>What of it is set aside still when only a part of the order's rest is left; rounded up, so that it never falls short.</summary>
    public Hold For(long left, long before) =>
        left == before ? this : left <= 0 ? None : new(Unit, Currencies.RoundUp(Amount * ((decimal)left / before), Unit));
}


/// <summary>What an order depends on. A bracket is an entry that triggers two exits, of which one cancels the other.</summary>
/// <param name="Parent">The order whose fill sends this one to the venue.</param>
/// <param name="Siblings">The orders of which one cancels the others.</param>
[GenerateSerializer, Immutable, Alias("trading.order-link")]
public sealed record OrderLink(OrderId? Parent, ImmutableArray<OrderId> Siblings);

/// <summary>What is to change of a working order; what is null stays.</summary>
/// <param name="Quantity">The whole quantity, what is filled included.</param>
/// <param name="LimitPrice">The limit price.</param>
/// <param name="TriggerPrice">The trigger price.</param>
[GenerateSerializer, Immutable, Alias("trading.order-amendment")]
public sealed record OrderAmendment(Quantity? Quantity, Price? LimitPrice, Price? TriggerPrice)
{
    /// <summary>The change without what a ticket has already, so that it does not undo what the venue changes meanwhile.</summary>
    public OrderAmendment Beyond(OrderTicket ticket) => new(
        Quantity == ticket.Quantity ? null : Quantity,
        LimitPrice == ticket.LimitPrice ? null : LimitPrice,
        TriggerPrice == ticket.TriggerPrice ? null : TriggerPrice);

    /// <summary>The ticket after the change.</summary>
    public OrderTicket ApplyTo(OrderTicket ticket) => ticket with
    {
        Quantity = Quantity ?? ticket.Quantity,
        LimitPrice = LimitPrice ?? ticket.LimitPrice,
        TriggerPrice = TriggerPrice ?? ticket.TriggerPrice,
    };
}
