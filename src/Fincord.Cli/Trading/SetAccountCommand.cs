using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Contracts;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>account set</c>: changes how an account is run.</summary>
internal static class SetAccountCommand
{
    public static Command Describe(CommonOptions common)
    {
        var account = new AccountOption();
        var name = new Option<string?>("--name") { Description = "What it is called from now on.", HelpName = "TEXT" };
        var leverage = Arguments.Number("--leverage", "N", "The most notional per unit of equity, 1 to 125.");
        var mode = new Option<MarginMode?>("--margin-mode") { Description = "What backs its positions: cross or isolated.", HelpName = "MODE" };
        var limits = new LimitOptions();
        var version = new Option<int?>("--version-seen") { Description = "Change it only if its settings have this version still.", HelpName = "N" };
        var key = new Option<string?>("--key") { Description = "Idempotency key: asking again with the same does nothing twice (a new one each time).", HelpName = "TEXT" };
        var command = new Command("set", "Change an account's name, leverage, margin mode or limits; what is not named stays, limits all together.")
        {
            account.Option, name, leverage, mode, version, key,
        };
        limits.AddTo(command);
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var path = await account.Find(parsed, server, cancellation);
            var body = new ChangeSettingsRequest
            {
                Name = parsed.GetValue(name), Leverage = parsed.GetValue(leverage), MarginMode = parsed.GetValue(mode), Limits = limits.Read(parsed),
            };
            var answer = await server.Send(
                HttpMethod.Patch, path, body, cancellation,
                ("Idempotency-Key", parsed.GetValue(key) ?? new VersionSevenIds(common.Time).Next().ToString()),
                ("If-Match", parsed.GetValue(version) is { } seen ? $"\"{seen}\"" : null));
            common.Show(parsed, answer, () => ToTable(server.Read<AccountView>(answer)));
        });
    }

    private static Table ToTable(AccountView account)
    {
        var table = TableWriter.WithColumns("NAME", "VENUE", "KIND", ">LEVERAGE", "MARGIN", ">VERSION");
        table.AddRow(
            Cells.Word(account.Name), Cells.Word(account.Venue), Cells.Choice(account.Kind), Cells.Number(account.Leverage), Cells.Choice(account.MarginMode),
            Cells.Number(account.SettingsVersion));
        return table;
    }

    /// <summary>The limits; when one is named the others that are not are lifted.</summary>
    private sealed class LimitOptions
    {
        private readonly Option<decimal?> _order = Arguments.Number("--max-order", "SUM", "The largest order; naming one limit lifts those that are not named.");
        private readonly Option<decimal?> _position = Arguments.Number("--max-position", "SUM", "The largest position in one instrument.");
        private readonly Option<decimal?> _exposure = Arguments.Number("--max-exposure", "SUM", "All positions and open orders together.");
        private readonly Option<decimal?> _loss = Arguments.Number("--max-daily-loss", "SUM", "The largest loss since the day began.");
        private readonly Option<decimal?> _drawdown = Arguments.Number("--max-drawdown", "PART", "The largest loss from the highest equity, 0.2 for a fifth of it.");
        private readonly Option<int?> _orders = new("--max-open-orders") { Description = "Orders that have not ended.", HelpName = "N" };

        public void AddTo(Command command)
        {
            foreach (var option in new Option[] { _order, _position, _exposure, _loss, _drawdown, _orders }) command.Add(option);
        }

        public AccountLimits? Read(ParseResult parsed)
        {
            var read = new AccountLimits
            {
                MaxOrderNotional = parsed.GetValue(_order),
                MaxPositionNotional = parsed.GetValue(_position),
                MaxExposure = parsed.GetValue(_exposure),
                MaxDailyLoss = parsed.GetValue(_loss),
                MaxDrawdown = parsed.GetValue(_drawdown),
                MaxOpenOrders = parsed.GetValue(_orders),
            };
            return read == new AccountLimits() ? null : read;
        }
    }
}
