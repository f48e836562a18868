using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Markets;

/// <summary><c>quote KEY</c>: the last known state of an instrument's market.</summary>
internal static class QuoteCommand
{
    public static Command Describe(CommonOptions common)
    {
        var key = Arguments.Key();
        return common.Serve(new("quote", "Show best bid, best ask and last trade of an instrument.") { key }, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(RestPath.ApiV1("instruments", parsed.GetRequiredValue(key).Value, "quote"), cancellation);
            common.Show(parsed, answer, () => ToTable(server.Read<QuoteView>(answer)));
        });
    }

    private static Table ToTable(QuoteView quote) => TableWriter
        .WithColumns("KEY", ">BID", ">BID SIZE", ">ASK", ">ASK SIZE", ">LAST", ">LAST SIZE", "TIME")
        .AddRow(
            Cells.Word(quote.Key),
            Cells.Number(quote.Bid),
            Cells.Number(quote.BidSize),
            Cells.Number(quote.Ask),
            Cells.Number(quote.AskSize),
            Cells.Number(quote.Last),
            Cells.Number(quote.LastSize),
            Cells.Time(quote.OccurredAt));
}
