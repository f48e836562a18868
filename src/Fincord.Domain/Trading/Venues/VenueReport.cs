using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What a venue tells of an order.</summary>
[GenerateSerializer, Alias("trading.venue-report-kind")]
public enum VenueReportKind : byte
{
    /// <summary>It was taken.</summary>
    Accepted = 1,
    /// <summary>It was refused.</summary>
    Rejected = 2,
    /// <summary>Its trigger was touched.</summary>
    Triggered = 3,
    /// <summary>It was changed, as asked or by the venue itself.</summary>
    Updated = 4,
    /// <summary>It was not changed.</summary>
    UpdateRefused = 5,
    /// <summary>It was cancelled.</summary>
    Cancelled = 6,
    /// <summary>It was not cancelled, because it has ended or is not known.</summary>
    CancelRefused = 7,
    /// <summary>Its time was over.</summary>
    Expired = 8,
    /// <summary>Some or all of it traded.</summary>
    Filled = 9,
}

/// <summary>One thing that a venue tells of an order. It may be told again; the sequence and the fill's id make that safe.</summary>
/// <param name="Venue">Which venue's book or connection tells it; its sequence is counted there.</param>
/// <param name="Sequence">Its number among what the venue told this account, from 1 without gaps; 0 where the venue does not count.</param>
/// <param name="Kind">What.</param>
/// <param name="OrderId">Of which order.</param>
/// <param name="OccurredAt">When, by the venue's clock.</param>
[GenerateSerializer, Immutable, Alias("trading.venue-report")]
public sealed record VenueReport(string Venue, long Sequence, VenueReportKind Kind, OrderId OrderId, Timestamp OccurredAt)
{
    /// <summary>What traded.</summary>
    [Id(0)]
    public Fill? Fill { get; init; }

    /// <summary>The change that was made.</summary>
    [Id(1)]
    public OrderAmendment? Amendment { get; init; }

    /// <summary>Why it was refused or ended; a code of the one list.</summary>
    [Id(2)]
    public string? Code { get; init; }

    /// <summary>The same in a sentence.</summary>
    [Id(3)]
    public string? Reason { get; init; }

    /// <summary>What the order is, when the venue placed it by itself: a liquidation.</summary>
    [Id(4)]
    public OrderTicket? Ticket { get; init; }
}
