using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>risk</c>: what an account risks, as it was measured, the latest first.</summary>
internal static class RiskCommand
{
    private const int Most = 1_000;

    public static Command Describe(CommonOptions common)
    {
        var (account, range, limit) = (new AccountOption(), new RangeOptions(), Arguments.Limit("measures", byDefault: 10));
        var command = new Command("risk", "List what an account risked, the latest measure first.") { account.Option, range.From, range.To, limit };
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var path = range.Add(parsed, await account.Find(parsed, server, cancellation, "risk")).With("limit", Math.Min(parsed.GetValue(limit), Most).ToString());
            var measures = (await server.Get(path, cancellation)).GetProperty("results").EnumerateArray().ToList();
            common.Show(parsed, new PageView<JsonElement>(measures), "measures", () => ToTable(measures.Select(server.Read<RiskView>)));
        });
    }

    private static Table ToTable(IEnumerable<RiskView> measures)
    {
        var table = TableWriter.WithColumns(
            "TIME", ">EQUITY", ">GROSS", ">NET", ">LEVERAGE", ">MARGIN RATIO", "HORIZON", ">PERIODS", ">VAR 95", ">CVAR 95", ">NORMAL 95", ">VAR 99", ">CVAR 99");
        foreach (var risk in measures)
        {
            table.AddRow(
                Cells.Time(risk.At), Cells.Number(risk.Equity), Cells.Number(risk.GrossExposure), Cells.Number(risk.NetExposure), Cells.Number(risk.Leverage),
                Cells.Number(risk.MarginRatio), Cells.Word(risk.Horizon.ToString()), Cells.Number(risk.SampleSize), Cells.Statistic(risk.At95?.ValueAtRisk),
                Cells.Statistic(risk.At95?.ExpectedShortfall), Cells.Statistic(risk.At95?.NormalValueAtRisk), Cells.Statistic(risk.At99?.ValueAtRisk),
                Cells.Statistic(risk.At99?.ExpectedShortfall));
        }
        return table;
    }
}
