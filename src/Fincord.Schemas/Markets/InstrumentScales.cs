using Fincord.Domain.Markets;

namespace Fincord.Schemas.Markets;

/// <summary>The scales of an instrument's counts.</summary>
/// <param name="Price">Decimal digits of a price.</param>
/// <param name="Quantity">Decimal digits of a quantity.</param>
public readonly record struct InstrumentScales(DecimalScale Price, DecimalScale Quantity);

/// <summary>
/// Knows the scales of instruments. Domain events hold bare counts while protobuf says what a count means, so whoever maps between them asks here.
/// An instrument's scales never change.
/// </summary>
public interface IInstrumentScales
{
    /// <summary>The scales of an instrument; throws when there is no such instrument. Called once per event: it must not wait.</summary>
    InstrumentScales Of(InstrumentId id);
}
