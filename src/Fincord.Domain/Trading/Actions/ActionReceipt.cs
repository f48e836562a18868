using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Units of another instrument that an action gave, or asks of one who was short.</summary>
/// <param name="InstrumentId">Of which instrument.</param>
/// <param name="Lots">The units, the oldest first; negative counts of a short position.</param>
/// <param name="Cost">What they cost, at average cost.</param>
public sealed record ActionReceipt(InstrumentId InstrumentId, ImmutableArray<PositionLot> Lots, decimal Cost)
{
    /// <summary>How many units, in quantity counts.</summary>
    [JsonIgnore]
    public long Count => Lots.Sum(lot => lot.Count);
}
