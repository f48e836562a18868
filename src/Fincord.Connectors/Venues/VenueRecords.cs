using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Venues;

/// <summary>Where an order is at its venue.</summary>
internal enum VenueOrderStatus
{
    Working,
    Triggered,
    Filled,
    Cancelled,
    Expired,
    Rejected,
}

/// <summary>An order as its venue has it.</summary>
/// <param name="VenueId">The venue's own id, by which it names the order in its trades.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Filled">How much of it traded so far.</param>
/// <param name="At">When it changed last.</param>
internal sealed record VenueOrderState(string VenueId, VenueOrderStatus Status, decimal Filled, Timestamp At)
{
    /// <summary>The venue's words for its end.</summary>
    public string? Reason { get; init; }

    public bool HasEnded => Status is not (VenueOrderStatus.Working or VenueOrderStatus.Triggered);
}

/// <summary>One trade of an order, as its venue tells it.</summary>
/// <param name="Id">What tells it from the account's other trades at the venue.</param>
/// <param name="Price">The price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Fee">What was charged, in the instrument's currency.</param>
/// <param name="Liquidity">Maker or taker.</param>
/// <param name="At">When.</param>
internal sealed record VenueTrade(string Id, decimal Price, decimal Quantity, decimal Fee, LiquiditySide Liquidity, Timestamp At);

/// <summary>An order that a venue has, or may have, and what was told of it.</summary>
internal sealed class TrackedOrder(OrderId id, Instrument instrument, Timestamp seenAt)
{
    public OrderId Id { get; } = id;

    public Instrument Instrument { get; } = instrument;

    /// <summary>When this process first heard of it.</summary>
    public Timestamp SeenAt { get; } = seenAt;

    /// <summary>Null until it is known: a cancel names only the order.</summary>
    public OrderTicket? Ticket { get; set; }

    /// <summary>The names that the venue gave it.</summary>
    public HashSet<string> VenueIds { get; } = new(StringComparer.Ordinal);

    public HashSet<FillId> Told { get; } = [];

    /// <summary>How much of its fills was told.</summary>
    public decimal ToldQuantity { get; set; }

    public bool IsAccepted { get; set; }

    public bool IsTriggered { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether the venue placed it by itself.</summary>
    public bool IsForced { get; init; }
}

/// <summary>An order that a venue placed by itself.</summary>
/// <param name="Instrument">Of which instrument.</param>
/// <param name="Ticket">What it is.</param>
/// <param name="State">Where it is.</param>
internal sealed record ForcedOrder(Instrument Instrument, OrderTicket Ticket, VenueOrderState State);

/// <summary>
/// What links need from outside; <paramref name="Tell"/> is <c>IAccountGrain.Report</c> and <paramref name="Compare"/> <c>IAccountGrain.Reconcile</c>,
/// handed in.
/// </summary>
internal sealed record VenueSurroundings(
    Func<AccountId, System.Collections.Immutable.ImmutableArray<VenueReport>, Task> Tell,
    Func<AccountId, Task> Compare,
    Func<InstrumentId, CancellationToken, Task<Instrument?>> FindInstrument,
    TimeProvider Time,
    Func<double> Random,
    VenueOptions Options,
    Microsoft.Extensions.Logging.ILogger Logger)
{
    /// <summary>On what terms instruments are traded.</summary>
    public TradingTerms Terms { get; init; } = TradingTerms.Default;
}
