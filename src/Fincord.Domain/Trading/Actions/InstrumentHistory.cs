using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// All that happened to what an account has of one instrument, in the order in which it took effect, not in which it was heard. With it the
/// account is put right when something is heard late: what should have been posted, less what was.
/// </summary>
public sealed class InstrumentHistory
{
    private readonly InstrumentId _instrument;
    private readonly ImmutableList<Step> _steps;
    private readonly ImmutableList<JournalLine> _posted;
    private readonly ImmutableDictionary<InstrumentActionId, long> _given;

    private InstrumentHistory(InstrumentId instrument, ImmutableList<Step> steps, ImmutableList<JournalLine> posted, ImmutableDictionary<InstrumentActionId, long> given) =>
        (_instrument, _steps, _posted, _given) = (instrument, steps, posted, given);

    /// <summary>The instrument, and those that its actions give units of.</summary>
    public IEnumerable<InstrumentId> Instruments => _steps.Select(step => step.Action?.Into).OfType<InstrumentId>().Append(_instrument).Distinct();

    /// <summary>The history of an instrument in an account's events, all of them from the first.</summary>
    public static InstrumentHistory Of(InstrumentId instrument, IEnumerable<AccountEvent> events) => events.Aggregate(
        new InstrumentHistory(instrument, [], [], ImmutableDictionary<InstrumentActionId, long>.Empty), (history, next) => history.With(next));

    /// <summary>The history with one more event of the account.</summary>
    public InstrumentHistory With(AccountEvent next) => next switch
    {
        OrderFilled filled when filled.Fill.InstrumentId == _instrument => Add(new(filled.Fill.OccurredAt, filled, null, null), filled.Entry),
        PositionAdjusted { Received: { } received, Action: { } action } when received.InstrumentId == _instrument => Add(new(action.EffectiveAt, null, action, received), ((PositionAdjusted)next).Entry),
        PositionAdjusted { Received: { } received, Action: { } action } when action.InstrumentId == _instrument => new(
            _instrument, _steps, _posted, _given.SetItem(action.Id, _given.GetValueOrDefault(action.Id) + received.Count)),
        PositionAdjusted { Received: null } adjusted when adjusted.Position.InstrumentId == _instrument =>
            adjusted.Action is { } action ? Add(new(action.EffectiveAt, null, action, null), adjusted.Entry) : Add(null, adjusted.Entry),
        _ => this,
    };

    /// <summary>The history with an action that was not applied, because nothing was held as far as was known; one that was applied is there already.</summary>
    public InstrumentHistory With(InstrumentAction action) =>
        _steps.Any(step => step.Received is null && step.Action?.Id == action.Id) ? this : Add(new(action.EffectiveAt, null, action, null), null);

    /// <summary>
    /// What must be posted so that everything is as if it had been heard in time: the position as it should be, the lines that are missing, and
    /// units of other instruments that actions should have given.
    /// </summary>
    internal (Position Position, ImmutableArray<JournalLine> Lines, ImmutableArray<(InstrumentAction Action, ActionReceipt Receipt)> Receipts) Restate(TradingContext context)
    {
        var terms = context.Markets[_instrument].Terms;
        var position = Position.Flat(_instrument);
        var lines = new List<JournalLine>();
        var receipts = ImmutableArray.CreateBuilder<(InstrumentAction, ActionReceipt)>();
        foreach (var step in _steps.OrderBy(step => step.At).ThenBy(step => step.Fill is not null).ThenBy(step => step.Action?.Sequence))
        {
            var before = position;
            switch (step)
            {
                case { Fill: { } filled }:
                    position = position.Apply(filled.Fill.Side, filled.Fill.Quantity, filled.Notional, filled.Fill.Fee, filled.Fill.OccurredAt, terms.Currency);
                    lines.AddRange(JournalEntry.OfFill(filled.Fill, terms, filled.Notional, position.Realized - before.Realized).Lines);
                    break;
                case { Received: { } received }:
                    position = position.Receive(received, step.At, terms);
                    lines.AddRange(ActionEffect.LinesOf(received, position.Realized - before.Realized, terms));
                    break;
                case { Action: { } action }:
                    var effect = ActionEffect.Of(action, position, terms, action.Into is { } into ? context.Markets[into].Terms : null);
                    position = effect.Position;
                    lines.AddRange(effect.Lines);
                    if (Missing(action, effect.Receipt) is { } missing) receipts.Add((action, missing));
                    break;
            }
        }
        return (position, Difference(lines, _posted), receipts.DrainToImmutable());
    }

    // What was given once is made up for as one lot: which of its units came late nobody can tell any more.
    private ActionReceipt? Missing(InstrumentAction action, ActionReceipt? receipt)
    {
        if (receipt is null || !_given.TryGetValue(action.Id, out var given)) return receipt;
        var count = receipt.Count - given;
        if (count == 0) return null;
        var cost = receipt.Count == 0 ? 0 : Math.Round(receipt.Cost * ((decimal)count / receipt.Count), Currencies.DefaultDigits);
        return receipt with { Lots = [new(count, cost, action.EffectiveAt)], Cost = cost };
    }

    private InstrumentHistory Add(Step? step, JournalEntry? posted) => new(
        _instrument, step is { } one ? _steps.Add(one) : _steps, posted is null ? _posted : _posted.AddRange(posted.Lines), _given);

    private static ImmutableArray<JournalLine> Difference(IEnumerable<JournalLine> expected, IEnumerable<JournalLine> posted) =>
    [
        .. expected.Concat(posted.Select(line => line with { Amount = -line.Amount })).GroupBy(line => (line.Account, line.Unit))
            .Select(group => new JournalLine(group.Key.Account, group.Key.Unit, group.Sum(line => line.Amount))).Where(line => line.Amount != 0),
    ];

    private sealed record Step(Timestamp At, OrderFilled? Fill, InstrumentAction? Action, ActionReceipt? Received);
}
