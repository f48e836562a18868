using System.Collections.Concurrent;
using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>One account at Binance spot or USD-M futures.</summary>
internal sealed partial class BinanceLink(
    BinanceMarket market, VenueEndpoint endpoint, VenueCredential credential, BinanceSymbols symbols, HttpMessageInvoker client, AccountId account, VenueSurroundings around)
    : VenueLink(market.Venue, account, around)
{
    private const int LongestTradeList = 1_000;

    private readonly BinanceRest _rest = new(market, endpoint, credential, client, around.Time, around.Options);
    private readonly ConcurrentDictionary<string, (decimal, MarginMode)> _prepared = new(StringComparer.Ordinal);
    private bool _isModeSet;

    protected override string? Unsupported(VenueOrder order, Instrument instrument) =>
        BinanceOrders.Unsupported(market, order.Ticket, instrument, Around.Time.Now());

    protected override bool IsDuplicate(VenueRefusedException refusal) => BinanceErrors.IsDuplicate(refusal);

    protected override async Task Place(VenueOrder order, Instrument instrument, CancellationToken cancellation)
    {
        var symbol = BinanceOrders.SymbolOf(instrument);
        var tick = 0m;
        try
        {
            if (market.IsFutures) await Prepare(symbol, cancellation);
            if (order.Ticket.Type is OrderType.Market && order.ProtectionPrice is not null) tick = await TickOf(symbol, cancellation);
        }
        catch (VenueUnavailableException failure)
        {
            throw new VenueUnavailableException(failure.Message, mayHaveHappened: false, failure);     // the order itself was not sent yet
        }
        var path = BinanceOrders.IsConditional(market, order.Ticket) ? market.ConditionalOrders : market.Orders;
        await _rest.Signed(HttpMethod.Post, path, BinanceOrders.ToParameters(market, order, instrument, credential, tick), cancellation);
    }

    protected override async Task<VenueOrderState?> Find(TrackedOrder order, CancellationToken cancellation)
    {
        var symbol = BinanceOrders.SymbolOf(order.Instrument);
        var mayBeConditional = market.IsFutures && order.Ticket?.Type.HasTrigger() is not false;
        if (mayBeConditional && await Query(market.ConditionalOrders, [("clientAlgoId", order.Id.ToString())], cancellation) is { } conditional)
            return await ToState(symbol, conditional, cancellation);
        if (order.Ticket is { } ticket && BinanceOrders.IsConditional(market, ticket)) return null;
        return await Query(market.Orders, [("symbol", symbol), ("origClientOrderId", order.Id.ToString())], cancellation) is { } found ? BinanceMessages.ToState(found) : null;
    }

    protected override async Task<IReadOnlyList<VenueTrade>> FindTrades(TrackedOrder order, VenueOrderState state, CancellationToken cancellation)
    {
        var symbol = BinanceOrders.SymbolOf(order.Instrument);
        var answer = await _rest.Signed(
            HttpMethod.Get, market.Trades, [("symbol", symbol), ("orderId", state.VenueId), ("limit", $"{LongestTradeList}")], cancellation);
        var trades = new List<VenueTrade>();
        foreach (var trade in answer.EnumerateArray())
        {
            var isMaker = trade.Member(market.IsFutures ? "maker" : "isMaker").GetBoolean();
            trades.Add(await ToTrade(order, trade, "id", "price", "qty", "commission", "commissionAsset", "time", isMaker, cancellation));
        }
        return trades;
    }

    protected override Task Cancel(TrackedOrder order, VenueOrderState state, CancellationToken cancellation) => IsStillConditional(order, state)
        ? _rest.Signed(HttpMethod.Delete, market.ConditionalOrders, [("clientAlgoId", order.Id.ToString())], cancellation)
        : _rest.Signed(HttpMethod.Delete, market.Orders, [("symbol", BinanceOrders.SymbolOf(order.Instrument)), ("orderId", state.VenueId)], cancellation);

    protected override async Task Amend(TrackedOrder order, VenueOrderState state, OrderAmendment amendment, CancellationToken cancellation)
    {
        if (IsStillConditional(order, state) || amendment.TriggerPrice is not null) throw Unchangeable("Binance does not change conditional orders.");
        var symbol = BinanceOrders.SymbolOf(order.Instrument);
        var now = await Query(market.Orders, [("symbol", symbol), ("orderId", state.VenueId)], cancellation) ?? throw Unchangeable("Binance no longer has the order.");
        var (oldPrice, oldQuantity) = (now.Exact("price"), now.Exact("origQty"));
        var price = amendment.LimitPrice is { } limit ? order.Instrument.PriceScale.ToDecimal(limit) : oldPrice;
        var quantity = amendment.Quantity is { } whole ? order.Instrument.QuantityScale.ToDecimal(whole) : oldQuantity;
        if (price == oldPrice && quantity == oldQuantity) return;     // an earlier request arrived
        if (market.IsFutures)
        {
            try
            {
                await _rest.Signed(
                    HttpMethod.Put, market.Orders,
                    [("symbol", symbol), ("orderId", state.VenueId), ("side", now.Text("side")), ("quantity", quantity.ToWire()), ("price", price.ToWire())], cancellation);
            }
            catch (VenueRefusedException refusal) when (refusal.VenueCode == $"{BinanceErrors.NoNeedToModify}")
            {
                // It is as it should be.
            }
            return;
        }
        if (price != oldPrice || quantity > oldQuantity) throw Unchangeable("Binance spot changes an order only to a smaller quantity.");
        await _rest.Signed(
            HttpMethod.Put, market.Orders + "/amend/keepPriority",
            [("symbol", symbol), ("orderId", state.VenueId), ("newClientOrderId", order.Id.ToString()), ("newQty", quantity.ToWire())], cancellation);
    }

    private static VenueRefusedException Unchangeable(string text) => new(RefusalCodes.VenueUnsupported, "-", text);

    /// <summary>Whether a conditional order has not become an order of the book; then the venue names it by no id of that.</summary>
    private bool IsStillConditional(TrackedOrder order, VenueOrderState state) =>
        market.IsFutures && order.Ticket?.Type.HasTrigger() is not false && state.VenueId.Length == 0;

    private async Task<VenueOrderState?> ToState(string symbol, JsonElement conditional, CancellationToken cancellation)
    {
        var status = BinanceMessages.ConditionalStatusOf(conditional.Text("algoStatus"));
        var actual = conditional.TextOrNull("actualOrderId");
        var at = conditional.Milliseconds("updateTime");
        if (string.IsNullOrEmpty(actual) || actual == "0") return new("", status, 0, at);
        // Its order of the book says what traded. It may be there a moment later than the conditional order names it.
        if (await Query(market.Orders, [("symbol", symbol), ("orderId", actual)], cancellation) is not { } found) return new(actual, VenueOrderStatus.Triggered, 0, at);
        var state = BinanceMessages.ToState(found);
        return state.Status is VenueOrderStatus.Working ? state with { Status = VenueOrderStatus.Triggered } : state;
    }

    private async Task<JsonElement?> Query(string path, (string, string?)[] parameters, CancellationToken cancellation)
    {
        try
        {
            return await _rest.Signed(HttpMethod.Get, path, parameters, cancellation);
        }
        catch (VenueRefusedException refusal) when (refusal.VenueCode == $"{BinanceErrors.UnknownOrder}")
        {
            return null;
        }
    }

    private async Task<VenueTrade> ToTrade(
        TrackedOrder order, JsonElement trade, string id, string price, string quantity, string fee, string feeAsset, string time, bool isMaker, CancellationToken cancellation)
    {
        var paid = trade.Exact(price);
        var charged = trade.ExactOrZero(fee);
        return new(
            BinanceMessages.TradeIdOf(BinanceOrders.SymbolOf(order.Instrument), trade.Text(id)), paid, trade.Exact(quantity),
            charged == 0 ? 0 : charged * await RateOf(trade.Text(feeAsset), order.Instrument, paid, cancellation),
            isMaker ? LiquiditySide.Maker : LiquiditySide.Taker, trade.Milliseconds(time));
    }

    // Fees come in the quote currency, the base, or in BNB; the ledger has them in the instrument's currency.
    private async Task<decimal> RateOf(string asset, Instrument instrument, decimal price, CancellationToken cancellation)
    {
        var currency = instrument.Definition.Currency;
        if (asset == currency) return 1;
        if (BinanceOrders.SymbolOf(instrument) == asset + currency) return price;
        var ticker = await Insist(() => _rest.Keyed(HttpMethod.Get, market.Api + "/ticker/price", [("symbol", asset + currency)], cancellation), cancellation);
        return ticker.Exact("price");
    }

    private async Task<decimal> TickOf(string symbol, CancellationToken cancellation) => (await symbols.Find(symbol, cancellation))?.Tick
        ?? throw new VenueRefusedException(RefusalCodes.UnknownInstrument, "-", $"Binance does not list {symbol}.");

    /// <summary>Sets position mode once, and margin mode and leverage of a symbol before its first order.</summary>
    private async Task Prepare(string symbol, CancellationToken cancellation)
    {
        if (!_isModeSet)
        {
            await Set("/positionSide/dual", [("dualSidePosition", credential.IsHedged ? "true" : "false")], BinanceErrors.NoNeedToChangePositionMode, cancellation);
            _isModeSet = true;
        }
        var settings = Settings ?? throw new VenueUnavailableException("Nobody has told with what leverage the account trades.", mayHaveHappened: false);
        if (_prepared.TryGetValue(symbol, out var set) && set == (settings.Leverage, settings.MarginMode)) return;
        var margin = settings.MarginMode is MarginMode.Isolated ? "ISOLATED" : "CROSSED";
        await Set("/marginType", [("symbol", symbol), ("marginType", margin)], BinanceErrors.NoNeedToChangeMargin, cancellation);
        await _rest.Signed(HttpMethod.Post, market.Api + "/leverage", [("symbol", symbol), ("leverage", settings.Leverage.ToWire())], cancellation);
        _prepared[symbol] = (settings.Leverage, settings.MarginMode);
    }

    private async Task Set(string path, (string, string?)[] parameters, int isSetAlready, CancellationToken cancellation)
    {
        try
        {
            await _rest.Signed(HttpMethod.Post, market.Api + path, parameters, cancellation);
        }
        catch (VenueRefusedException refusal) when (refusal.VenueCode == $"{isSetAlready}")
        {
            // As it should be.
        }
    }
}
