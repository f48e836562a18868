using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>What an instrument does to those who hold it. Prices and sums are in its currency.</summary>
/// <param name="Id">Its id, a GUID.</param>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Sequence">Its number among the instrument's actions, from 1, in the order in which they became known.</param>
/// <param name="Kind">What happens.</param>
/// <param name="EffectiveAt">The moment that it takes effect; of a dividend the ex-moment.</param>
/// <param name="KnownAt">When it became known here.</param>
/// <param name="Rate">Of funding a part of the notional, of borrowing a part of it per year.</param>
/// <param name="Price">The mark price, the settlement price, or what one whole new unit is worth for what is left of it in cash.</param>
/// <param name="CashPerUnit">Cash for each unit.</param>
/// <param name="NewUnits">So many new units…</param>
/// <param name="OldUnits">…for so many old ones.</param>
/// <param name="IntoKey">The instrument that a merger or a spin-off gives units of.</param>
/// <param name="CostShare">The part of what was paid that goes with the units of a spin-off, or with the cash of a merger that gives both.</param>
/// <param name="Symbol">The new symbol.</param>
public sealed record InstrumentActionView(
    string Id,
    string InstrumentKey,
    long Sequence,
    InstrumentActionKind Kind,
    Timestamp EffectiveAt,
    Timestamp KnownAt,
    decimal? Rate,
    decimal? Price,
    decimal? CashPerUnit,
    long? NewUnits,
    long? OldUnits,
    string? IntoKey,
    decimal? CostShare,
    string? Symbol)
{
    /// <summary>The view of an action. <paramref name="into"/> is the instrument that it gives units of.</summary>
    public static InstrumentActionView From(Instrument instrument, InstrumentAction action, Instrument? into) => new(
        action.Id.ToString(), instrument.Key.Value, action.Sequence, action.Kind, action.EffectiveAt, action.KnownAt, action.Rate, action.Price,
        action.CashPerUnit, action.Ratio?.New, action.Ratio?.Old, into?.Key.Value, action.CostShare, action.Symbol);
}

/// <summary>An action of an instrument as it is announced. Each kind has the parts that it needs and no others.</summary>
public record AnnounceActionRequest
{
    /// <summary>The instrument's key.</summary>
    public string? InstrumentKey { get; init; }

    /// <summary>What happens.</summary>
    public InstrumentActionKind? Kind { get; init; }

    /// <summary>The moment that it takes effect; of a dividend the ex-moment.</summary>
    public Timestamp? EffectiveAt { get; init; }

    /// <summary>Of funding a part of the notional (0.0001 is 1 basis point), of borrowing a part of it per year.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The mark price, the settlement price, or what one whole new unit is worth for what is left of it in cash.</summary>
    public decimal? Price { get; init; }

    /// <summary>Cash for each unit.</summary>
    public decimal? CashPerUnit { get; init; }

    /// <summary>So many new units…</summary>
    public long? NewUnits { get; init; }

    /// <summary>…for so many old ones.</summary>
    public long? OldUnits { get; init; }

    /// <summary>The instrument that a merger or a spin-off gives units of.</summary>
    public string? IntoKey { get; init; }

    /// <summary>The part of what was paid that goes with the units of a spin-off, or with the cash of a merger that gives both.</summary>
    public decimal? CostShare { get; init; }

    /// <summary>The new symbol.</summary>
    public string? Symbol { get; init; }
}
