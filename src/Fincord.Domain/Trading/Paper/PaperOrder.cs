using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;

namespace Fincord.Domain.Trading.Paper;

/// <summary>An order that works at a paper exchange.</summary>
/// <param name="Number">What the book knows it by.</param>
/// <param name="Order">The order as it was submitted, with its changes.</param>
/// <param name="Filled">How much of it traded.</param>
/// <param name="Trigger">The price that activates it; null when it is active, or never needed one.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
[GenerateSerializer, Immutable, Alias("trading.paper-order")]
public sealed record PaperOrder(long Number, VenueOrder Order, Quantity Filled, Price? Trigger, PaperStage Stage, Timestamp AcceptedAt)
{
    /// <summary>Those of which it cancels one another that have not come here yet.</summary>
    [Id(0)]
    public ImmutableArray<OrderId> Awaited { get; init; } = [];

    /// <summary>When it expires; null when it does not.</summary>
    [Id(1)]
    public Timestamp? ExpiresAt { get; init; }

    /// <summary>How much of it is left.</summary>
    [JsonIgnore]
    public Quantity Remaining => new(Order.Ticket.Quantity.Count - Filled.Count);

    /// <summary>What is wanted.</summary>
    [JsonIgnore]
    public OrderTicket Ticket => Order.Ticket;
}

/// <summary>Where a working order is.</summary>
[GenerateSerializer, Alias("trading.paper-stage")]
public enum PaperStage : byte
{
    /// <summary>It waits for the market to touch its trigger.</summary>
    AwaitingTrigger = 1,
    /// <summary>It waits for the call of its auction to begin.</summary>
    AwaitingAuction = 2,
    /// <summary>It rests in the book.</summary>
    Resting = 3,
    /// <summary>It waits for a phase in which the book takes it.</summary>
    AwaitingOpening = 4,
}

/// <summary>What a paper exchange knows of an account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Sequence">The number of the last report to it.</param>
/// <param name="Position">What its fills here add up to, in quantity counts.</param>
/// <param name="VolumeDay">The UTC day of the last entry of <paramref name="Volumes"/>, in days since 1970-01-01.</param>
/// <param name="Volumes">Its notional of the last thirty days, a day each, the oldest first.</param>
[GenerateSerializer, Immutable, Alias("trading.paper-account")]
public sealed record PaperAccount(
    AccountId Id, long Sequence, long Position, long VolumeDay, ImmutableArray<decimal> Volumes)
{
    private const int Days = 30;

    /// <summary>The member whose account it is, where several share the book; null where it has the book for itself.</summary>
    [Id(0)]
    public MemberId? Owner { get; init; }

    /// <summary>What it has without having traded it here, in quantity counts, as its last order told.</summary>
    [Id(10)]
    public long Adjusted { get; init; }

    /// <summary>What it has, in quantity counts.</summary>
    [JsonIgnore]
    public long Held => Position + Adjusted;

    /// <summary>An account that never traded here.</summary>
    public static PaperAccount New(AccountId id) => new(id, 0, 0, 0, []);

    /// <summary>Its notional of the last thirty days.</summary>
    public decimal VolumeAt(long day) => Volumes.Where((_, index) => VolumeDay - (Volumes.Length - 1 - index) > day - Days).Sum();

    /// <summary>The account after a fill.</summary>
    public PaperAccount Traded(long delta, decimal notional, long day)
    {
        var volumes = Volumes;
        for (var missing = Volumes.IsEmpty ? 1 : Math.Min(Days, day - VolumeDay); missing > 0; missing--) volumes = volumes.Add(0);
        if (volumes.Length > Days) volumes = volumes.RemoveRange(0, volumes.Length - Days);
        return this with
        {
            Position = Position + delta,
            VolumeDay = Math.Max(day, VolumeDay),
            Volumes = volumes.SetItem(volumes.Length - 1, volumes[^1] + notional),
        };
    }
}
