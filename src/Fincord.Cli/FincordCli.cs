using System.CommandLine;
using Fincord.Cli.Markets;
using Fincord.Cli.Server;
using Fincord.Cli.Trading;
using Fincord.Contracts;

namespace Fincord.Cli;

/// <summary>The command line: asks a server over REST and shows the answer as a table or as JSON.</summary>
public static class FincordCli
{
    /// <summary>Runs one command and returns one of <see cref="ExitCodes"/>. A refusal is one line on the error stream: code and reason.</summary>
    public static async Task<int> Run(string[] args, CliSurroundings surroundings, CancellationToken cancellation = default)
    {
        var parsed = Describe(surroundings).Parse(args);
        if (parsed.UnmatchedTokens is [var stranger, ..])
            return Refuse(surroundings, ExitCodes.BadArguments, RefusalCodes.InvalidArgument, $"'{stranger}' means nothing here. See --help.");
        if (parsed.Errors is [var first, ..])
            return Refuse(surroundings, ExitCodes.BadArguments, RefusalCodes.InvalidArgument, $"{first.Message} See --help.");
        try
        {
            return await parsed.InvokeAsync(
                new() { Output = surroundings.Output, Error = surroundings.Error, EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (ServerException refusal)
        {
            return Refuse(surroundings, ExitCodes.Refused, refusal.Code, refusal.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static RootCommand Describe(CliSurroundings surroundings)
    {
        var common = new CommonOptions(surroundings);
        return new("Fincord's markets and accounts on the command line.")
        {
            common.Server,
            common.Json,
            QuoteCommand.Describe(common),
            CandlesCommand.Describe(common),
            InstrumentsCommand.Describe(common),
            InstrumentCommand.DescribeTerms(common),
            InstrumentCommand.DescribeSession(common),
            InstrumentCommand.DescribeHalt(common),
            InstrumentCommand.DescribeResume(common),
            AccountsCommand.Describe(common),
            AccountCommand.Describe(common),
            PositionsCommand.Describe(common),
            FillsCommand.Describe(common),
            SettlementsCommand.Describe(common),
            TradesCommand.Describe(common),
            StatementCommand.Describe(common),
            PnlCommand.Describe(common),
            PerformanceCommand.Describe(common),
            RiskCommand.Describe(common),
            OrderCommand.Describe(common),
            KillSwitchCommand.Describe(common),
            BudgetCommand.Describe(common),
            ActionCommand.Describe(common),
            SimulateCommand.Describe(surroundings),
        };
    }

    private static int Refuse(CliSurroundings surroundings, int exitCode, string code, string reason)
    {
        surroundings.Error.WriteLine($"fincord: {code}: {reason.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
