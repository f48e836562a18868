using System.Numerics;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using static Fincord.Storage.Trading.TradingStore;

namespace Fincord.Storage.Trading;

/// <summary>What a commit of an account writes: its events, and the rows that are made of them.</summary>
internal static class AccountRows
{
    private const long FewestEventsPerSnapshot = 256;

    public static List<SqlStep> Of(AccountCommit commit)
    {
        var (id, steps) = (commit.After.Id.ToString(), new List<SqlStep>());
        steps.Add(Head(commit, id));
        var sequence = commit.Before.Sequence;
        foreach (var next in commit.Events) steps.Add(new(
            "INSERT INTO account_event (account_id, sequence, occurred_at, event) VALUES (?, ?, ?, ?)", [id, ++sequence, next.At.Nanoseconds, Json.Write(next)]));
        foreach (var order in commit.Orders) AddOrder(steps, id, order);
        sequence = commit.Before.Sequence;
        foreach (var next in commit.Events) AddRows(steps, id, ++sequence, next, commit);
        if (commit.Command is { } command) steps.Add(new(
            "INSERT INTO account_command (account_id, key, content_hash, answer, answered_at) VALUES (?, ?, ?, ?, ?)",
            [id, command.Key, command.ContentHash, command.Answer, command.At.Nanoseconds]));
        foreach (var (venue, watermark) in commit.Watermarks) steps.Add(new(
            "INSERT INTO account_watermark (account_id, venue, sequence) VALUES (?, ?, ?) "
            + "ON CONFLICT (account_id, venue) DO UPDATE SET sequence = excluded.sequence WHERE account_watermark.sequence < excluded.sequence",
            [id, venue, watermark]));
        if (IsSnapshotDue(commit)) steps.Add(new(
            "INSERT INTO account_snapshot (account_id, sequence, state) VALUES (?, ?, ?) "
            + "ON CONFLICT (account_id) DO UPDATE SET sequence = excluded.sequence, state = excluded.state",
            [id, commit.After.Sequence, Json.Write(commit.After)]));
        return steps;
    }

    // Loading an account applies at most some hundred events to its snapshot, or as many as it has orders and lots: so the larger a snapshot is,
    // the rarer it is written.
    private static bool IsSnapshotDue(AccountCommit commit)
    {
        var things = commit.After.OpenOrders.Count + commit.After.Positions.Values.Sum(position => position.Lots.Length);
        var interval = Math.Max(FewestEventsPerSnapshot, (long)BitOperations.RoundUpToPowerOf2((uint)things));
        return commit.After.Sequence / interval != commit.Before.Sequence / interval;
    }

    // The first step: it fails when the stored account does not stand where the commit goes on.
    private static SqlStep Head(AccountCommit commit, string id)
    {
        var (settings, open) = (commit.After.Settings!, (long)commit.After.OpenOrders.Count);
        return commit.Before.Sequence == 0
            ? new(
                "INSERT INTO account (account_id, owner, settings, opened_at, sequence, open_orders) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id) DO NOTHING",
                [id, settings.Owner.ToString(), Json.Write(settings), commit.Events[0].At.Nanoseconds, commit.After.Sequence, open], MustChange: true)
            : ReferenceEquals(settings, commit.Before.Settings)
            ? new(
                "UPDATE account SET sequence = ?, open_orders = ? WHERE account_id = ? AND sequence = ?",
                [commit.After.Sequence, open, id, commit.Before.Sequence], MustChange: true)
            : new(
                "UPDATE account SET sequence = ?, settings = ?, open_orders = ? WHERE account_id = ? AND sequence = ?",
                [commit.After.Sequence, Json.Write(settings), open, id, commit.Before.Sequence], MustChange: true);
    }

    private static void AddOrder(List<SqlStep> steps, string id, Order order)
    {
        steps.Add(new(
            "INSERT INTO trade_order (order_id, account_id, instrument_id, side, type, status, is_open, quantity, filled, cost, placed_at, changed_at, version, body) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (order_id) DO UPDATE SET status = excluded.status, is_open = excluded.is_open, "
            + "quantity = excluded.quantity, filled = excluded.filled, cost = excluded.cost, changed_at = excluded.changed_at, version = excluded.version, body = excluded.body",
            [
                order.Id.ToString(), id, order.Ticket.InstrumentId.Value, (long)order.Ticket.Side, (long)order.Ticket.Type, (long)order.Status,
                order.Status.IsEnded() ? 0L : 1L, order.Ticket.Quantity.Count, order.Filled.Count, order.Cost, order.PlacedAt.Nanoseconds,
                order.ChangedAt.Nanoseconds, (long)order.Version, Json.Write(order),
            ]));
        steps.Add(order.Hold.Amount == 0
            ? new("DELETE FROM hold WHERE order_id = ?", [order.Id.ToString()])
            : new(
                "INSERT INTO hold (order_id, account_id, unit, amount) VALUES (?, ?, ?, ?) "
                + "ON CONFLICT (order_id) DO UPDATE SET unit = excluded.unit, amount = excluded.amount",
                [order.Id.ToString(), id, order.Hold.Unit, order.Hold.Amount]));
    }

    private static void AddRows(List<SqlStep> steps, string id, long sequence, AccountEvent next, AccountCommit commit)
    {
        steps.AddRange(VenueRows.Of(id, sequence, next));
        switch (next)
        {
            case OrderFilled filled:
                AddFill(steps, id, sequence, filled);
                AddEntry(steps, id, sequence, filled.Entry);
                AddPosition(steps, id, commit.After.PositionOf(filled.Fill.InstrumentId));
                break;
            case EntryPosted posted:
                AddEntry(steps, id, sequence, posted.Entry);
                break;
            case PositionAdjusted adjusted:
                AddEntry(steps, id, sequence, adjusted.Entry);
                AddPosition(steps, id, adjusted.Position);
                break;
            case InterestAccrued { Entry: { } interest }:
                AddEntry(steps, id, sequence, interest);
                break;
            case MarkedToMarket marked:
                steps.Add(new(
                    "INSERT INTO equity (account_id, sequence, marked_at, equity, flow) VALUES (?, ?, ?, ?, ?)",
                    [id, sequence, marked.At.Nanoseconds, marked.Equity, marked.Flow]));
                break;
        }
    }

    private static void AddFill(List<SqlStep> steps, string id, long sequence, OrderFilled filled)
    {
        var fill = filled.Fill;
        steps.Add(new(
            "INSERT INTO fill (fill_id, account_id, sequence, order_id, instrument_id, side, price, quantity, liquidity, fee, notional, realized, occurred_at, settles_on) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                fill.Id.ToString(), id, sequence, fill.OrderId.ToString(), fill.InstrumentId.Value, (long)fill.Side, fill.Price.Count, fill.Quantity.Count,
                (long)fill.Liquidity, fill.Fee, filled.Notional, filled.Realized, fill.OccurredAt.Nanoseconds, fill.SettlesOn.Nanoseconds,
            ]));
    }

    private static void AddEntry(List<SqlStep> steps, string id, long sequence, JournalEntry entry)
    {
        if (!entry.IsBalanced) throw new InvalidOperationException($"The {entry.Kind} entry {entry.Reference} of account {id} is not balanced.");
        if (entry.Lines.IsEmpty) return;
        const string row = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
        var sql = "INSERT INTO journal_line (account_id, sequence, line, kind, reference, occurred_at, ledger_account, unit, amount) VALUES "
            + string.Join(", ", Enumerable.Repeat(row, entry.Lines.Length));
        steps.Add(new(sql, [.. entry.Lines.SelectMany((line, index) => new object[]
        {
            id, sequence, index + 1L, (long)entry.Kind, entry.Reference, entry.OccurredAt.Nanoseconds, (long)line.Account, line.Unit, line.Amount,
        })]));
    }

    private static void AddPosition(List<SqlStep> steps, string id, Position position) => steps.Add(new(
        "INSERT INTO position (account_id, instrument_id, count, cost, realized, realized_fifo, fees) VALUES (?, ?, ?, ?, ?, ?, ?) "
        + "ON CONFLICT (account_id, instrument_id) DO UPDATE SET count = excluded.count, cost = excluded.cost, realized = excluded.realized, "
        + "realized_fifo = excluded.realized_fifo, fees = excluded.fees",
        [id, position.InstrumentId.Value, position.Count, position.Cost, position.Realized, position.RealizedFifo, position.Fees]));
}
