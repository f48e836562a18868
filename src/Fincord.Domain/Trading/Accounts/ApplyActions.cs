using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// What actions of instruments do to an account: funding, dividends, splits and the like, each exactly once and for what was held when it took
/// effect (docs/decisions/0004-what-instruments-do.md).
/// </summary>
public static class ApplyActions
{
    /// <summary>The code of orders that ended because units became others.</summary>
    public const string OrdersEnded = "CORPORATE_ACTION";

    /// <summary>
    /// Whether an action does anything to the account here. A live venue pays funding, interest and dividends itself, and what it tells of them is
    /// booked; of units that become others it tells nothing.
    /// </summary>
    public static bool IsMovedBy(this AccountState account, InstrumentAction action) => account.Settings!.Venue == AccountSettings.Paper || action.EndsOrders;

    /// <summary>
    /// The instruments whose histories are needed to apply an action, because something happened since it took effect; none when it is heard in time.
    /// </summary>
    public static ImmutableArray<InstrumentId> NeedsHistoryOf(this AccountState account, InstrumentAction action) =>
        !account.IsMovedBy(action) ? [] :
        [
            .. new[] { action.InstrumentId, action.Into }.OfType<InstrumentId>().Where(instrument =>
                account.PositionOf(instrument).ChangedAt >= action.EffectiveAt || account.ActionMarks.GetValueOrDefault(instrument.Value).DueAt > action.EffectiveAt),
        ];

    /// <summary>Whether an action of its instrument was applied, or passed over, that takes effect after a fill which is told only now.</summary>
    public static bool IsLate(this AccountState account, Fill fill) =>
        account.ActionMarks.TryGetValue(fill.InstrumentId.Value, out var mark) && mark.DueAt > fill.OccurredAt;

    /// <summary>
    /// Decides what an action that is due does. One that was passed does nothing. <paramref name="histories"/> are those that
    /// <see cref="NeedsHistoryOf"/> names; the markets of their actions' instruments must be in the context.
    /// </summary>
    public static AccountDecision Apply(
        this AccountState account, InstrumentAction action, IReadOnlyDictionary<InstrumentId, InstrumentHistory> histories, TradingContext context)
    {
        if (action.Mark <= account.ActionMarks.GetValueOrDefault(action.InstrumentId.Value)) return AccountDecision.Nothing(account);
        if (!account.IsMovedBy(action)) return account.PassActions(action.InstrumentId, action.Mark, context.Now);
        var change = new AccountChange(account);
        var held = account.PositionOf(action.InstrumentId);
        if (histories.TryGetValue(action.InstrumentId, out var history)) change.Restate(history.With(action), action, action.Id.ToString(), histories, context);
        else
        {
            var effect = ActionEffect.Of(action, held, context.Markets[action.InstrumentId].Terms, action.Into is { } into ? context.Markets[into].Terms : null);
            if (!ReferenceEquals(effect.Position, held)) change.Happened(new PositionAdjusted(context.Now, effect.Position, EntryOf(action, effect.Lines)) { Action = action });
            if (effect.Receipt is { } receipt) change.Receive(receipt, action, histories, context);
        }
        if (action.EndsOrders) change.EndOrders(action, context.Now);
        change.Happened(new ActionsPassed(context.Now, action.InstrumentId, action.Mark));
        return change.ToDecision();
    }

    /// <summary>Passes over actions that cannot concern the account: it never dealt in the instrument before.</summary>
    public static AccountDecision PassActions(this AccountState account, InstrumentId instrument, ActionMark mark, Timestamp now)
    {
        if (mark <= account.ActionMarks.GetValueOrDefault(instrument.Value)) return AccountDecision.Nothing(account);
        var change = new AccountChange(account);
        change.Happened(new ActionsPassed(now, instrument, mark));
        return change.ToDecision();
    }

    /// <summary>
    /// Puts right what actions did before a fill was told that was made before they took effect. <paramref name="history"/> has the fill, and the
    /// actions since then.
    /// </summary>
    public static AccountDecision PutRight(
        this AccountDecision decision, Fill late, InstrumentHistory history, IReadOnlyDictionary<InstrumentId, InstrumentHistory> histories, TradingContext context)
    {
        var change = new AccountChange(decision.After);
        change.Restate(history, null, late.Id.ToString(), histories, context);
        var right = change.ToDecision();
        return new(decision.Before, right.After, [.. decision.Events, .. right.Events], [.. decision.Commands, .. right.Commands]);
    }

    private static void Restate(
        this AccountChange change, InstrumentHistory history, InstrumentAction? action, string reference,
        IReadOnlyDictionary<InstrumentId, InstrumentHistory> histories, TradingContext context)
    {
        var (position, lines, receipts) = history.Restate(context);
        var held = change.Account.PositionOf(position.InstrumentId);
        if (!lines.IsEmpty || !IsSame(position, held)) change.Happened(new PositionAdjusted(
            context.Now, position, action is null ? new(JournalKind.CorporateAction, context.Now, reference, lines) : EntryOf(action, lines)) { Action = action });
        foreach (var (giver, receipt) in receipts) change.Receive(receipt, giver, histories, context);
    }

    private static void Receive(
        this AccountChange change, ActionReceipt receipt, InstrumentAction action, IReadOnlyDictionary<InstrumentId, InstrumentHistory> histories, TradingContext context)
    {
        var (into, terms) = (receipt.InstrumentId, context.Markets[receipt.InstrumentId].Terms);
        var held = change.Account.PositionOf(into);
        var position = held.Receive(receipt, action.EffectiveAt, terms);
        var lines = ActionEffect.LinesOf(receipt, position.Realized - held.Realized, terms);
        var received = new PositionAdjusted(context.Now, position, EntryOf(action, lines)) { Action = action, Received = receipt };
        if (histories.TryGetValue(into, out var history))
        {
            (position, var missing, _) = history.With(received with { Entry = EntryOf(action, []) }).Restate(context);
            received = received with { Position = position, Entry = EntryOf(action, missing) };
        }
        change.Happened(received);
        // What that instrument did before does not concern these units; what it does from then on does.
        if (!change.Account.ActionMarks.ContainsKey(into.Value)) change.Happened(new ActionsPassed(context.Now, into, new(action.EffectiveAt, 0)));
    }

    private static void EndOrders(this AccountChange change, InstrumentAction action, Timestamp now)
    {
        foreach (var order in change.Account.OpenOrders.Values.OrderBy(order => order.Id).ToList())
        {
            var isIn = order.Ticket.InstrumentId == action.InstrumentId || order.Ticket.InstrumentId == action.Into;
            if (isIn && order.PlacedAt < action.EffectiveAt) change.Cancel(order, OrdersEnded, "Units of the instrument became others.", now);
        }
    }

    private static JournalEntry EntryOf(InstrumentAction action, ImmutableArray<JournalLine> lines) => new(KindOf(action.Kind), action.EffectiveAt, action.Id.ToString(), lines);

    private static JournalKind KindOf(InstrumentActionKind kind) => kind switch
    {
        InstrumentActionKind.Funding => JournalKind.Funding,
        InstrumentActionKind.Borrow => JournalKind.Borrow,
        InstrumentActionKind.Dividend => JournalKind.Dividend,
        _ => JournalKind.CorporateAction,
    };

    // Records compare arrays by identity.
    private static bool IsSame(Position left, Position right) => left.Lots.SequenceEqual(right.Lots) && left with { Lots = right.Lots } == right;
}
