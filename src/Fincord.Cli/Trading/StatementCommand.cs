using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>statement</c>: what an account had, what was booked, and what it has afterwards.</summary>
internal static class StatementCommand
{
    public static Command Describe(CommonOptions common)
    {
        var (account, range) = (new AccountOption(), new RangeOptions());
        var command = new Command("statement", "Show what an account had, what was booked, and what it had afterwards.") { account.Option, range.From, range.To };
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(range.Add(parsed, await account.Find(parsed, server, cancellation, "statement")), cancellation);
            common.Show(parsed, answer, () => ToTable(server.Read<AccountStatementView>(answer)));
        });
    }

    private static Table ToTable(AccountStatementView statement)
    {
        var table = TableWriter.WithColumns("WHAT", ">AMOUNT", "UNIT", ">ENTRIES");
        void Row(string what, decimal? amount, string unit) => table.AddRow(Cells.Word(what), Cells.Number(amount), Cells.Word(unit), Cells.Word(""));
        void End(string name, StatementEndView end)
        {
            Row($"{name} equity", end.Equity, statement.BaseCurrency);
            foreach (var cash in end.Cash) Row($"{name} cash", cash.Amount, cash.Currency);
            foreach (var held in end.Positions) Row($"{name} position", held.Quantity, held.InstrumentKey);
        }

        End("opening", statement.Opening);
        foreach (var moved in statement.Movements)
            table.AddRow(Cells.Choice(moved.Kind), Cells.Number(moved.Amount), Cells.Word(moved.Unit), Cells.Number(moved.Count));
        End("closing", statement.Closing);
        if (statement.Profit is not { } profit) return table;
        Row("realized", profit.Realized, statement.BaseCurrency);
        Row("unrealized", profit.Unrealized, statement.BaseCurrency);
        Row("income", profit.Income, statement.BaseCurrency);
        Row("fees", -profit.Fees, statement.BaseCurrency);
        Row("total", profit.Total, statement.BaseCurrency);
        return table;
    }
}
