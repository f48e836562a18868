using Fincord.Contracts.Trading;
using static Fincord.Storage.Trading.TradingStore;

namespace Fincord.Storage.Trading;

/// <summary>What a commit of a paper book writes.</summary>
internal static class PaperBookRows
{
    public static List<SqlStep> Of(PaperBookCommit commit)
    {
        var state = Json.Write(commit.Change.State);
        var steps = new List<SqlStep>
        {
            commit.Number == 1
                ? new(
                    "INSERT INTO paper_book (book, state, working_orders, commits) VALUES (?, ?, ?, 1) ON CONFLICT (book) DO NOTHING",
                    [commit.Book, state, (long)commit.WorkingOrders], MustChange: true)
                : new(
                    "UPDATE paper_book SET state = ?, working_orders = ?, commits = ? WHERE book = ? AND commits = ?",
                    [state, (long)commit.WorkingOrders, commit.Number, commit.Book, commit.Number - 1], MustChange: true),
        };
        foreach (var row in commit.Change.Changed) steps.Add(new(
            "INSERT INTO paper_order (book, number, body) VALUES (?, ?, ?) ON CONFLICT (book, number) DO UPDATE SET body = excluded.body",
            [commit.Book, row.Number, Json.Write(row)]));
        foreach (var number in commit.Change.Gone) steps.Add(new("DELETE FROM paper_order WHERE book = ? AND number = ?", [commit.Book, number]));
        foreach (var (account, report) in commit.Reports) steps.Add(new(
            "INSERT INTO paper_report (book, account_id, sequence, order_id, report) VALUES (?, ?, ?, ?, ?)",
            [commit.Book, account.ToString(), report.Sequence, report.OrderId.ToString(), Json.Write(report)]));
        foreach (var (unit, amount) in commit.Change.State.Clearing) steps.Add(new(
            "INSERT INTO paper_clearing (book, unit, amount) VALUES (?, ?, ?) ON CONFLICT (book, unit) DO UPDATE SET amount = excluded.amount",
            [commit.Book, unit, amount]));
        return steps;
    }
}
