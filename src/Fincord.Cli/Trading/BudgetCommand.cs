using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Contracts;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>budget</c>: the limits above the accounts of a scope.</summary>
internal static class BudgetCommand
{
    public static Command Describe(CommonOptions common) => new("budget", "Show and set what the accounts of a scope may do together.")
    {
        DescribeShow(common), DescribeSet(common),
    };

    private static Command DescribeShow(CommonOptions common)
    {
        var scope = Arguments.Scope();
        return common.Serve(new("show", "Show the limits of a scope, and what is used of them.") { scope }, async (parsed, server, cancellation) =>
        {
            var answer = await server.Get(RestPath.ApiV1("risk", "budgets", parsed.GetRequiredValue(scope).ToString()), cancellation);
            common.Show(parsed, answer, () => ToTable(server.Read<BudgetView>(answer)));
        });
    }

    private static Command DescribeSet(CommonOptions common)
    {
        var (scope, key) = (Arguments.Scope(), Arguments.IdempotencyKey());
        var currency = new Option<string?>("--currency") { Description = "The currency of its sums (USD).", HelpName = "CODE" };
        var exposure = Arguments.Number("--max-exposure", "SUM", "The notional of all positions and open orders.");
        var dailyLoss = Arguments.Number("--max-daily-loss", "SUM", "The largest loss since the UTC day began.");
        var drawdown = Arguments.Number("--max-drawdown", "PART", "The largest loss from the highest equity, as a part of it: 0.1 for 10 %.");
        var rate = new Option<int?>("--orders-per-second") { Description = "How many orders a second, in the long run.", HelpName = "N" };
        var burst = new Option<int?>("--burst") { Description = "How many orders at once.", HelpName = "N" };
        var none = new Option<bool>("--none") { Description = "Take all limits away." };
        var reason = new Option<string>("--reason", "-r") { Description = "Why; it is kept.", HelpName = "TEXT", Required = true };
        Option[] limits = [exposure, dailyLoss, drawdown, rate, burst];
        var command = new Command("set", "Set the limits of a scope; what is left out is not limited.")
        {
            scope, currency, exposure, dailyLoss, drawdown, rate, burst, none, reason, key,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(none) == limits.Any(limit => result.GetResult(limit) is not null)) result.AddError("Either limits are set, or --none.");
        });
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var body = new SetBudgetRequest
            {
                Currency = parsed.GetValue(currency), MaxExposure = parsed.GetValue(exposure), MaxDailyLoss = parsed.GetValue(dailyLoss), MaxDrawdown = parsed.GetValue(drawdown),
                OrdersPerSecond = parsed.GetValue(rate), OrderBurst = parsed.GetValue(burst), IsUnlimited = parsed.GetValue(none), Reason = parsed.GetRequiredValue(reason),
            };
            var answer = await server.Send(
                HttpMethod.Put, RestPath.ApiV1("risk", "budgets", parsed.GetRequiredValue(scope).ToString()), body, cancellation,
                ("Idempotency-Key", parsed.GetValue(key) ?? new VersionSevenIds(common.Time).Next().ToString()));
            common.Show(parsed, answer, () => ToTable(server.Read<BudgetView>(answer)));
        });
    }

    private static Table ToTable(BudgetView budget)
    {
        var table = TableWriter.WithColumns("WHAT", ">USED", ">LIMIT", "UNIT");
        void Row(string what, decimal? used, decimal? limit, string? unit) =>
            table.AddRow(Cells.Word(what), Cells.Number(used), Cells.Number(limit), Cells.Word(unit ?? ""));
        if (!budget.IsLimited)
        {
            table.AddRow(Cells.Word("nothing is limited"));
            return table;
        }
        Row("exposure", budget.Used, budget.MaxExposure, budget.Currency);
        Row("of it leased beyond", budget.Reserved - budget.Used, null, budget.Currency);
        Row("daily loss", budget.DayLoss, budget.MaxDailyLoss, budget.Currency);
        Row("drawdown", budget.Drawdown, budget.MaxDrawdown, null);
        Row("orders a second", null, budget.OrdersPerSecond, null);
        Row("orders at once", null, budget.OrderBurst, null);
        Row("accounts", budget.Accounts, null, null);
        if (budget.Tripped is { } tripped) table.AddRow(Cells.Word($"{tripped} reached"));
        return table;
    }
}
