using Fincord.Contracts.Trading;
using static Fincord.Storage.Trading.TradingStore;

namespace Fincord.Storage.Trading;

/// <summary>What a commit of a paper book writes.</summary>
internal static class PaperBookRows
{
    public static List<SqlStep> Of(PaperBookCommit commit)
    {
        var steps = new List<SqlStep>
        {
            commit.Number == 1
                ? new(
                    "INSERT INTO paper_book (book, state, working_orders, commits) VALUES (?, ?, ?, 1) ON CONFLICT (book) DO NOTHING",
                    [commit.Book, commit.State, (long)commit.WorkingOrders], MustChange: true)
                : new(
                    "UPDATE paper_book SET state = ?, working_orders = ?, commits = ? WHERE book = ? AND commits = ?",
                    [commit.State, (long)commit.WorkingOrders, commit.Number, commit.Book, commit.Number - 1], MustChange: true),
        };
        foreach (var (account, report) in commit.Reports) steps.Add(new(
            "INSERT INTO paper_report (book, account_id, sequence, order_id, report) VALUES (?, ?, ?, ?, ?)",
            [commit.Book, account.ToString(), report.Sequence, report.OrderId.ToString(), Json.Write(report)]));
        foreach (var (unit, amount) in commit.Clearing) steps.Add(new(
            "INSERT INTO paper_clearing (book, unit, amount) VALUES (?, ?, ?) ON CONFLICT (book, unit) DO UPDATE SET amount = excluded.amount",
            [commit.Book, unit, amount]));
        return steps;
    }
}
