using System.Collections.Frozen;
using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>
/// What instruments do to the account, and what it owes does: applied before each decision, and from time to time
/// (docs/decisions/0004-what-instruments-do.md).
/// </summary>
internal sealed partial class AccountGrain
{
    private const int EventsPerRead = 10_000;
    private const int ActionsPerRead = 10_000;

    private static readonly FrozenDictionary<InstrumentId, InstrumentHistory> NoHistories = FrozenDictionary<InstrumentId, InstrumentHistory>.Empty;

    private Task _applying = Task.CompletedTask;

    /// <summary>All that is due, of instruments that were sold long ago, too: what becomes known late may concern them.</summary>
    private Task ApplyAllActions() => IsStale ? Task.CompletedTask : ApplyActions(_account.Positions.Keys.Concat(_account.ActionMarks.Keys).Select(id => new InstrumentId(id)));

    /// <summary>Applies what is due of the instruments that the account deals in, or is about to.</summary>
    private async Task ApplyActions(IEnumerable<InstrumentId> about)
    {
        if (_account.Settings is null) return;
        if (_account.Accrue(RateOf, time.Now()) is { Events.IsEmpty: false } interest) await Commit(interest);
        var asked = about.ToList();
        while (await FindDue(asked) is { Count: > 0 } due)
        {
            // One turn applies them, and the others wait: a history is not read by each of many commands.
            if (_applying.IsCompleted) await (_applying = Apply(due));
            else await _applying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task Apply(List<InstrumentAction> due)
    {
        foreach (var action in due.OrderBy(action => action.DueAt).ThenBy(action => action.Sequence)) await Apply(action);
    }

    private async Task<List<InstrumentAction>> FindDue(List<InstrumentId> about)
    {
        var due = new List<InstrumentAction>();
        foreach (var instrument in about.Concat(_account.InstrumentsInUse()).Distinct().ToArray())
        {
            var head = await instrumentActions.Head(instrument);
            var mark = _account.ActionMarks.GetValueOrDefault(instrument.Value);
            if (head.Last <= mark) continue;
            var isNew = !_account.Positions.ContainsKey(instrument.Value) && !_account.InstrumentsInUse().Contains(instrument);
            if (mark == default && isNew) await Commit(_account.PassActions(instrument, head.Last, time.Now()));
            else due.AddRange(await actionStore.ReadDue(instrument, mark, head.At, ActionsPerRead, CancellationToken.None));
        }
        return due;
    }

    private async Task Apply(InstrumentAction action)
    {
        while (true)
        {
            var (sequence, needed) = (_account.Sequence, _account.NeedsHistoryOf(action));
            var histories = await ReadHistories(needed, action.EffectiveAt);
            var context = await Look([action.InstrumentId, .. new[] { action.Into }.OfType<InstrumentId>(), .. histories.Values.SelectMany(history => history.Instruments)]);
            // What was read is worth nothing when the account went on meanwhile.
            if (needed.IsEmpty ? !_account.NeedsHistoryOf(action).IsEmpty : sequence != _account.Sequence) continue;
            await Commit(_account.Apply(action, histories, context));
            return;
        }
    }

    /// <summary>A fill that is told after actions which it was made before: they are put right with it, in one commit.</summary>
    private async Task ApplyLate(VenueReport report)
    {
        var fill = report.Fill!;
        while (true)
        {
            var sequence = _account.Sequence;
            var stored = await FindEnded([report]);
            var histories = await ReadHistories([fill.InstrumentId], fill.OccurredAt);
            var history = histories[fill.InstrumentId];
            var others = await ReadHistories([.. history.Instruments.Where(other => other != fill.InstrumentId)], fill.OccurredAt);
            var context = await Look([.. history.Instruments, .. others.Values.SelectMany(other => other.Instruments)]);
            if (sequence != _account.Sequence) continue;
            if (report.Sequence > 0 ? report.Sequence != _watermarks.GetValueOrDefault(report.Venue) + 1 : !_fills.Add(fill.Id)) return;      // told twice
            var ended = _account.OpenOrder(report.OrderId) is null ? _ending.GetValueOrDefault(report.OrderId) ?? stored.GetValueOrDefault(report.OrderId) : null;
            var decision = _account.Apply(report, ended, context);
            if (decision.Events.OfType<OrderFilled>().FirstOrDefault() is { } filled) decision = decision.PutRight(fill, history.With(filled), others, context);
            var batch = new AccountBatch(_account);
            batch.Add(decision, ended);
            await Commit(batch, null, report.Sequence > 0 ? NoWatermarks.Add(report.Venue, report.Sequence) : NoWatermarks);
            return;
        }
    }

    // All that the account's durable events, and the actions since a moment, say of instruments.
    private async Task<FrozenDictionary<InstrumentId, InstrumentHistory>> ReadHistories(ImmutableArray<InstrumentId> instruments, Timestamp since)
    {
        if (instruments.IsEmpty) return NoHistories;
        var account = _account;
        await _durable;
        var histories = instruments.ToDictionary(instrument => instrument, instrument => InstrumentHistory.Of(instrument, []));
        for (long read = 0; read < account.Sequence;)
        {
            var events = await store.ReadEvents(account.Id, read, (int)Math.Min(EventsPerRead, account.Sequence - read), CancellationToken.None);
            foreach (var instrument in instruments) histories[instrument] = events.Aggregate(histories[instrument], (history, next) => history.With(next));
            read += events.Length;
        }
        foreach (var instrument in instruments)
        {
            var passed = await actionStore.ReadEffective(instrument, since, CancellationToken.None);
            var mark = account.ActionMarks.GetValueOrDefault(instrument.Value);
            histories[instrument] = passed.Where(action => action.Mark <= mark && account.IsMovedBy(action)).Aggregate(histories[instrument], (history, action) => history.With(action));
        }
        return histories.ToFrozenDictionary();
    }

    private decimal RateOf(string currency) => options.Value.InterestRates.TryGetValue(currency, out var rate) ? rate : options.Value.InterestRate;
}
