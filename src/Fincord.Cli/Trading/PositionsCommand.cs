using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>positions</c>: what an account holds.</summary>
internal static class PositionsCommand
{
    public static Command Describe(CommonOptions common)
    {
        var account = new AccountOption();
        return common.Serve(new("positions", "List what an account holds.") { account.Option }, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(await account.Find(parsed, server, cancellation), cancellation);
            var positions = answer.GetProperty("positions").EnumerateArray().ToList();
            common.Show(parsed, new PageView<JsonElement>(positions), "positions", () => ToTable(positions.Select(server.Read<PositionView>)));
        });
    }

    private static Table ToTable(IEnumerable<PositionView> positions)
    {
        var table = TableWriter.WithColumns("KEY", ">QUANTITY", ">AVERAGE COST", ">MARK", ">VALUE", ">UNREALIZED", ">REALIZED", ">FEES");
        foreach (var position in positions)
        {
            table.AddRow(
                Cells.Word(position.InstrumentKey), Cells.Number(position.Quantity), Cells.Number(position.AverageCost), Cells.Number(position.Mark),
                Cells.Number(position.Value), Cells.Number(position.Unrealized), Cells.Number(position.Realized), Cells.Number(position.Fees));
        }
        return table;
    }
}
