using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>settlements</c>: what of an account's trades has settled, and what is to be delivered against what.</summary>
internal static class SettlementsCommand
{
    public static Command Describe(CommonOptions common)
    {
        var (account, asOf) = (new AccountOption(), Arguments.Time("--as-of", "As it stands at this moment (now)."));
        var command = new Command("settlements", "Show what of an account's trades has settled, and what is still to be delivered.") { account.Option, asOf };
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var path = (await account.Find(parsed, server, cancellation, "settlements")).With("asOf", parsed.GetValue(asOf)?.ToString());
            var answer = await server.Get(path, cancellation);
            common.Show(parsed, answer, () => ToTable(server.Read<SettlementsView>(answer)));
        });
    }

    private static Table ToTable(SettlementsView settlements)
    {
        var table = TableWriter.WithColumns("DAY", "KEY", "STATUS", ">UNITS", ">MONEY", "CURRENCY", ">FILLS");
        foreach (var cash in settlements.Cash)
        {
            table.AddRow(Cells.Word("-"), Cells.Word("cash"), Cells.Word("SETTLED"), Cells.Word(""), Cells.Number(cash.Settled), Cells.Word(cash.Currency), Cells.Word(""));
            table.AddRow(Cells.Word("-"), Cells.Word("cash"), Cells.Word("PENDING"), Cells.Word(""), Cells.Number(cash.Unsettled), Cells.Word(cash.Currency), Cells.Word(""));
        }
        foreach (var instruction in settlements.Instructions)
        {
            table.AddRow(
                Cells.Word(instruction.SettlesOn.ToString()[..10]), Cells.Word(instruction.InstrumentKey), Cells.Choice(instruction.Status), Cells.Number(instruction.Units),
                Cells.Number(instruction.Money), Cells.Word(instruction.Currency), Cells.Number(instruction.FillCount));
        }
        return table;
    }
}
