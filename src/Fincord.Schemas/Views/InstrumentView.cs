using Fincord.Domain.Markets;

namespace Fincord.Schemas.Views;

/// <summary>A thing that is traded, at one venue.</summary>
/// <param name="Id">Its immutable number, as a string because it may have more digits than a JavaScript number holds.</param>
/// <param name="Key">The key it is known by now.</param>
/// <param name="Venue">The key's venue.</param>
/// <param name="Symbol">The key's symbol.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Type">What kind of thing is traded, such as CRYPTO_SPOT.</param>
/// <param name="Currency">ISO 4217 code of the currency that prices are in, or the venue's code for a crypto asset.</param>
/// <param name="PriceScale">The most decimal digits that a price has.</param>
/// <param name="QuantityScale">The most decimal digits that a quantity has.</param>
public sealed record InstrumentView(
    string Id,
    string Key,
    string Venue,
    string Symbol,
    string Name,
    InstrumentType Type,
    string Currency,
    int PriceScale,
    int QuantityScale)
{
    /// <summary>The view of an instrument.</summary>
    public static InstrumentView From(Instrument instrument) => new(
        instrument.Id.ToString(),
        instrument.Key.Value,
        instrument.Key.Venue,
        instrument.Key.Symbol,
        instrument.Definition.Name,
        instrument.Definition.Type,
        instrument.Definition.Currency,
        instrument.PriceScale.Digits,
        instrument.QuantityScale.Digits);
}
