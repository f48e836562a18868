using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>pnl</c>: what each UTC day brought.</summary>
internal static class PnlCommand
{
    public static Command Describe(CommonOptions common)
    {
        var (account, range) = (new AccountOption(), new RangeOptions());
        var command = new Command("pnl", "List what each UTC day brought an account, in its base currency.") { account.Option, range.From, range.To };
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(range.Add(parsed, await account.Find(parsed, server, cancellation, "pnl")), cancellation);
            var days = answer.GetProperty("results").EnumerateArray().ToList();
            common.Show(parsed, new PageView<JsonElement>(days), "days", () => ToTable(days.Select(server.Read<DailyPnlView>)));
        });
    }

    private static Table ToTable(IEnumerable<DailyPnlView> days)
    {
        var table = TableWriter.WithColumns("DAY", ">TOTAL", ">REALIZED", ">UNREALIZED", ">INCOME", ">FEES", ">FLOW", ">EQUITY", ">RETURN %");
        foreach (var day in days)
        {
            var profit = day.Profit;
            table.AddRow(
                Cells.Word(day.Day.ToString()[..10]), Cells.Number(profit.Total), Cells.Number(profit.Realized), Cells.Number(profit.Unrealized),
                Cells.Number(profit.Income), Cells.Number(profit.Fees), Cells.Number(profit.Flow), Cells.Number(day.ClosingEquity), Cells.Statistic(day.Return * 100));
        }
        return table;
    }
}
