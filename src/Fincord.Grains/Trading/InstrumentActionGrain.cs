using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>
/// The actions of one instrument: those that are announced, and those that follow from a schedule, which are made when somebody asks how far
/// things have come. Calls come one after the other, so numbers have no gaps and nothing becomes due before what was told earlier.
/// </summary>
[GrainType("instrument-actions")]
internal sealed class InstrumentActionGrain(IInstrumentActionStore store, IInstrumentRegistry registry, TradingTerms terms, ActionCalendar calendar, TimeProvider time)
    : Grain, IInstrumentActionGrain
{
    private Instrument _instrument = null!;
    private ActionSchedule? _schedule;
    private Timestamp _now;

    // What is not due yet, in the order in which it will be; and the mark of what was due last.
    private ImmutableList<InstrumentAction> _coming = [];
    private ActionMark _last;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var id = GrainKeys.ToInstrumentOfActions(this.GetPrimaryKeyString());
        _instrument = await registry.Find(id, cancellationToken) ?? throw new UnknownInstrumentException($"No instrument has the number {id}.");
        _schedule = await store.LoadSchedule(id, cancellationToken);
        _now = time.Now();
        _coming = [.. await store.ReadDue(id, new(_now, long.MaxValue), Timestamp.MaxValue, int.MaxValue, cancellationToken)];
        _last = (await store.FindLastDue(id, _now, cancellationToken))?.Mark ?? default;
    }

    public async Task<ActionResult> Announce(AnnounceAction command)
    {
        if (!IdempotencyKey.IsValid(command.Key)) return new(null, Refusals.BadKey);
        await MakeScheduled();
        var id = InstrumentActionId.Of(_instrument.Id, $"{command.Member}\n{command.Key}");
        var action = command.Action with { Id = id, InstrumentId = _instrument.Id, KnownAt = _now, Sequence = (_schedule?.Sequence ?? 0) + 1 };
        if (await store.Find(id, CancellationToken.None) is { } known)
            return action with { KnownAt = known.KnownAt, Sequence = known.Sequence } == known ? new(known, null) : new(null, Refusals.IdempotencyConflict);
        if (await Check(action) is { } refusal) return new(null, refusal);
        await Append([action], _schedule?.Through ?? _now);
        return new(action, null);
    }

    public async Task<ActionHead> GetHead()
    {
        await MakeScheduled();
        var next = _coming.IsEmpty ? Timestamp.MaxValue : _coming[0].DueAt;
        var scheduled = calendar.NextAfter(_instrument, _schedule!.Through);
        return new(_now, _last, scheduled < next ? scheduled : next, _schedule.Sequence);
    }

    private async Task<OrderRefusal?> Check(InstrumentAction action)
    {
        var into = action.Into is { } other ? await registry.Find(other, CancellationToken.None) : null;
        if (ActionRules.Check(action, terms.Of(_instrument), into is null ? null : terms.Of(into)) is { } refusal) return refusal;
        var since = await store.ReadEffective(_instrument.Id, action.EffectiveAt, CancellationToken.None);
        if (since.Any(known => known.Kind == action.Kind && known.EffectiveAt == action.EffectiveAt)) return Refusals.ActionConflict;
        if (!action.EndsOrders || action.EffectiveAt > _now) return null;
        if (into is not null) since = since.AddRange(await store.ReadEffective(into.Id, action.EffectiveAt, CancellationToken.None));
        return since.Any(known => known.EndsOrders && known.EffectiveAt <= _now) ? Refusals.ActionTooLate : null;
    }

    /// <summary>Lets time pass: makes what the schedule has due by now, and moves on the mark.</summary>
    private async Task MakeScheduled()
    {
        var now = time.Now();
        if (now > _now) _now = now;         // it never goes back
        if (_schedule is null) await Append([], _now);
        else if (calendar.NextAfter(_instrument, _schedule.Through) <= _now)
        {
            var actions = ImmutableArray.CreateBuilder<InstrumentAction>();
            foreach (var scheduled in await calendar.Make(_instrument, _schedule.Through, _now))
                actions.Add(scheduled with { KnownAt = _now, Sequence = _schedule.Sequence + actions.Count + 1 });
            await Append(actions.DrainToImmutable(), _now);
        }
        while (!_coming.IsEmpty && _coming[0].DueAt <= _now) (_last, _coming) = (_coming[0].Mark, _coming.RemoveAt(0));
    }

    private async Task Append(ImmutableArray<InstrumentAction> actions, Timestamp through)
    {
        var after = new ActionSchedule((_schedule?.Sequence ?? 0) + actions.Length, through);
        try
        {
            await store.Append(_instrument.Id, _schedule, after, actions, CancellationToken.None);
        }
        catch
        {
            DeactivateOnIdle();         // memory must not run ahead of a store that refused it
            throw;
        }
        _schedule = after;
        _coming = [.. _coming.Concat(actions).OrderBy(action => action.Mark)];
    }
}
