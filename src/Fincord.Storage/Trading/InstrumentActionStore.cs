using System.Collections.Immutable;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using static Fincord.Storage.Trading.TradingStore;

namespace Fincord.Storage.Trading;

/// <summary>Actions of instruments in a database of either kind.</summary>
internal sealed class InstrumentActionStore(ITradingDatabase database) : IInstrumentActionStore
{
    /// <inheritdoc/>
    public async Task<ActionSchedule?> LoadSchedule(InstrumentId instrument, CancellationToken cancellation) => (await database.Read(
        "SELECT sequence, through FROM instrument_action_schedule WHERE instrument_id = ?", row => new ActionSchedule(row.Int64(), new(row.Int64())),
        cancellation, instrument.Value)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task Append(
        InstrumentId instrument, ActionSchedule? before, ActionSchedule after, ImmutableArray<InstrumentAction> actions, CancellationToken cancellation)
    {
        var steps = new List<SqlStep>
        {
            before is null
                ? new(
                    "INSERT INTO instrument_action_schedule (instrument_id, sequence, through) VALUES (?, ?, ?) ON CONFLICT (instrument_id) DO NOTHING",
                    [instrument.Value, after.Sequence, after.Through.Nanoseconds], MustChange: true)
                : new(
                    "UPDATE instrument_action_schedule SET sequence = ?, through = ? WHERE instrument_id = ? AND sequence = ? AND through = ?",
                    [after.Sequence, after.Through.Nanoseconds, instrument.Value, before.Sequence, before.Through.Nanoseconds], MustChange: true),
        };
        foreach (var action in actions) steps.Add(new(
            "INSERT INTO instrument_action (action_id, instrument_id, sequence, kind, effective_at, due_at, ends_orders, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                action.Id.ToString(), instrument.Value, action.Sequence, (long)action.Kind, action.EffectiveAt.Nanoseconds, action.DueAt.Nanoseconds,
                action.EndsOrders ? 1L : 0L, Json.Write(action),
            ]));
        try
        {
            await database.Commit($"actions:{instrument}", steps, cancellation);
        }
        catch (StepRefusedException)
        {
            throw new AccountConflictException($"The actions of instrument {instrument} do not stand at {before}.");
        }
    }

    /// <inheritdoc/>
    public async Task<InstrumentAction?> Find(InstrumentActionId id, CancellationToken cancellation) =>
        (await Read("action_id = ?", cancellation, id.ToString())).SingleOrDefault();

    /// <inheritdoc/>
    public Task<ImmutableArray<InstrumentAction>> ReadDue(InstrumentId instrument, ActionMark after, Timestamp until, int limit, CancellationToken cancellation) => Read(
        "instrument_id = ? AND (due_at > ? OR due_at = ? AND sequence > ?) AND due_at <= ? ORDER BY due_at, sequence LIMIT ?",
        cancellation, instrument.Value, after.DueAt.Nanoseconds, after.DueAt.Nanoseconds, after.Sequence, until.Nanoseconds, (long)limit);

    /// <inheritdoc/>
    public Task<ImmutableArray<InstrumentAction>> ReadEffective(InstrumentId instrument, Timestamp from, CancellationToken cancellation) => Read(
        "instrument_id = ? AND effective_at >= ? ORDER BY effective_at, sequence", cancellation, instrument.Value, from.Nanoseconds);

    /// <inheritdoc/>
    public Task<ImmutableArray<InstrumentAction>> ReadEndingOrders(InstrumentId instrument, long after, CancellationToken cancellation) => Read(
        "instrument_id = ? AND ends_orders = 1 AND sequence > ? ORDER BY sequence", cancellation, instrument.Value, after);

    /// <inheritdoc/>
    public async Task<InstrumentAction?> FindLast(InstrumentId instrument, InstrumentActionKind kind, Timestamp at, CancellationToken cancellation) => (await Read(
        "instrument_id = ? AND kind = ? AND effective_at <= ? ORDER BY effective_at DESC, sequence DESC LIMIT 1",
        cancellation, instrument.Value, (long)kind, at.Nanoseconds)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<InstrumentAction?> FindLastDue(InstrumentId instrument, Timestamp at, CancellationToken cancellation) => (await Read(
        "instrument_id = ? AND due_at <= ? ORDER BY due_at DESC, sequence DESC LIMIT 1", cancellation, instrument.Value, at.Nanoseconds)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<ImmutableArray<InstrumentAction>> ReadLatest(InstrumentId instrument, long? before, int limit, CancellationToken cancellation) => Read(
        "instrument_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?", cancellation, instrument.Value, before ?? long.MaxValue, (long)limit);

    private Task<ImmutableArray<InstrumentAction>> Read(string where, CancellationToken cancellation, params object[] arguments) => database.Read(
        $"SELECT body FROM instrument_action WHERE {where}", row => Json.Read<InstrumentAction>(row.Text()), cancellation, arguments);
}
