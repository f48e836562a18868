using System.CommandLine;
using System.CommandLine.Parsing;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Contracts;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>action</c>: announces and lists what instruments do to those who hold them.</summary>
internal static class ActionCommand
{
    private static readonly Dictionary<string, InstrumentActionKind> _kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["funding"] = InstrumentActionKind.Funding, ["borrow-rate"] = InstrumentActionKind.BorrowRate, ["borrow"] = InstrumentActionKind.Borrow,
        ["dividend"] = InstrumentActionKind.Dividend, ["split"] = InstrumentActionKind.Split, ["symbol-change"] = InstrumentActionKind.SymbolChange,
        ["merger"] = InstrumentActionKind.Merger, ["spin-off"] = InstrumentActionKind.SpinOff, ["expiry"] = InstrumentActionKind.Expiry,
    };

    public static Command Describe(CommonOptions common) => new("action", "Announce and list what instruments do to those who hold them.")
    {
        DescribeAnnounce(common), DescribeList(common),
    };

    private static Command DescribeAnnounce(CommonOptions common)
    {
        var key = Arguments.Key();
        var kind = new Argument<InstrumentActionKind>("KIND") { Description = $"{string.Join(", ", _kinds.Keys)}.", CustomParser = ReadKind };
        var at = Arguments.Time("--at", "The moment that it takes effect; of a dividend the ex-moment (now).");
        var rate = Arguments.Number("--rate", "N", "Of funding a part of the notional, of borrowing a part of it per year.");
        var price = Arguments.Number("--price", "PRICE", "The mark price, the settlement price, or what one new unit is worth for what is left of it.");
        var cash = Arguments.Number("--cash", "N", "Cash for each unit.");
        var ratio = new Option<UnitRatio?>("--ratio") { Description = "So many new units for so many old ones, such as 2:1.", HelpName = "NEW:OLD", CustomParser = ReadRatio };
        var into = Arguments.KeyOption("--into", "The instrument that a merger or a spin-off gives units of.");
        var costShare = Arguments.Number("--cost-share", "PART", "The part of what was paid that goes with a spin-off, or with the cash of a merger.");
        var symbol = new Option<string?>("--symbol") { Description = "The new symbol.", HelpName = "TEXT" };
        var idempotency = new Option<string?>("--key") { Description = "Idempotency key: announcing again with the same does nothing twice (a new one each time).", HelpName = "TEXT" };
        var command = new Command("announce", "Announce an action: it counts for what all accounts hold when it takes effect.")
        {
            key, kind, at, rate, price, cash, ratio, into, costShare, symbol, idempotency,
        };
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var units = parsed.GetValue(ratio);
            var request = new AnnounceActionRequest
            {
                InstrumentKey = parsed.GetRequiredValue(key).Value,
                Kind = parsed.GetRequiredValue(kind),
                EffectiveAt = parsed.GetValue(at) ?? Timestamp.FromDateTimeOffset(common.Time.GetUtcNow()),
                Rate = parsed.GetValue(rate),
                Price = parsed.GetValue(price),
                CashPerUnit = parsed.GetValue(cash),
                NewUnits = units?.New,
                OldUnits = units?.Old,
                IntoKey = parsed.GetValue(into)?.Value,
                CostShare = parsed.GetValue(costShare),
                Symbol = parsed.GetValue(symbol),
            };
            var answer = await server.Send(
                HttpMethod.Post, RestPath.ApiV1("actions"), request, cancellation, ("Idempotency-Key", parsed.GetValue(idempotency) ?? new VersionSevenIds(common.Time).Next().ToString()));
            common.Show(parsed, answer, () => ToTable([server.Read<InstrumentActionView>(answer)]));
        });
    }

    private static Command DescribeList(CommonOptions common)
    {
        var (key, limit) = (Arguments.Key(), Arguments.Limit("actions", byDefault: 100));
        return common.Serve(new("list", "List an instrument's actions, the latest known first.") { key, limit }, async (parsed, server, cancellation) =>
        {
            var answer = await server.GetPages(RestPath.ApiV1("actions", parsed.GetRequiredValue(key).Value), null, parsed.GetValue(limit), cancellation);
            common.Show(parsed, answer, "actions", () => ToTable(answer.Results.Select(server.Read<InstrumentActionView>)));
        });
    }

    private static Table ToTable(IEnumerable<InstrumentActionView> actions)
    {
        var table = TableWriter.WithColumns("EFFECTIVE", "KEY", "KIND", ">RATE", ">PRICE", ">CASH", "RATIO", "INTO", ">COST SHARE", "SYMBOL", "KNOWN");
        foreach (var action in actions)
        {
            table.AddRow(
                Cells.Time(action.EffectiveAt), Cells.Word(action.InstrumentKey), Cells.Choice(action.Kind), Cells.Number(action.Rate), Cells.Number(action.Price),
                Cells.Number(action.CashPerUnit), Cells.Word(action.NewUnits is null ? "-" : $"{action.NewUnits}:{action.OldUnits}"), Cells.Word(action.IntoKey ?? "-"),
                Cells.Number(action.CostShare), Cells.Word(action.Symbol ?? "-"), Cells.Time(action.KnownAt));
        }
        return table;
    }

    private static InstrumentActionKind ReadKind(ArgumentResult result)
    {
        if (_kinds.TryGetValue(result.Tokens[0].Value, out var kind)) return kind;
        result.AddError($"An action is one of {string.Join(' ', _kinds.Keys)}, not '{result.Tokens[0].Value}'.");
        return default;
    }

    private static UnitRatio? ReadRatio(ArgumentResult result)
    {
        var parts = result.Tokens[0].Value.Split(':');
        if (parts.Length == 2 && long.TryParse(parts[0], out var @new) && long.TryParse(parts[1], out var old)) return new(@new, old);
        result.AddError($"--ratio is two whole numbers such as 2:1, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
