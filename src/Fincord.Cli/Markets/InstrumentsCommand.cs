using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Markets;

/// <summary><c>instruments</c>: the catalogue, by key.</summary>
internal static class InstrumentsCommand
{
    public static Command Describe(CommonOptions common)
    {
        var limit = Arguments.Limit("instruments", byDefault: 100);
        var after = Arguments.KeyOption("--after", "Show those after this key.");
        return common.Serve(new("instruments", "List the instruments by key.") { limit, after }, async (parsed, server, cancellation) =>
        {
            var answer = await server.GetPages(
                RestPath.ApiV1("instruments"), parsed.GetValue(after)?.Value, parsed.GetValue(limit), cancellation);
            common.Show(parsed, answer, "instruments", () => ToTable(answer.Results.Select(server.Read<InstrumentView>)));
        });
    }

    private static Table ToTable(IEnumerable<InstrumentView> instruments)
    {
        var table = TableWriter.WithColumns("KEY", "NAME", "TYPE", "CURRENCY", ">PRICE DIGITS", ">SIZE DIGITS", ">ID");
        foreach (var instrument in instruments)
        {
            table.AddRow(
                Cells.Word(instrument.Key),
                Cells.Word(instrument.Name),
                Cells.Word(JsonNamingPolicy.SnakeCaseUpper.ConvertName(instrument.Type.ToString())),
                Cells.Word(instrument.Currency),
                Cells.Number(instrument.PriceScale),
                Cells.Number(instrument.QuantityScale),
                Cells.Word(instrument.Id));
        }
        return table;
    }
}
