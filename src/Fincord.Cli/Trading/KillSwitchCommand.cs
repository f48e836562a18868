using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Contracts;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>kill-switch</c>: stops all accounts of a scope, lets them go on, and lists what is stopped.</summary>
internal static class KillSwitchCommand
{
    public static Command Describe(CommonOptions common) => new("kill-switch", "Stop the accounts of a scope, let them go on, and list what is stopped.")
    {
        DescribeTurn(common, "on", "Stop the accounts of a scope: cancel their orders, and take only orders that reduce.", isOn: true),
        DescribeTurn(common, "off", "Let the accounts of a scope go on.", isOn: false),
        DescribeList(common),
    };

    private static Command DescribeTurn(CommonOptions common, string name, string description, bool isOn)
    {
        var (scope, key) = (Arguments.Scope(), Arguments.IdempotencyKey());
        var reason = new Option<string>("--reason", "-r") { Description = "Why; it is kept.", HelpName = "TEXT", Required = true };
        var close = new Option<bool>("--close") { Description = "Close what the accounts hold, too." };
        var command = new Command(name, description) { scope, reason, key };
        if (isOn) command.Add(close);
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var body = new TurnScopeKillSwitchRequest { IsOn = isOn, ClosesPositions = isOn ? parsed.GetValue(close) : null, Reason = parsed.GetRequiredValue(reason) };
            var path = RestPath.ApiV1("risk", "kill-switches", parsed.GetRequiredValue(scope).ToString());
            var answer = await server.Send(
                HttpMethod.Put, path, body, cancellation, ("Idempotency-Key", parsed.GetValue(key) ?? new VersionSevenIds(common.Time).Next().ToString()));
            common.Show(parsed, answer, () => ToTable(server.Read<KillSwitchTurnView>(answer)));
        });
    }

    private static Command DescribeList(CommonOptions common) => common.Serve(
        new("list", "List the kill switches that are on."), async (parsed, server, cancellation) =>
        {
            var answer = server.Read<PageView<JsonElement>>(await server.Get(RestPath.ApiV1("risk", "kill-switches"), cancellation));
            common.Show(parsed, answer, "kill switches", () => ToTable(answer.Results.Select(server.Read<KillSwitchView>)));
        });

    private static Table ToTable(KillSwitchTurnView turned)
    {
        var table = TableWriter.WithColumns("SCOPE", "SWITCH", ">ACCOUNTS REACHED", ">STILL TRIED");
        table.AddRow(
            Cells.Word(turned.KillSwitch.Scope), Cells.Word(turned.KillSwitch.IsOn ? "on" : "off"), Cells.Number(turned.Reached), Cells.Number(turned.Unreached.Count));
        return table;
    }

    private static Table ToTable(IEnumerable<KillSwitchView> switches)
    {
        var table = TableWriter.WithColumns("SCOPE", "CLOSES", "SINCE", "BY", "REASON");
        foreach (var on in switches)
            table.AddRow(Cells.Word(on.Scope), Cells.Word(on.ClosesPositions ? "yes" : "no"), Cells.Time(on.At), Cells.Word(on.By), Cells.Word(on.Reason));
        return table;
    }
}
