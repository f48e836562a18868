using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>account</c>: what an account is worth, and its money; <c>account set</c> changes how it is run.</summary>
internal static class AccountCommand
{
    public static Command Describe(CommonOptions common)
    {
        var account = new AccountOption();
        return common.Serve(new("account", "Show what an account is worth, and its money.") { account.Option, SetAccountCommand.Describe(common) }, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(await account.Find(parsed, server, cancellation), cancellation);
            common.Show(parsed, answer, () => ToTable(server.Read<AccountView>(answer)));
        });
    }

    internal static Table ToTable(AccountView account)
    {
        var table = TableWriter.WithColumns("WHAT", ">AMOUNT", "CURRENCY");
        void Row(string what, decimal amount, string currency) => table.AddRow(Cells.Word(what), Cells.Number(amount), Cells.Word(currency));
        Row("equity", account.Equity, account.BaseCurrency);
        Row("exposure", account.Exposure, account.BaseCurrency);
        Row("free margin", account.FreeMargin, account.BaseCurrency);
        foreach (var balance in account.Balances)
        {
            Row("cash", balance.Total, balance.Currency);
            if (balance.Held != 0) Row("of it held for orders", balance.Held, balance.Currency);
        }
        foreach (var difference in account.VenueDifferences)
        {
            Row("here, unlike at the venue", difference.Ours, difference.Unit);
            Row("at the venue", difference.Theirs, difference.Unit);
        }
        if (account.IsKilled) table.AddRow(Cells.Word("kill switch"), Cells.Word("on"), Cells.Word(""));
        if (account.HaltedBy is { } scope) table.AddRow(Cells.Word($"kill switch of {scope}"), Cells.Word("on"), Cells.Word(""));
        if (account.Breaker is { } breaker) table.AddRow(Cells.Word($"{breaker.Code} reached"), Cells.Number(breaker.Actual), Cells.Word(breaker.Unit));
        return table;
    }
}
