using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>terms</c>, <c>session</c>, <c>halt</c> and <c>resume</c>: how and when an instrument is traded.</summary>
internal static class InstrumentCommand
{
    public static Command DescribeTerms(CommonOptions common)
    {
        var key = Arguments.Key();
        return common.Serve(new("terms", "Show on what terms an instrument is traded.") { key }, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(RestPath.ApiV1("instruments", parsed.GetRequiredValue(key).Value, "terms"), cancellation);
            common.Show(parsed, answer, () => ToTable(server.Read<TermsView>(answer)));
        });
    }

    public static Command DescribeSession(CommonOptions common)
    {
        var key = Arguments.Key();
        return common.Serve(new("session", "Show what an instrument's market does now, and when that changes.") { key }, async (parsed, server, cancellation) =>
            Show(common, parsed, server, await server.Get(RestPath.ApiV1("instruments", parsed.GetRequiredValue(key).Value, "session"), cancellation)));
    }

    public static Command DescribeHalt(CommonOptions common)
    {
        var (key, reason) = (Arguments.Key(), new Argument<string>("REASON") { Description = "Why, for all to read." });
        return common.Serve(new("halt", "Halt the trading of an instrument for all.") { key, reason }, async (parsed, server, cancellation) =>
            Show(common, parsed, server, await server.Send(
                HttpMethod.Put, HaltOf(parsed.GetRequiredValue(key).Value), new HaltRequest { Reason = parsed.GetRequiredValue(reason) }, cancellation)));
    }

    public static Command DescribeResume(CommonOptions common)
    {
        var key = Arguments.Key();
        return common.Serve(new("resume", "Let the trading of a halted instrument go on.") { key }, async (parsed, server, cancellation) =>
            Show(common, parsed, server, await server.Send(HttpMethod.Delete, HaltOf(parsed.GetRequiredValue(key).Value), null, cancellation)));
    }

    private static RestPath HaltOf(string key) => RestPath.ApiV1("instruments", key, "halt");

    private static void Show(CommonOptions common, ParseResult parsed, ServerClient server, JsonElement answer) =>
        common.Show(parsed, answer, () => ToTable(server.Read<SessionView>(answer)));

    private static Table ToTable(TermsView terms)
    {
        var table = TableWriter.WithColumns("WHAT", ">VALUE");
        void Row(string what, decimal? value) => table.AddRow(Cells.Word(what), Cells.Number(value));
        Row("tick", terms.TickSize);
        Row("lot", terms.LotSize);
        Row("smallest quantity", terms.MinQuantity);
        Row("largest quantity", terms.MaxQuantity);
        Row("smallest notional", terms.MinNotional);
        Row("largest notional", terms.MaxNotional);
        Row("contract size", terms.ContractSize);
        Row("price band", terms.PriceBand);
        Row("initial margin", terms.InitialMargin);
        Row("maintenance margin", terms.MaintenanceMargin);
        Row("settlement days", terms.SettlementDays);
        table.AddRow(Cells.Word("calendar"), Cells.Word(terms.Calendar ?? "-"));
        return table;
    }

    private static Table ToTable(SessionView session) => TableWriter.WithColumns("PHASE", "NEXT CHANGE", "NEXT PHASE", "DAY", "TIME ZONE", "HALT").AddRow(
        Cells.Choice(session.Phase), Cells.Time(session.NextChange), session.NextPhase is { } next ? Cells.Choice(next) : Cells.Word("-"),
        Cells.Word(session.Day ?? "-"), Cells.Word(session.TimeZone), Cells.Word(session.Halt?.Reason ?? "-"));
}
