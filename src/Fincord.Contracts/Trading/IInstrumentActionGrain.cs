using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>
/// What one instrument does to those who hold it: funding, dividends, splits and the like, numbered in the order in which they become known. It
/// also makes those that follow from a schedule. Key: <see cref="GrainKeys.InstrumentActions"/>. What it answers is durable.
/// </summary>
[Alias("trading.IInstrumentActionGrain")]
public interface IInstrumentActionGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes an action, once: the same key with the same content gets the same answer, with other content it is refused with
    /// <see cref="RefusalCodes.IdempotencyConflict"/>.
    /// </summary>
    [Alias("Announce")]
    Task<ActionResult> Announce(AnnounceAction command);

    /// <summary>How far the instrument's actions have come. Asking makes those that the schedule has due by now.</summary>
    [Alias("GetHead")]
    Task<ActionHead> GetHead();
}

/// <summary>Tells of an action of an instrument.</summary>
/// <param name="Member">Who tells.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="Action">The action; its id, number and when it became known are given to it.</param>
[GenerateSerializer, Immutable, Alias("trading.announce-action")]
public sealed record AnnounceAction(MemberId Member, string Key, InstrumentAction Action);

/// <summary>The answer to <see cref="AnnounceAction"/>.</summary>
/// <param name="Action">The action as it was taken.</param>
/// <param name="Refusal">Why it was not.</param>
[GenerateSerializer, Immutable, Alias("trading.action-result")]
public sealed record ActionResult(InstrumentAction? Action, OrderRefusal? Refusal);

/// <summary>How far the actions of an instrument have come at a moment.</summary>
/// <param name="At">The moment. What becomes known later is due later, so all that was due by then can be read.</param>
/// <param name="Last">The mark of the last one that was due by then; the default when none was.</param>
/// <param name="NextAt">When the next one is due as far as is known; the end of time when none is.</param>
/// <param name="Known">How many are known, those to come included: the number of the last.</param>
[GenerateSerializer, Immutable, Alias("trading.action-head")]
public sealed record ActionHead(Timestamp At, ActionMark Last, Timestamp NextAt, long Known);
