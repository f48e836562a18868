using System.CommandLine;
using Fincord.Cli.Server;
using Fincord.Contracts;
using Fincord.Schemas.Views;

namespace Fincord.Cli.Trading;

/// <summary>The option <c>--account</c>: which of the member's accounts is meant.</summary>
internal sealed class AccountOption
{
    /// <summary>The option itself.</summary>
    public Option<string?> Option { get; } = new("--account", "-a")
    {
        Description = "The account, by its name or id; may be left out when there is only one.",
        HelpName = "ACCOUNT",
    };

    /// <summary>The path of the account's part, asked for by name or id where needed.</summary>
    public async Task<RestPath> Find(ParseResult parsed, ServerClient server, CancellationToken cancellation, params string[] part) =>
        RestPath.ApiV1(["accounts", await FindId(parsed.GetValue(Option), server, cancellation), .. part]);

    private static async Task<string> FindId(string? wanted, ServerClient server, CancellationToken cancellation)
    {
        if (Guid.TryParse(wanted, out var id)) return id.ToString();
        var accounts = server.Read<PageView<AccountHeaderView>>(await server.Get(RestPath.ApiV1("accounts"), cancellation)).Results
            .Where(account => wanted is null || account.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return accounts switch
        {
            [var only] => only.Id,
            [] => throw new ServerException(RefusalCodes.UnknownAccount, wanted is null ? "There is no account." : $"No account is called '{wanted}'."),
            _ => throw new ServerException(RefusalCodes.InvalidArgument, "There are several accounts: say which with --account and its id; ./fincord accounts lists them."),
        };
    }
}
