using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Fincord.Connectors.Tests.Venues;
using Microsoft.AspNetCore.Http;

namespace Fincord.Connectors.Tests.Binance;

/// <summary>Binance as its documentation describes it, spot or USD-M futures: signatures and timestamps are checked, orders kept.</summary>
public sealed class BinanceStub(bool isFutures, TimeProvider time) : VenueStub
{
    private readonly ConcurrentDictionary<string, StubOrder> _orders = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;
    private int _streams;

    /// <summary>How far the venue's clock is from ours.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The code and text with which the next new order is refused.</summary>
    public (int Code, string Text)? Refusal { get; set; }

    /// <summary>The code and text with which leverage is refused.</summary>
    public (int Code, string Text)? LeverageRefusal { get; set; }

    /// <summary>Income that is listed: type, asset, amount and transaction id.</summary>
    public ConcurrentQueue<(string Type, string Asset, decimal Amount, long Id)> Income { get; } = [];

    /// <summary>Positions of futures, and balances, as the venue has them.</summary>
    public ConcurrentDictionary<string, decimal> Holdings { get; } = new(StringComparer.Ordinal);

    /// <summary>The weight that answers say was used in this minute.</summary>
    public int? UsedWeight { get; set; }

    public bool ListenKeyIsLost { get; set; }

    public Task Listening => _listening.Task;

    public int Streams => _streams;

    public IReadOnlyCollection<StubOrder> Orders => [.. _orders.Values];

    public StubOrder Single => Assert.Single(_orders.Values);

    public StubOrder Take(IReadOnlyDictionary<string, string> query)
    {
        var clientId = query.GetValueOrDefault("newClientOrderId") ?? query["clientAlgoId"];
        var order = new StubOrder(Interlocked.Increment(ref _ids), clientId, query);
        Assert.True(_orders.TryAdd(clientId, order), "An order was taken twice.");
        return order;
    }

    /// <summary>The venue closes a position by itself; not told yet.</summary>
    public StubOrder Liquidate(string symbol, string side, decimal quantity, decimal price)
    {
        var text = quantity.ToString(CultureInfo.InvariantCulture);
        var order = Take(new Dictionary<string, string>(StringComparer.Ordinal) { ["symbol"] = symbol, ["side"] = side, ["quantity"] = text, ["newClientOrderId"] = $"autoclose-{_ids + 1}" });
        Trade(order, quantity, price);
        return order;
    }

    /// <summary>A trade of an order, not told yet.</summary>
    public StubTrade Trade(StubOrder order, decimal quantity, decimal price)
    {
        var trade = new StubTrade(Interlocked.Increment(ref _ids), quantity, price, order.Filled + quantity, Now);
        order.Trades = order.Trades.Add(trade);
        order.Status = order.Filled == order.Quantity ? "FILLED" : "PARTIALLY_FILLED";
        return trade;
    }

    /// <summary>Tells a whole fill that no question would find.</summary>
    public Task TellOnStreamOnly(StubOrder order) => Tell(order, new StubTrade(Interlocked.Increment(ref _ids), order.Quantity, 40_000, order.Quantity, Now));

    public Task Tell(StubOrder order, StubTrade trade)
    {
        var isLast = trade.Cumulative == order.Quantity;
        return Tell(order, "TRADE", isLast ? "FILLED" : "PARTIALLY_FILLED", trade);
    }

    public Task Tell(StubOrder order, string kind, string status, StubTrade? trade = null)
    {
        var message = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["e"] = "executionReport", ["s"] = order.Symbol, ["c"] = order.ActualClientId ?? order.ClientId, ["C"] = "", ["x"] = kind, ["X"] = status,
            ["i"] = order.Id, ["r"] = "NONE", ["z"] = Wire(trade?.Cumulative ?? order.Filled), ["T"] = Now, ["l"] = Wire(trade?.Quantity ?? 0),
            ["L"] = Wire(trade?.Price ?? 0), ["n"] = "0.01", ["N"] = "USDT", ["t"] = trade?.Id ?? -1, ["m"] = false,
        };
        return Push(isFutures ? new { e = "ORDER_TRADE_UPDATE", E = Now, T = Now, o = message } : (object)new { subscriptionId = 0, @event = message });
    }

    protected override async Task Handle(HttpContext context, string body)
    {
        var path = context.Request.Path.Value!;
        var name = path[(path.IndexOf("/v", StringComparison.Ordinal) + 4)..];
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (context.Request.Headers["X-MBX-APIKEY"] != VenueStub.Key && name != "exchangeInfo")
        {
            await Error(context, -2015, "Invalid API-key, IP, or permissions for action.");
            return;
        }
        if (UsedWeight is { } used) context.Response.Headers["X-MBX-USED-WEIGHT-1M"] = $"{used}";
        switch (name)
        {
            case "time":
                await Json(context, new { serverTime = Now });
                return;
            case "exchangeInfo":
                await Json(context, new { symbols = new[] { new { symbol = "BTCUSDT", filters = new object[]
                {
                    new { filterType = "PRICE_FILTER", minPrice = "0", maxPrice = "0", tickSize = "0.10" },
                    new { filterType = "LOT_SIZE", minQty = "0.002", maxQty = "1000", stepSize = "0.001" },
                    isFutures ? new { filterType = "MIN_NOTIONAL", notional = "5" } : new { filterType = "NOTIONAL", minNotional = "5.00000000", applyMinToMarket = true },
                } } } });
                return;
            case "ticker/price":
                await Json(context, new { symbol = query["symbol"], price = "600.00" });
                return;
            case "listenKey":
                if (ListenKeyIsLost && context.Request.Method == "PUT") await Error(context, -1125, "This listenKey does not exist.");
                else await Json(context, new { listenKey = "the/key" });
                return;
        }
        if (!HasSignature(context.Request.QueryString.Value!)) await Error(context, -1022, "Signature for this request is not valid.");
        else if (Math.Abs(Now - long.Parse(query["timestamp"], CultureInfo.InvariantCulture)) > long.Parse(query["recvWindow"], CultureInfo.InvariantCulture))
            await Error(context, -1021, "Timestamp for this request is outside of the recvWindow.");
        else await HandleSigned(context, name, query);
    }

    protected override async Task<bool> Greet(HttpContext context, WebSocket socket)
    {
        if (isFutures)
        {
            if (context.Request.Path != "/private/ws" || context.Request.Query["listenKey"] != "the/key") return false;
        }
        else
        {
            var call = await Receive(socket);
            var parameters = call.GetProperty("params");
            var text = $"apiKey={parameters.GetProperty("apiKey")}&recvWindow={parameters.GetProperty("recvWindow")}&timestamp={parameters.GetProperty("timestamp")}";
            if (call.GetProperty("method").GetString() != "userDataStream.subscribe.signature" || parameters.GetProperty("signature").GetString() != Sign(text)) return false;
            await Send(socket, new { id = "1", status = 200, result = new { subscriptionId = 0 } });
        }
        Interlocked.Increment(ref _streams);
        _listening.TrySetResult();
        return true;
    }

    private long Now => (time.GetUtcNow() + ClockOffset).ToUnixTimeMilliseconds();

    private async Task HandleSigned(HttpContext context, string name, Dictionary<string, string> query)
    {
        switch (context.Request.Method, name)
        {
            case ("POST", "order" or "algoOrder") when Refusal is { } refusal:
                await Error(context, refusal.Code, refusal.Text);
                break;
            case ("POST", "order" or "algoOrder"):
                if (await Misbehave(context, () => Take(query))) await Json(context, new { clientOrderId = query.GetValueOrDefault("newClientOrderId") });
                break;
            case ("GET", "algoOrder"):
                await (Find(query.GetValueOrDefault("clientAlgoId")) is { IsConditional: true } conditional
                    ? Json(context, new { algoStatus = conditional.AlgoStatus, actualOrderId = conditional.ActualClientId is null ? "" : $"{conditional.Id}", updateTime = Now })
                    : Error(context, -2013, "Order does not exist."));
                break;
            case ("GET", "order"):
                await (Find(query) is { } found ? Json(context, View(found)) : Error(context, -2013, "Order does not exist."));
                break;
            case ("DELETE", "order"):
                if (Find(query) is { IsOpen: true } open)
                {
                    open.Status = "CANCELED";
                    await Json(context, View(open));
                }
                else await Error(context, -2011, "Unknown order sent.");
                break;
            case ("PUT", "order" or "order/amend/keepPriority"):
                var amended = Find(query)!;
                amended.Quantity = decimal.Parse(query.GetValueOrDefault("quantity") ?? query["newQty"], CultureInfo.InvariantCulture);
                if (query.TryGetValue("price", out var price)) amended.Price = decimal.Parse(price, CultureInfo.InvariantCulture);
                await Json(context, View(amended));
                break;
            case ("GET", "myTrades" or "userTrades"):
                var order = Find(query)!;
                await Json(context, order.Trades.Select(trade => new
                {
                    id = trade.Id, price = Wire(trade.Price), qty = Wire(trade.Quantity), commission = "0.01", commissionAsset = "USDT", time = trade.At, isMaker = false, maker = false,
                }));
                break;
            case ("POST", "leverage") when LeverageRefusal is { } refusal:
                await Error(context, refusal.Code, refusal.Text);
                break;
            case ("GET", "forceOrders"):
                await Json(context, _orders.Values.Where(forced => forced.ClientId.Contains("autoclose", StringComparison.Ordinal)).Select(View));
                break;
            case ("GET", "income"):
                await Json(context, Income.Where(income => income.Type == query["incomeType"]).Select(income => new
                {
                    symbol = "BTCUSDT", incomeType = income.Type, income = Wire(income.Amount), asset = income.Asset, info = "", time = Now, tranId = income.Id, tradeId = "",
                }));
                break;
            case ("GET", "balance"):
                await Json(context, Holdings.Where(holding => holding.Key != "BTCUSDT").Select(holding => new { asset = holding.Key, balance = Wire(holding.Value) }));
                break;
            case ("GET", "positionRisk"):
                await Json(context, Holdings.Where(holding => holding.Key == "BTCUSDT").Select(holding => new { symbol = holding.Key, positionSide = "BOTH", positionAmt = Wire(holding.Value) }));
                break;
            case ("GET", "account"):
                await Json(context, new { balances = Holdings.Select(holding => new { asset = holding.Key, free = Wire(holding.Value), locked = Wire(0) }) });
                break;
            case ("POST", "positionSide/dual"):
                await Error(context, -4059, "No need to change position side.");
                break;
            default:
                await Json(context, new { });
                break;
        }
    }

    private StubOrder? Find(string? clientId) => clientId is null ? null : _orders.GetValueOrDefault(clientId);

    private StubOrder? Find(Dictionary<string, string> query) =>
        query.TryGetValue("orderId", out var id) ? _orders.Values.FirstOrDefault(order => $"{order.Id}" == id)
        : Find(query.GetValueOrDefault("origClientOrderId")) is { IsConditional: false } order ? order : null;

    private object View(StubOrder order) => new
    {
        symbol = order.Symbol, orderId = order.Id, clientOrderId = order.ClientId, status = order.Status, executedQty = Wire(order.Filled), origQty = Wire(order.Quantity),
        price = Wire(order.Price), side = order.Query["side"], time = Now, updateTime = Now,
    };

    private static bool HasSignature(string queryString)
    {
        var at = queryString.IndexOf("&signature=", StringComparison.Ordinal);
        return at > 0 && queryString[(at + "&signature=".Length)..] == Sign(queryString[1..at]);
    }

    private static string Sign(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(VenueStub.Secret), Encoding.UTF8.GetBytes(text)));

    private static Task Error(HttpContext context, int code, string text) => Json(context, new { code, msg = text }, 400);

    private static string Wire(decimal value) => value.ToString("0.00000000", CultureInfo.InvariantCulture);
}

public sealed class StubOrder(int id, string clientId, IReadOnlyDictionary<string, string> query)
{
    public int Id => id;
    public string ClientId => clientId;
    public IReadOnlyDictionary<string, string> Query => query;
    public string Symbol => query["symbol"];
    public bool IsConditional => query.ContainsKey("clientAlgoId");
    public string AlgoStatus { get; set; } = "NEW";
    public string? ActualClientId { get; set; }
    public string Status { get; set; } = "NEW";
    public decimal Quantity { get; set; } = decimal.Parse(query["quantity"], CultureInfo.InvariantCulture);
    public decimal Price { get; set; } = decimal.Parse(query.GetValueOrDefault("price") ?? "0", CultureInfo.InvariantCulture);
    public ImmutableList<StubTrade> Trades { get; set; } = [];
    public decimal Filled => Trades.Sum(trade => trade.Quantity);
    public bool IsOpen => Status is "NEW" or "PARTIALLY_FILLED";
}

public sealed record StubTrade(int Id, decimal Quantity, decimal Price, decimal Cumulative, long At);
