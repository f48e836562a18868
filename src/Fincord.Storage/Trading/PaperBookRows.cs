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
            new(
                "INSERT INTO paper_book (book, state, working_orders) VALUES (?, ?, ?) "
                + "ON CONFLICT (book) DO UPDATE SET state = excluded.state, working_orders = excluded.working_orders",
                [commit.Book, commit.State, (long)commit.WorkingOrders]),
        };
        foreach (var (account, report) in commit.Reports) steps.Add(new(
            "INSERT INTO paper_report (book, account_id, sequence, report) VALUES (?, ?, ?, ?)",
            [commit.Book, account.ToString(), report.Sequence, Json.Write(report)]));
        foreach (var (unit, amount) in commit.Clearing) steps.Add(new(
            "INSERT INTO paper_clearing (book, unit, amount) VALUES (?, ?, ?) ON CONFLICT (book, unit) DO UPDATE SET amount = excluded.amount",
            [commit.Book, unit, amount]));
        return steps;
    }
}
