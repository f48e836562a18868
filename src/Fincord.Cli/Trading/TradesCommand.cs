using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>trades</c>: an account's round trips, those that go on, then the latest first.</summary>
internal static class TradesCommand
{
    public static Command Describe(CommonOptions common)
    {
        var (account, limit) = (new AccountOption(), Arguments.Limit("trades", byDefault: 100));
        return common.Serve(new("trades", "List an account's round trips, the latest first.") { account.Option, limit }, async (parsed, server, cancellation) =>
        {
            var answer = await server.GetPages(await account.Find(parsed, server, cancellation, "trades"), null, parsed.GetValue(limit), cancellation);
            common.Show(parsed, answer, "trades", () => ToTable(answer.Results.Select(server.Read<TradeView>)));
        });
    }

    private static Table ToTable(IEnumerable<TradeView> trades)
    {
        var table = TableWriter.WithColumns("OPENED", "CLOSED", "KEY", "SIDE", ">QUANTITY", ">ENTRY PRICE", ">EXIT PRICE", ">REALIZED", ">FEES", ">NET", "ORIGIN");
        foreach (var trade in trades)
        {
            table.AddRow(
                Cells.Time(trade.OpenedAt), Cells.Time(trade.ClosedAt), Cells.Word(trade.InstrumentKey), Cells.Choice(trade.Side), Cells.Number(trade.Quantity),
                Cells.Number(trade.EntryPrice), Cells.Number(trade.ExitPrice), Cells.Number(trade.Realized), Cells.Number(trade.Fees),
                Cells.Number(trade.NetProfit), Cells.Choice(trade.Origin));
        }
        return table;
    }
}
