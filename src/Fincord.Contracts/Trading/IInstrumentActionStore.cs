using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Where actions of instruments are durable. They are never changed and never taken back.</summary>
public interface IInstrumentActionStore
{
    /// <summary>How far an instrument's actions have come, or null before the first.</summary>
    Task<ActionSchedule?> LoadSchedule(InstrumentId instrument, CancellationToken cancellation);

    /// <summary>
    /// Adds actions, the next ones by their numbers, and moves the schedule, in one transaction. Throws <see cref="AccountConflictException"/> when
    /// the stored schedule is not <paramref name="before"/>.
    /// </summary>
    Task Append(InstrumentId instrument, ActionSchedule? before, ActionSchedule after, ImmutableArray<InstrumentAction> actions, CancellationToken cancellation);

    /// <summary>The action with this id, or null.</summary>
    Task<InstrumentAction?> Find(InstrumentActionId id, CancellationToken cancellation);

    /// <summary>Those of an instrument that are due after a mark, up to a moment, in the order of their marks.</summary>
    Task<ImmutableArray<InstrumentAction>> ReadDue(InstrumentId instrument, ActionMark after, Timestamp until, int limit, CancellationToken cancellation);

    /// <summary>Those of an instrument that take effect at a moment or later, in the order in which they do.</summary>
    Task<ImmutableArray<InstrumentAction>> ReadEffective(InstrumentId instrument, Timestamp from, CancellationToken cancellation);

    /// <summary>Those of an instrument that end open orders, above a number, in the order of their numbers.</summary>
    Task<ImmutableArray<InstrumentAction>> ReadEndingOrders(InstrumentId instrument, long after, CancellationToken cancellation);

    /// <summary>The last one of a kind that has taken effect by a moment, or null.</summary>
    Task<InstrumentAction?> FindLast(InstrumentId instrument, InstrumentActionKind kind, Timestamp at, CancellationToken cancellation);

    /// <summary>The last one of an instrument that is due by a moment, in the order of their marks; null when none is.</summary>
    Task<InstrumentAction?> FindLastDue(InstrumentId instrument, Timestamp at, CancellationToken cancellation);

    /// <summary>Those of an instrument below a number, the latest known first.</summary>
    Task<ImmutableArray<InstrumentAction>> ReadLatest(InstrumentId instrument, long? before, int limit, CancellationToken cancellation);
}

/// <summary>How far an instrument's actions have come.</summary>
/// <param name="Sequence">The number of the last one.</param>
/// <param name="Through">Up to where those are made that follow from a schedule.</param>
public sealed record ActionSchedule(long Sequence, Timestamp Through);
