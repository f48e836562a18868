using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Contracts;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>accounts</c>: the member's accounts.</summary>
internal static class AccountsCommand
{
    public static Command Describe(CommonOptions common) => common.Serve(
        new("accounts", "List your accounts.") { DescribeOpen(common) }, async (parsed, server, cancellation) =>
        {
            var answer = server.Read<PageView<JsonElement>>(await server.Get(RestPath.ApiV1("accounts"), cancellation));
            common.Show(parsed, answer, "accounts", () => ToTable(answer.Results.Select(server.Read<AccountHeaderView>)));
        });

    private static Command DescribeOpen(CommonOptions common)
    {
        var name = new Argument<string>("NAME") { Description = "What you call it." };
        var league = new Option<string?>("--league") { Description = "Trade in this league's books, together with its other members.", HelpName = "LEAGUE" };
        var key = new Option<string?>("--key") { Description = "Idempotency key: asking again with the same does nothing twice (a new one each time).", HelpName = "TEXT" };
        return common.Serve(new("open", "Open a paper account.") { name, league, key }, async (parsed, server, cancellation) =>
        {
            var request = new OpenAccountRequest { Name = parsed.GetRequiredValue(name), League = parsed.GetValue(league) };
            var answer = await server.Send(
                HttpMethod.Post, RestPath.ApiV1("accounts"), request, cancellation, ("Idempotency-Key", parsed.GetValue(key) ?? new VersionSevenIds(common.Time).Next().ToString()));
            common.Show(parsed, answer, () => AccountCommand.ToTable(server.Read<AccountView>(answer)));
        });
    }

    private static Table ToTable(IEnumerable<AccountHeaderView> accounts)
    {
        var table = TableWriter.WithColumns("NAME", "VENUE", "KIND", "CURRENCY", "OPENED", "ID");
        foreach (var account in accounts)
        {
            table.AddRow(
                Cells.Word(account.Name), Cells.Word(account.Venue), Cells.Choice(account.Kind), Cells.Word(account.BaseCurrency),
                Cells.Time(account.OpenedAt), Cells.Word(account.Id));
        }
        return table;
    }
}
