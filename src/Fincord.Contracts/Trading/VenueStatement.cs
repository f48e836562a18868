using System.Collections.Immutable;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>What a live venue says of an account beside its orders.</summary>
/// <param name="Movements">Money that it moved by itself; what was told before may be among it.</param>
/// <param name="Holdings">
/// All that it holds for the account, by unit as in <see cref="VenueDifference"/>; null for what it cannot tell apart, as one asset under two instruments.
/// </param>
public sealed record VenueStatement(ImmutableArray<CashMovement> Movements, ImmutableSortedDictionary<string, decimal?> Holdings);
