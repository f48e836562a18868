using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// A fact of an account's life. All that an account is follows from its events in their order; they are stored as JSON under the names below,
/// which never change. Members are only ever added, as optional ones.
/// </summary>
/// <param name="At">When it happened.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(AccountOpened), "account-opened")]
[JsonDerivedType(typeof(AccountSettingsChanged), "settings-changed")]
[JsonDerivedType(typeof(OrderPlaced), "order-placed")]
[JsonDerivedType(typeof(OrderAdvanced), "order-advanced")]
[JsonDerivedType(typeof(OrderFilled), "order-filled")]
[JsonDerivedType(typeof(HoldMoved), "hold-moved")]
[JsonDerivedType(typeof(EntryPosted), "entry-posted")]
[JsonDerivedType(typeof(PositionAdjusted), "position-adjusted")]
[JsonDerivedType(typeof(KillSwitchTurned), "kill-switch-turned")]
[JsonDerivedType(typeof(MarkedToMarket), "marked-to-market")]
[JsonDerivedType(typeof(AccountHalted), "account-halted")]
[JsonDerivedType(typeof(BreakerTripped), "breaker-tripped")]
[JsonDerivedType(typeof(BreakerReset), "breaker-reset")]
[JsonDerivedType(typeof(ActionsPassed), "actions-passed")]
[JsonDerivedType(typeof(InterestAccrued), "interest-accrued")]
public abstract record AccountEvent(Timestamp At);

/// <summary>The account was opened.</summary>
public sealed record AccountOpened(Timestamp At, AccountId Id, AccountSettings Settings) : AccountEvent(At);

/// <summary>The account is run differently from now on.</summary>
public sealed record AccountSettingsChanged(Timestamp At, AccountSettings Settings) : AccountEvent(At);

/// <summary>An order was placed: initialized, or denied.</summary>
public sealed record OrderPlaced(Timestamp At, Order Order) : AccountEvent(At);

/// <summary>An order went on in its life without a fill.</summary>
/// <param name="At">When.</param>
/// <param name="OrderId">Which.</param>
/// <param name="Transition">How.</param>
/// <param name="Code">Why, where there is a reason; a code of the one list.</param>
/// <param name="Reason">The same in a sentence.</param>
/// <param name="Amendment">The change that is asked for, or was made; null for a change that was refused.</param>
/// <param name="Hold">What is set aside for it from now on; null for what was.</param>
public sealed record OrderAdvanced(
    Timestamp At, OrderId OrderId, OrderTransition Transition, string? Code, string? Reason, OrderAmendment? Amendment, Hold? Hold) : AccountEvent(At)
{
    /// <summary>The worst price at which it may fill, when it is submitted without a limit.</summary>
    public Price? ProtectionPrice { get; init; }

    /// <summary>The numbers, when risk denied it.</summary>
    public Denial? Denial { get; init; }
}

/// <summary>
/// What is set aside for an order changed although the order did not: of orders of which one cancels the others one holds for all, and another
/// takes that over when it ends.
/// </summary>
/// <param name="At">When.</param>
/// <param name="OrderId">Which.</param>
/// <param name="Hold">What is set aside for it from now on.</param>
public sealed record HoldMoved(Timestamp At, OrderId OrderId, Hold Hold) : AccountEvent(At);

/// <summary>An order was filled, in part or to its end.</summary>
/// <param name="At">When we learned of it.</param>
/// <param name="Fill">The fill.</param>
/// <param name="Notional">What it cost, in the ledger's digits.</param>
/// <param name="Realized">What it realized, at average cost.</param>
/// <param name="Currency">The currency of these sums; the position follows from them (<see cref="Position.After"/>).</param>
/// <param name="Entry">What it posted.</param>
public sealed record OrderFilled(Timestamp At, Fill Fill, decimal Notional, decimal Realized, string Currency, JournalEntry Entry) : AccountEvent(At)
{
    /// <summary>
    /// The position after it, in events without a currency: the first ones told it with all its lots, so that an account's events grew with what
    /// it held. Null in all others.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Position? Position { get; init; }
}

/// <summary>Money came or went, but not for a fill.</summary>
public sealed record EntryPosted(Timestamp At, JournalEntry Entry) : AccountEvent(At)
{
    /// <summary>The venue's id of the movement that is booked; null for money that the venue did not move by itself.</summary>
    public string? Movement { get; init; }
}

/// <summary>An action of an instrument changed a position or paid for it; or what was told late put it right.</summary>
public sealed record PositionAdjusted(Timestamp At, Position Position, JournalEntry Entry) : AccountEvent(At)
{
    /// <summary>The action; null when a fill that was told late put it right.</summary>
    public InstrumentAction? Action { get; init; }

    /// <summary>The units that came, when the action is another instrument's.</summary>
    public ActionReceipt? Received { get; init; }
}

/// <summary>The actions of an instrument have done to the account what they do, up to a mark.</summary>
/// <param name="At">When.</param>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Mark">Up to where.</param>
public sealed record ActionsPassed(Timestamp At, InstrumentId InstrumentId, ActionMark Mark) : AccountEvent(At);

/// <summary>The days up to a midnight have cost the interest on what the account owes.</summary>
/// <param name="At">When.</param>
/// <param name="Through">The midnight, in UTC.</param>
/// <param name="Entry">What was paid in one currency; null when nothing was owed.</param>
public sealed record InterestAccrued(Timestamp At, Timestamp Through, JournalEntry? Entry) : AccountEvent(At);

/// <summary>The account's own kill switch was turned on or off.</summary>
public sealed record KillSwitchTurned(Timestamp At, bool IsOn) : AccountEvent(At);

/// <summary>What the account was worth at a moment, in its base currency.</summary>
/// <param name="At">The moment.</param>
/// <param name="Equity">Cash and positions at the market's prices.</param>
/// <param name="Flow">Deposits less withdrawals since the last mark.</param>
public sealed record MarkedToMarket(Timestamp At, decimal Equity, decimal Flow) : AccountEvent(At)
{
    /// <summary>What a unit of other currencies was worth then; null for marks of old and for accounts that have none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, decimal>? Rates { get; init; }
}

/// <summary>A kill switch above the account was carried out.</summary>
/// <param name="At">When.</param>
/// <param name="Scope">Whose.</param>
/// <param name="Epoch">The change that turned it on; those up to it are carried out.</param>
public sealed record AccountHalted(Timestamp At, RiskScope Scope, long Epoch) : AccountEvent(At);

/// <summary>A loss limit was reached.</summary>
public sealed record BreakerTripped(Timestamp At, Breaker Breaker) : AccountEvent(At);

/// <summary>The account is within its loss limits again.</summary>
public sealed record BreakerReset(Timestamp At) : AccountEvent(At);
