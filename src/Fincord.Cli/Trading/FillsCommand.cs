using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>fills</c>: what of an account's orders traded, the latest first.</summary>
internal static class FillsCommand
{
    public static Command Describe(CommonOptions common)
    {
        var (account, limit) = (new AccountOption(), Arguments.Limit("fills", byDefault: 100));
        return common.Serve(new("fills", "List an account's fills, the latest first.") { account.Option, limit }, async (parsed, server, cancellation) =>
        {
            var path = await account.Find(parsed, server, cancellation, "fills");
            var answer = await server.GetPages(path, null, parsed.GetValue(limit), cancellation);
            common.Show(parsed, answer, "fills", () => ToTable(answer.Results.Select(server.Read<FillView>)));
        });
    }

    private static Table ToTable(IEnumerable<FillView> fills)
    {
        var table = TableWriter.WithColumns("TIME", "KEY", "SIDE", ">QUANTITY", ">PRICE", ">NOTIONAL", ">FEE", ">REALIZED", "LIQUIDITY", "ORDER");
        foreach (var fill in fills)
        {
            table.AddRow(
                Cells.Time(fill.OccurredAt), Cells.Word(fill.InstrumentKey), Cells.Choice(fill.Side), Cells.Number(fill.Quantity), Cells.Number(fill.Price),
                Cells.Number(fill.Notional), Cells.Number(fill.Fee), Cells.Number(fill.Realized), Cells.Choice(fill.Liquidity), Cells.Word(fill.OrderId));
        }
        return table;
    }
}
