using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using Fincord.Connectors.Tests.Venues;
using Microsoft.AspNetCore.Http;

namespace Fincord.Connectors.Tests.Alpaca;

/// <summary>Alpaca's trading API as its documentation describes it: key headers, orders that replace orders, activities, and the stream.</summary>
public sealed class AlpacaStub(TimeProvider time) : VenueStub
{
    private readonly ConcurrentDictionary<string, AlpacaOrder> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(AlpacaOrder Order, AlpacaFill Fill)> _fills = [];
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Refusal { get; set; }

    /// <summary>The account's money.</summary>
    public decimal Cash { get; set; }

    /// <summary>Shares by symbol; negative when short.</summary>
    public ConcurrentDictionary<string, decimal> Positions { get; } = new(StringComparer.Ordinal);

    /// <summary>Activities that are no fills.</summary>
    public ConcurrentQueue<(string Type, string Id, string Day, decimal Amount)> Activities { get; } = [];

    public Task Listening => _listening.Task;

    public IReadOnlyCollection<AlpacaOrder> Orders => [.. _orders.Values];

    public AlpacaFill Fill(AlpacaOrder order, decimal quantity, decimal price)
    {
        order.Filled += quantity;
        order.Status = order.Filled == order.Quantity ? "filled" : "partially_filled";
        var fill = new AlpacaFill(quantity, price, order.Filled, order.Status, Now);
        _fills.Enqueue((order, fill));
        return fill;
    }

    public Task Tell(AlpacaOrder order, AlpacaFill fill) => Push(new
    {
        stream = "trade_updates",
        data = new
        {
            @event = fill.Status == "filled" ? "fill" : "partial_fill", execution_id = "another-name", price = Wire(fill.Price), qty = Wire(fill.Quantity), timestamp = fill.At,
            order = View(order, fill.Status, fill.Cumulative),
        },
    });

    protected override async Task Handle(HttpContext context, string body)
    {
        if (context.Request.Headers["APCA-API-KEY-ID"] != VenueStub.Key || context.Request.Headers["APCA-API-SECRET-KEY"] != VenueStub.Secret)
        {
            await Json(context, new { code = 40110000, message = "request is not authorized" }, 401);
            return;
        }
        var path = context.Request.Path.Value!;
        var id = path[(path.LastIndexOf('/') + 1)..];
        switch (context.Request.Method)
        {
            case "POST" when Refusal is { } refusal:
                await Json(context, new { code = 40310000, message = refusal }, 403);
                break;
            case "POST":
                var wanted = JsonSerializer.Deserialize<Dictionary<string, string>>(body)!;
                if (_orders.Values.Any(order => order.ClientId == wanted["client_order_id"])) await Json(context, new { code = 40010001, message = "client_order_id must be unique" }, 422);
                else if (await Misbehave(context, () => Take(wanted, null))) await Json(context, View(_orders.Values.Single(order => order.ClientId == wanted["client_order_id"])));
                break;
            case "PATCH":
                var replaced = _orders[id];
                var changes = JsonSerializer.Deserialize<Dictionary<string, string>>(body)!;
                var next = Take(new Dictionary<string, string>(replaced.Body.Concat(changes).GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Last().Value)), replaced.Id);
                (replaced.Status, replaced.ReplacedBy) = ("replaced", next.Id);
                await Json(context, View(next));
                break;
            case "DELETE" when _orders[id].Status is "new" or "partially_filled":
                _orders[id].Status = "canceled";
                context.Response.StatusCode = 204;
                break;
            case "DELETE":
                await Json(context, new { code = 42210000, message = "order is not cancelable" }, 422);
                break;
            case "GET" when path == "/v2/account":
                await Json(context, new { currency = "USD", cash = Wire(Cash) });
                break;
            case "GET" when path == "/v2/positions":
                await Json(context, Positions.Select(position => new { symbol = position.Key, qty = Wire(position.Value), side = position.Value < 0 ? "short" : "long" }));
                break;
            case "GET" when path == "/v2/account/activities":
                var types = context.Request.Query["activity_types"].ToString().Split(',');
                await Json(context, Activities.Where(activity => types.Contains(activity.Type)).Select(activity => new
                {
                    activity_type = activity.Type, id = activity.Id, date = activity.Day, net_amount = Wire(activity.Amount), symbol = "T",
                }));
                break;
            case "GET" when path == "/v2/account/activities/FILL":
                await Json(context, _fills.Select((fill, index) => new
                {
                    id = $"2026::{index}", order_id = fill.Order.Id, cum_qty = Wire(fill.Fill.Cumulative), price = Wire(fill.Fill.Price), qty = Wire(fill.Fill.Quantity), transaction_time = fill.Fill.At,
                }));
                break;
            default:
                var found = path == "/v2/orders:by_client_order_id"
                    ? _orders.Values.FirstOrDefault(order => order.ClientId == context.Request.Query["client_order_id"])
                    : _orders.GetValueOrDefault(id);
                await (found is null ? Json(context, new { code = 40410000, message = "order not found" }, 404) : Json(context, View(found)));
                break;
        }
    }

    protected override async Task<bool> Greet(HttpContext context, WebSocket socket)
    {
        var call = await Receive(socket);
        if (call.GetProperty("action").GetString() != "auth" || call.GetProperty("secret").GetString() != VenueStub.Secret) return false;
        await Send(socket, new { stream = "authorization", data = new { status = "authorized", action = "authenticate" } });
        call = await Receive(socket);
        await Send(socket, new { stream = "listening", data = call.GetProperty("data") });
        _listening.TrySetResult();
        return true;
    }

    private string Now => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private AlpacaOrder Take(Dictionary<string, string> body, string? replaces)
    {
        var order = new AlpacaOrder($"id-{_orders.Count}", body, replaces);
        _orders[order.Id] = order;
        return order;
    }

    private object View(AlpacaOrder order, string? status = null, decimal? filled = null) => new
    {
        id = order.Id, client_order_id = order.ClientId, status = status ?? order.Status, filled_qty = Wire(filled ?? order.Filled), updated_at = Now,
        replaces = order.Replaces, replaced_by = order.ReplacedBy,
    };

    private static string Wire(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}

public sealed class AlpacaOrder(string id, IReadOnlyDictionary<string, string> body, string? replaces)
{
    public string Id => id;
    public IReadOnlyDictionary<string, string> Body => body;
    public string ClientId => body["client_order_id"];
    public string? Replaces => replaces;
    public string? ReplacedBy { get; set; }
    public string Status { get; set; } = "new";
    public decimal Quantity { get; } = decimal.Parse(body["qty"], CultureInfo.InvariantCulture);
    public decimal Filled { get; set; }
}

public sealed record AlpacaFill(decimal Quantity, decimal Price, decimal Cumulative, string Status, string At);
