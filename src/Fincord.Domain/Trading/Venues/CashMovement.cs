using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Money that a live venue gave or took by itself: funding, dividends, interest, fees that belong to no fill.</summary>
/// <param name="Id">The venue's own id, which the account has once.</param>
/// <param name="Kind">Why.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Amount">How much the account has more; less when negative.</param>
/// <param name="OccurredAt">When, by the venue's clock.</param>
public sealed record CashMovement(string Id, JournalKind Kind, string Currency, decimal Amount, Timestamp OccurredAt);
