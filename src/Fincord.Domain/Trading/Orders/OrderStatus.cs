namespace Fincord.Domain.Trading;

/// <summary>Where an order is in its life.</summary>
[GenerateSerializer, Alias("trading.order-status")]
public enum OrderStatus : byte
{
    /// <summary>Known to us only: it waits for the order that it depends on.</summary>
    Initialized = 1,
    /// <summary>Refused by us before it went anywhere.</summary>
    Denied = 2,
    /// <summary>On its way to the venue; what is durable from here on is sent again after a crash.</summary>
    Submitted = 3,
    /// <summary>Working at the venue.</summary>
    Accepted = 4,
    /// <summary>Refused by the venue.</summary>
    Rejected = 5,
    /// <summary>Its trigger was touched; it works as a market or limit order now.</summary>
    Triggered = 6,
    /// <summary>A change is on its way to the venue.</summary>
    PendingUpdate = 7,
    /// <summary>A cancel is on its way to the venue.</summary>
    PendingCancel = 8,
    /// <summary>Some of it traded, the rest is working.</summary>
    PartiallyFilled = 9,
    /// <summary>All of it traded.</summary>
    Filled = 10,
    /// <summary>Ended by its owner, by another order, or by a rule.</summary>
    Cancelled = 11,
    /// <summary>Ended by its time in force.</summary>
    Expired = 12,
}

/// <summary>What happens to an order.</summary>
public enum OrderTransition : byte
{
    /// <summary>We refused it.</summary>
    Deny = 1,
    /// <summary>It goes to the venue.</summary>
    Submit = 2,
    /// <summary>The venue took it.</summary>
    Accept = 3,
    /// <summary>The venue refused it.</summary>
    Reject = 4,
    /// <summary>Its trigger was touched.</summary>
    Trigger = 5,
    /// <summary>Its owner asks for a change.</summary>
    RequestUpdate = 6,
    /// <summary>The venue made the change, or refused it.</summary>
    SettleUpdate = 7,
    /// <summary>Its owner, or a rule of ours, asks to cancel it.</summary>
    RequestCancel = 8,
    /// <summary>The venue refused to cancel it.</summary>
    RefuseCancel = 9,
    /// <summary>It was cancelled.</summary>
    Cancel = 10,
    /// <summary>Its time was over.</summary>
    Expire = 11,
    /// <summary>Part of it traded.</summary>
    FillPart = 12,
    /// <summary>The rest of it traded.</summary>
    FillRest = 13,
    /// <summary>The venue changed it by itself.</summary>
    ChangeByVenue = 14,
}

/// <summary>The life of an order: one table of what may happen when.</summary>
public static class OrderLifeCycle
{
    /// <summary>Whether nothing more is expected.</summary>
    public static bool IsEnded(this OrderStatus status) => status
        is OrderStatus.Denied or OrderStatus.Rejected or OrderStatus.Filled or OrderStatus.Cancelled or OrderStatus.Expired;

    /// <summary>Whether the venue has it, or may have it.</summary>
    public static bool IsAtVenue(this OrderStatus status) => !status.IsEnded() && status is not OrderStatus.Initialized;

    /// <summary>
    /// The status after a transition, or null when that cannot happen. <paramref name="working"/> is what a pending order goes back to:
    /// accepted, triggered or partially filled.
    /// </summary>
    public static OrderStatus? After(this OrderStatus status, OrderTransition transition, OrderStatus working) => (status, transition) switch
    {
        (OrderStatus.Initialized, OrderTransition.Deny) => OrderStatus.Denied,
        (OrderStatus.Initialized, OrderTransition.Submit) => OrderStatus.Submitted,
        (OrderStatus.Initialized, OrderTransition.SettleUpdate) => OrderStatus.Initialized,     // nobody else needs to be asked
        (OrderStatus.Initialized, OrderTransition.Cancel) => OrderStatus.Cancelled,         // its parent ended, or its owner gave it up
        (OrderStatus.Initialized, OrderTransition.Expire) => OrderStatus.Expired,

        (OrderStatus.Submitted, OrderTransition.Accept) => OrderStatus.Accepted,
        (OrderStatus.Submitted, OrderTransition.Reject) => OrderStatus.Rejected,
        (OrderStatus.Submitted, OrderTransition.RequestCancel) => OrderStatus.PendingCancel,    // the venue may not have it yet, and refuse
        (OrderStatus.Submitted, OrderTransition.Trigger) => OrderStatus.Triggered,              // the acceptance was lost, or comes later
        (OrderStatus.Submitted, OrderTransition.Cancel) => OrderStatus.Cancelled,               // IOC: cancelled with its acceptance
        (OrderStatus.Submitted, OrderTransition.Expire) => OrderStatus.Expired,
        (OrderStatus.Submitted, OrderTransition.FillPart) => OrderStatus.PartiallyFilled,       // filled at once
        (OrderStatus.Submitted, OrderTransition.FillRest) => OrderStatus.Filled,

        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.Accept) => status,   // told twice
        (OrderStatus.Accepted or OrderStatus.PartiallyFilled, OrderTransition.Trigger) => OrderStatus.Triggered,
        (OrderStatus.Accepted or OrderStatus.Triggered, OrderTransition.Reject) => OrderStatus.Rejected,                   // on triggering
        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.RequestUpdate) => OrderStatus.PendingUpdate,
        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.SettleUpdate or OrderTransition.ChangeByVenue) => status,
        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.RequestCancel) => OrderStatus.PendingCancel,
        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.Cancel) => OrderStatus.Cancelled,
        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.Expire) => OrderStatus.Expired,
        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.FillPart) => OrderStatus.PartiallyFilled,
        (OrderStatus.Accepted or OrderStatus.Triggered or OrderStatus.PartiallyFilled, OrderTransition.FillRest) => OrderStatus.Filled,

        (OrderStatus.PendingUpdate, OrderTransition.SettleUpdate) => working,
        (OrderStatus.PendingUpdate, OrderTransition.RequestCancel) => OrderStatus.PendingCancel,
        (OrderStatus.PendingUpdate or OrderStatus.PendingCancel, OrderTransition.Accept) => status,
        (OrderStatus.PendingUpdate or OrderStatus.PendingCancel, OrderTransition.Trigger) => status,
        (OrderStatus.PendingUpdate or OrderStatus.PendingCancel, OrderTransition.Reject) => OrderStatus.Rejected,
        (OrderStatus.PendingUpdate or OrderStatus.PendingCancel, OrderTransition.Cancel) => OrderStatus.Cancelled,
        (OrderStatus.PendingUpdate or OrderStatus.PendingCancel, OrderTransition.Expire) => OrderStatus.Expired,
        (OrderStatus.PendingUpdate or OrderStatus.PendingCancel, OrderTransition.FillPart) => status,       // what is asked for is still on its way
        (OrderStatus.PendingUpdate or OrderStatus.PendingCancel, OrderTransition.FillRest) => OrderStatus.Filled,
        (OrderStatus.PendingCancel, OrderTransition.SettleUpdate or OrderTransition.ChangeByVenue) => status,
        (OrderStatus.PendingUpdate, OrderTransition.ChangeByVenue) => status,
        (OrderStatus.PendingCancel, OrderTransition.RefuseCancel) => working,

        // A fill that the venue made before it cancelled, told late: it is a fact, and what is held must show it.
        (OrderStatus.Cancelled or OrderStatus.Expired or OrderStatus.Rejected, OrderTransition.FillPart) => status,
        (OrderStatus.Cancelled or OrderStatus.Expired or OrderStatus.Rejected, OrderTransition.FillRest) => OrderStatus.Filled,

        _ => null,
    };
}
