using System.Text.Json.Serialization;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What an instrument does to those who hold it, without a trade.</summary>
[GenerateSerializer, Alias("trading.instrument-action-kind")]
public enum InstrumentActionKind : byte
{
    /// <summary>The funding of a perpetual: a rate on the notional at the mark price; longs pay shorts when it is positive.</summary>
    Funding = 1,
    /// <summary>From now on it costs so much a year to borrow. By itself it does nothing; each day's <see cref="Borrow"/> goes by it.</summary>
    BorrowRate = 2,
    /// <summary>A day's interest for the units that are borrowed, which those who are short pay: the yearly rate on the notional, a 365th of it.</summary>
    Borrow = 3,
    /// <summary>A dividend in cash, per unit; those who are short pay it.</summary>
    Dividend = 4,
    /// <summary>A split, or a reverse split: so many new units for so many old ones.</summary>
    Split = 5,
    /// <summary>It has another symbol. Nothing changes of what is held, since an instrument keeps its number.</summary>
    SymbolChange = 6,
    /// <summary>It becomes units of another instrument, cash, or both, and is no more.</summary>
    Merger = 7,
    /// <summary>Units of another instrument come along, with a part of what was paid.</summary>
    SpinOff = 8,
    /// <summary>A future expires, an option expires at its intrinsic value, or something is delisted: it is settled in cash and is no more.</summary>
    Expiry = 9,
}

/// <summary>So many new units for so many old ones: 2 for 1 in a split, 1 for 10 in a reverse split.</summary>
/// <param name="New">New units.</param>
/// <param name="Old">Old units.</param>
[GenerateSerializer, Immutable, Alias("trading.unit-ratio")]
public readonly record struct UnitRatio([property: Id(0)] long New, [property: Id(1)] long Old);

/// <summary>
/// A fact of an instrument that changes what those have who hold it. It counts for what is held at the moment that it takes effect, before
/// anything trades at that moment, whenever it becomes known. Prices and sums are in the instrument's currency.
/// </summary>
/// <param name="Id">What tells it from others.</param>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Kind">What happens.</param>
/// <param name="EffectiveAt">The moment that it takes effect; of a dividend the ex-moment.</param>
/// <param name="KnownAt">When it became known here.</param>
/// <param name="Sequence">Its number among the instrument's actions, from 1, in the order in which they became known.</param>
[GenerateSerializer, Immutable, Alias("trading.instrument-action")]
public sealed record InstrumentAction(
    InstrumentActionId Id, InstrumentId InstrumentId, InstrumentActionKind Kind, Timestamp EffectiveAt, Timestamp KnownAt, long Sequence)
{
    /// <summary>Of funding a part of the notional (0.0001 is 1 basis point), of borrowing a part of it per year.</summary>
    [Id(0)]
    public decimal? Rate { get; init; }

    /// <summary>
    /// Of funding and borrowing the mark price, of an expiry the settlement price; else what one whole new unit is worth, for what is
    /// left of it in cash.
    /// </summary>
    [Id(1)]
    public decimal? Price { get; init; }

    /// <summary>Cash for each unit, of a dividend and a merger.</summary>
    [Id(2)]
    public decimal? CashPerUnit { get; init; }

    /// <summary>New units for old ones: of the same instrument for a split, of <see cref="Into"/> for a merger or a spin-off.</summary>
    [Id(3)]
    public UnitRatio? Ratio { get; init; }

    /// <summary>The instrument that a merger or a spin-off gives units of.</summary>
    [Id(4)]
    public InstrumentId? Into { get; init; }

    /// <summary>The part of what was paid, in [0, 1], that goes with the units of a spin-off, or with the cash of a merger that gives both.</summary>
    [Id(5)]
    public decimal? CostShare { get; init; }

    /// <summary>The new symbol.</summary>
    [Id(6)]
    public string? Symbol { get; init; }

    /// <summary>When it is due: when it takes effect, or becomes known if that is later.</summary>
    [JsonIgnore]
    public Timestamp DueAt => EffectiveAt > KnownAt ? EffectiveAt : KnownAt;

    /// <summary>Its place among what is due of the instrument.</summary>
    [JsonIgnore]
    public ActionMark Mark => new(DueAt, Sequence);

    /// <summary>
    /// Whether units become others, so that open orders no longer mean what their owners meant: they are cancelled, as exchanges do with
    /// orders that stay overnight.
    /// </summary>
    [JsonIgnore]
    public bool EndsOrders => Kind is InstrumentActionKind.Split or InstrumentActionKind.Merger or InstrumentActionKind.SpinOff or InstrumentActionKind.Expiry;
}

/// <summary>
/// How far an instrument's actions have come, in the order in which they fall due. What becomes known later is always beyond. The default value is
/// before all.
/// </summary>
/// <param name="DueAt">When the last one was due.</param>
/// <param name="Sequence">Its number, for those that are due at the same moment.</param>
[GenerateSerializer, Immutable, Alias("trading.action-mark")]
public readonly record struct ActionMark([property: Id(0)] Timestamp DueAt, [property: Id(1)] long Sequence) : IComparable<ActionMark>
{
    /// <inheritdoc/>
    public int CompareTo(ActionMark other) => DueAt != other.DueAt ? DueAt.CompareTo(other.DueAt) : Sequence.CompareTo(other.Sequence);

    /// <summary>Whether the left one has not come as far.</summary>
    public static bool operator <(ActionMark left, ActionMark right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one has come further.</summary>
    public static bool operator >(ActionMark left, ActionMark right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one has come at most as far.</summary>
    public static bool operator <=(ActionMark left, ActionMark right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one has come at least as far.</summary>
    public static bool operator >=(ActionMark left, ActionMark right) => left.CompareTo(right) >= 0;
}
