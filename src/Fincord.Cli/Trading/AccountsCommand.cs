using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>accounts</c>: the member's accounts.</summary>
internal static class AccountsCommand
{
    public static Command Describe(CommonOptions common) => common.Serve(
        new("accounts", "List your accounts."), async (parsed, server, cancellation) =>
        {
            var answer = server.Read<PageView<JsonElement>>(await server.Get(RestPath.ApiV1("accounts"), cancellation));
            common.Show(parsed, answer, "accounts", () => ToTable(answer.Results.Select(server.Read<AccountHeaderView>)));
        });

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
