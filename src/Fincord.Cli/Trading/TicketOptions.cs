using System.CommandLine;
using System.CommandLine.Parsing;
using Fincord.Domain.Markets;
using Fincord.Domain.Serialization;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Cli.Trading;

/// <summary>The words that describe an order. Its type follows from the prices that are given.</summary>
internal sealed class TicketOptions
{
    private static readonly Dictionary<string, TimeInForce> _timesInForce = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gtc"] = TimeInForce.GoodTillCancelled, ["day"] = TimeInForce.Day, ["ioc"] = TimeInForce.ImmediateOrCancel,
        ["fok"] = TimeInForce.FillOrKill, ["opening"] = TimeInForce.AtTheOpen, ["closing"] = TimeInForce.AtTheClose,
    };

    private readonly Argument<InstrumentKey> _key = Arguments.Key();
    private readonly Argument<OrderSide> _side = new("SIDE") { Description = "buy or sell.", CustomParser = ReadSide };
    private readonly Argument<decimal> _quantity = Arguments.Number("QUANTITY", "How much.");
    private readonly Option<decimal?> _limit = Arguments.Number("--limit", "PRICE", "The worst price.");
    private readonly Option<decimal?> _stop = Arguments.Number("--stop", "PRICE", "Wait until the market is at this price or beyond; with --limit a stop-limit order.");
    private readonly Option<decimal?> _touch = Arguments.Number("--touch", "PRICE", "Wait until the market is at this price or better; with --limit a limit-if-touched order.");
    private readonly Option<TrailingOffset?> _trail = new("--trail") { Description = "Follow the market's best at this distance, an amount or a percentage: 25 or 2%.", HelpName = "N|N%", CustomParser = ReadTrail };
    private readonly Option<decimal?> _display = Arguments.Number("--display", "N", "How much of it the market sees at a time.");
    private readonly Option<decimal?> _takeProfit = Arguments.Number("--take-profit", "PRICE", "Once filled, leave with a gain here.");
    private readonly Option<decimal?> _stopLoss = Arguments.Number("--stop-loss", "PRICE", "Once filled, leave with a loss here.");
    private readonly Option<TimeInForce?> _timeInForce = new("--tif") { Description = "gtc, day, ioc, fok, opening or closing.", HelpName = "WORD", CustomParser = ReadTimeInForce };
    private readonly Option<Timestamp?> _until = Arguments.Time("--until", "Live until this moment.");
    private readonly Option<bool> _postOnly = new("--post-only") { Description = "Never take what others offer." };
    private readonly Option<bool> _reduceOnly = new("--reduce-only") { Description = "Never open or enlarge a position." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var argument in new Argument[] { _key, _side, _quantity }) command.Arguments.Add(argument);
        foreach (var option in new Option[] { _limit, _stop, _touch, _trail, _display, _takeProfit, _stopLoss, _timeInForce, _until, _postOnly, _reduceOnly })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (new Option[] { _stop, _touch, _trail }.Count(option => result.GetResult(option) is not null) > 1)
                result.AddError("An order waits for one thing: --stop, --touch or --trail.");
            if (result.GetResult(_until) is not null && result.GetResult(_timeInForce) is not null) result.AddError("Either --until or --tif says how long the order lives.");
        });
    }

    /// <summary>The order that the words describe.</summary>
    public PlaceOrdersRequest Read(ParseResult parsed)
    {
        var (limit, stop, touch, trail, until) = (
            parsed.GetValue(_limit), parsed.GetValue(_stop), parsed.GetValue(_touch), parsed.GetValue(_trail), parsed.GetValue(_until));
        return new()
        {
            InstrumentKey = parsed.GetRequiredValue(_key).Value,
            Side = parsed.GetRequiredValue(_side),
            Type = TypeOf(limit, stop, touch, trail),
            Quantity = parsed.GetRequiredValue(_quantity),
            LimitPrice = limit,
            TriggerPrice = stop ?? touch,
            TrailingAmount = trail?.Amount,
            TrailingPercent = trail?.Percent,
            DisplayQuantity = parsed.GetValue(_display),
            TakeProfit = parsed.GetValue(_takeProfit),
            StopLoss = parsed.GetValue(_stopLoss),
            TimeInForce = until is null ? parsed.GetValue(_timeInForce) : TimeInForce.GoodTillDate,
            ExpiresAt = until,
            PostOnly = parsed.GetValue(_postOnly),
            ReduceOnly = parsed.GetValue(_reduceOnly),
        };
    }

    private static OrderType TypeOf(decimal? limit, decimal? stop, decimal? touch, TrailingOffset? trail) => (limit, stop, touch, trail) switch
    {
        (_, _, _, not null) => OrderType.TrailingStop,
        (null, not null, _, _) => OrderType.Stop,
        (_, not null, _, _) => OrderType.StopLimit,
        (null, _, not null, _) => OrderType.MarketIfTouched,
        (_, _, not null, _) => OrderType.LimitIfTouched,
        (not null, _, _, _) => OrderType.Limit,
        _ => OrderType.Market,
    };

    private static OrderSide ReadSide(ArgumentResult result)
    {
        switch (result.Tokens[0].Value.ToLowerInvariant())
        {
            case "buy": return OrderSide.Buy;
            case "sell": return OrderSide.Sell;
            default:
                result.AddError($"An order is to buy or to sell, not to '{result.Tokens[0].Value}'.");
                return default;
        }
    }

    private static TimeInForce? ReadTimeInForce(ArgumentResult result)
    {
        if (_timesInForce.TryGetValue(result.Tokens[0].Value, out var known)) return known;
        result.AddError($"--tif is one of {string.Join(' ', _timesInForce.Keys)}, not '{result.Tokens[0].Value}'.");
        return null;
    }

    private static TrailingOffset? ReadTrail(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DecimalText.TryParse(text.TrimEnd('%'), out var distance)) return text.EndsWith('%') ? new(null, distance) : new(distance, null);
        result.AddError($"--trail is an amount or a percentage, such as 25 or 2%, not '{text}'.");
        return null;
    }

    private sealed record TrailingOffset(decimal? Amount, decimal? Percent);
}
