using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>performance</c>: how well an account did.</summary>
internal static class PerformanceCommand
{
    public static Command Describe(CommonOptions common)
    {
        var (account, range) = (new AccountOption(), new RangeOptions());
        var command = new Command("performance", "Show an account's returns and the metrics of its daily equity.") { account.Option, range.From, range.To };
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(range.Add(parsed, await account.Find(parsed, server, cancellation, "performance")), cancellation);
            common.Show(parsed, answer, () => ToTable(server.Read<PerformanceView>(answer)));
        });
    }

    private static Table ToTable(PerformanceView performance)
    {
        var table = TableWriter.WithColumns("WHAT", ">VALUE");
        void Row(string what, double? value) => table.AddRow(Cells.Word(what), Cells.Statistic(value));
        Row("time-weighted return %", performance.TimeWeightedReturn * 100);
        Row("money-weighted return %", performance.MoneyWeightedReturn * 100);
        Row("money-weighted per year %", performance.MoneyWeightedAnnual * 100);
        Row("days", performance.SampleSize);
        Row("annual return %", performance.AnnualReturn * 100);
        Row("volatility %", performance.Volatility * 100);
        Row("Sharpe", performance.Sharpe);
        Row("Sharpe, 95 % from", performance.SharpeLow);
        Row("Sharpe, 95 % to", performance.SharpeHigh);
        Row("Sortino", performance.Sortino);
        Row("Calmar", performance.Calmar);
        Row("largest drawdown %", performance.MaxDrawdown * 100);
        Row("longest drawdown, days", performance.LongestDrawdownDays);
        return table;
    }
}
