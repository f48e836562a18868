using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Alpaca;

/// <summary>
/// One account at Alpaca. A change makes a new order there that replaces the old one; the new one's client order id is made of both, so that
/// asking twice changes once.
/// </summary>
internal sealed partial class AlpacaLink(
    VenueEndpoint endpoint, VenueCredential credential, HttpMessageInvoker client, AccountId account, VenueSurroundings around) : VenueLink(VenueNames.Alpaca, account, around)
{
    private const int PageSize = 100;
    private const int LongestChain = 100;
    private const string Dollar = "USD";

    private readonly AlpacaRest _rest = new(endpoint, credential, client, around.Time, around.Options);

    protected override string? Unsupported(VenueOrder order, Instrument instrument) => AlpacaOrders.Unsupported(order.Ticket, instrument);

    protected override bool IsDuplicate(VenueRefusedException refusal) => AlpacaErrors.IsDuplicate(refusal);

    protected override Task Place(VenueOrder order, Instrument instrument, CancellationToken cancellation) =>
        _rest.Send(HttpMethod.Post, "/v2/orders", AlpacaOrders.ToBody(order, instrument), cancellation);

    protected override async Task<VenueOrderState?> Find(TrackedOrder order, CancellationToken cancellation) =>
        await FindNewest(order.Id, cancellation) is { } found ? AlpacaOrders.ToState(found) : null;

    protected override async Task<IReadOnlyList<VenueTrade>> FindTrades(TrackedOrder order, VenueOrderState state, CancellationToken cancellation)
    {
        var trades = new List<VenueTrade>();
        // Ids rise with time, so nothing of the order is before the moment at which ours was made.
        var since = Uri.EscapeDataString((order.Id.MadeAt() - TimeSpan.FromMinutes(1)).ToString());
        for (string? last = null; ;)
        {
            var token = last is null ? "" : $"&page_token={Uri.EscapeDataString(last)}";
            var page = await _rest.Send(HttpMethod.Get, $"/v2/account/activities/FILL?direction=asc&page_size={PageSize}&after={since}{token}", null, cancellation);
            if (page is not { ValueKind: JsonValueKind.Array } fills) return trades;
            foreach (var fill in fills.EnumerateArray())
            {
                if (fill.Text("order_id") != state.VenueId) continue;
                trades.Add(ToTrade(state.VenueId, fill.Exact("cum_qty"), fill.Exact("price"), fill.Exact("qty"), fill.Moment("transaction_time")));
            }
            if (fills.GetArrayLength() < PageSize) return trades;
            last = fills[PageSize - 1].Text("id");
        }
    }

    protected override Task Cancel(TrackedOrder order, VenueOrderState state, CancellationToken cancellation) =>
        _rest.Send(HttpMethod.Delete, $"/v2/orders/{state.VenueId}", null, cancellation);

    protected override async Task Amend(TrackedOrder order, VenueOrderState state, OrderAmendment amendment, CancellationToken cancellation)
    {
        if (await FindNewest(order.Id, cancellation) is not { } newest) throw Unchangeable("Alpaca no longer has the order.");
        if (newest.TextOrNull("replaces") is { } replaced && newest.Text("client_order_id") == ReplacementId(order.Id, replaced, amendment)) return;
        if (newest.Exact("filled_qty") != 0) throw Unchangeable("An order that was filled in part is not changed at Alpaca.");
        var body = new Dictionary<string, string>(StringComparer.Ordinal) { ["client_order_id"] = ReplacementId(order.Id, newest.Text("id"), amendment) };
        if (amendment.Quantity is { } quantity) body["qty"] = order.Instrument.QuantityScale.ToDecimal(quantity).ToWire();
        if (amendment.LimitPrice is { } limit) body["limit_price"] = order.Instrument.PriceScale.ToDecimal(limit).ToWire();
        if (amendment.TriggerPrice is { } trigger) body["stop_price"] = order.Instrument.PriceScale.ToDecimal(trigger).ToWire();
        await _rest.Send(HttpMethod.Patch, $"/v2/orders/{newest.Text("id")}", body, cancellation);
    }

    protected override async Task Listen(Func<Task> opened, CancellationToken cancellation)
    {
        using var socket = new VenueSocket(Around.Time, Around.Options.StreamSilence);
        await socket.Open(new($"{endpoint.Stream}/stream"), cancellation);
        await socket.Send(new { action = "auth", key = credential.Key, secret = credential.Secret }, cancellation);
        var answer = await socket.Receive(cancellation) ?? throw new IOException("Alpaca closed the stream at once.");
        if (answer.TextOrNull("stream") != "authorization" || answer.Member("data").Text("status") != "authorized") throw new IOException("Alpaca does not open the stream.");
        await socket.Send(new { action = "listen", data = new { streams = new[] { "trade_updates" } } }, cancellation);
        while (await socket.Receive(cancellation) is { } message)
        {
            switch (message.TextOrNull("stream"))
            {
                case "listening":
                    await opened();
                    break;
                case "trade_updates":
                    await Take(message.Member("data"), cancellation);
                    break;
            }
        }
    }

    private async Task Take(JsonElement update, CancellationToken cancellation)
    {
        var order = update.Member("order");
        if (!TryFindOrder(order.TextOrNull("client_order_id"), out var id) || Tracked(id) is not { Ticket: not null } tracked) return;
        if (order.Text("status") == "replaced") return;     // the order that replaced it goes on
        var state = AlpacaOrders.ToState(order);
        var trade = update.Text("event") is "fill" or "partial_fill"
            ? ToTrade(state.VenueId, state.Filled, update.Exact("price"), update.Exact("qty"), update.Moment("timestamp"))
            : null;
        await Heard(tracked, state, trade, cancellation);
    }

    /// <summary>The order that has our id, or the last of those that replaced it.</summary>
    private async Task<JsonElement?> FindNewest(OrderId id, CancellationToken cancellation)
    {
        var order = await _rest.Send(HttpMethod.Get, $"/v2/orders:by_client_order_id?client_order_id={id}", null, cancellation);
        for (var links = 0; order is { } known && known.TextOrNull("replaced_by") is { } next; links++)
        {
            if (links == LongestChain) throw new VenueFormatException($"Order {id} was replaced without an end.");
            order = await _rest.Send(HttpMethod.Get, $"/v2/orders/{next}", null, cancellation);
        }
        return order;
    }

    // Alpaca charges no commission on shares, and does not tell which side gave liquidity: the dearer one is taken for it.
    private static VenueTrade ToTrade(string orderId, decimal filledWithIt, decimal price, decimal quantity, Timestamp at) =>
        new(AlpacaOrders.FillIdOf(orderId, filledWithIt), price, quantity, 0, LiquiditySide.Taker, at);

    private static VenueRefusedException Unchangeable(string text) => new(RefusalCodes.VenueUnsupported, "-", text);

    /// <summary>Thirty-five characters: our id in 22, and a mark of what is replaced by what.</summary>
    private static string ReplacementId(OrderId id, string replaced, OrderAmendment amendment)
    {
        var change = string.Create(CultureInfo.InvariantCulture, $"{replaced}|{amendment.Quantity?.Count}|{amendment.LimitPrice?.Count}|{amendment.TriggerPrice?.Count}");
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(change)).AsSpan(0, 6));
        return $"{Convert.ToBase64String(id.Value.ToByteArray())[..22].Replace('+', '-').Replace('/', '_')}.{mark}";
    }

    private static bool TryFindOrder(string? clientOrderId, out OrderId id)
    {
        id = default;
        if (Guid.TryParseExact(clientOrderId, "D", out var guid))
        {
            id = new(guid);
            return true;
        }
        var bytes = new byte[18];
        if (clientOrderId is not { Length: 35 } || clientOrderId[22] != '.') return false;
        if (!Convert.TryFromBase64String(clientOrderId[..22].Replace('-', '+').Replace('_', '/') + "==", bytes, out var written) || written != 16) return false;
        id = new(new Guid(bytes.AsSpan(0, 16)));
        return true;
    }
}
