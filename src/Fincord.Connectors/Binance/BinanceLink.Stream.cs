using System.Text.Json;
using Fincord.Connectors.Venues;

namespace Fincord.Connectors.Binance;

internal sealed partial class BinanceLink
{
    protected override Task Listen(Func<Task> opened, CancellationToken cancellation) =>
        market.IsFutures ? ListenWithKey(opened, cancellation) : ListenWithSignature(opened, cancellation);

    /// <summary>Spot: a signed subscription on the WebSocket API; listen keys ended there in February 2026.</summary>
    private async Task ListenWithSignature(Func<Task> opened, CancellationToken cancellation)
    {
        using var socket = new VenueSocket(Around.Time, Around.Options.StreamSilence);
        await socket.Open(new($"{endpoint.Stream}/ws-api/v3"), cancellation);
        await socket.Send(new { id = "1", method = "userDataStream.subscribe.signature", @params = await _rest.SignedCall(cancellation) }, cancellation);
        var answer = await socket.Receive(cancellation) ?? throw new IOException("Binance closed the stream at once.");
        if (answer.Whole("status") != 200) throw new IOException($"Binance does not open the stream: {answer.Member("error").Text("msg")}");
        await opened();
        while (await socket.Receive(cancellation) is { } message)
        {
            if (message.TryGetProperty("event", out var content) && !await Take(content, cancellation)) return;
        }
    }

    /// <summary>Futures: a listen key that is kept alive; when it expires another one is asked for, and the stream opened anew.</summary>
    private async Task ListenWithKey(Func<Task> opened, CancellationToken cancellation)
    {
        var key = (await _rest.Keyed(HttpMethod.Post, market.Api + "/listenKey", [], cancellation)).Text("listenKey");
        using var socket = new VenueSocket(Around.Time, Around.Options.StreamSilence);
        await socket.Open(new($"{endpoint.Stream}/private/ws?listenKey={Uri.EscapeDataString(key)}"), cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var alive = KeepAlive(ended);
        try
        {
            await opened();
            while (await socket.Receive(ended.Token) is { } message)
            {
                if (!await Take(message, ended.Token)) return;
            }
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("The listen key is no longer kept alive.", exception);
        }
        finally
        {
            await ended.CancelAsync();
            await alive;
        }
    }

    private async Task KeepAlive(CancellationTokenSource ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Around.Options.KeepAliveInterval, Around.Time, ended.Token);
                await Insist(() => _rest.Keyed(HttpMethod.Put, market.Api + "/listenKey", [], ended.Token), ended.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The stream ended first.
        }
        catch (Exception exception) when (exception is VenueRefusedException or VenueUnavailableException)
        {
            await ended.CancelAsync();      // the key is gone: the stream would be silent without a word
        }
    }

    /// <summary>Takes one event; false when the stream is over.</summary>
    private async Task<bool> Take(JsonElement message, CancellationToken cancellation)
    {
        switch (message.TextOrNull("e"))
        {
            case "executionReport":
                await TakeOrder(message, cancellation);
                return true;
            case "ORDER_TRADE_UPDATE":
                await TakeOrder(message.Member("o"), cancellation);
                return true;
            case "ALGO_UPDATE":
                await TakeConditional(message.Member("o"), cancellation);
                return true;
            case "ACCOUNT_UPDATE":
                // It names no id for what it tells, so that what it is about is asked for. Orders tell of themselves.
                if (message.Member("a").TextOrNull("m") is not ("ORDER" or null)) _ = AskToCompare();
                return true;
            case "listenKeyExpired" or "eventStreamTerminated" or "serverShutdown":
                return false;
            default:
                return true;
        }
    }

    private async Task TakeOrder(JsonElement message, CancellationToken cancellation)
    {
        if (BinanceMessages.IsForced(message.TextOrNull("c")))
        {
            _ = AskToCompare();
            return;
        }
        var found = BinanceMessages.TryFindOrder(message, out var id) ? Tracked(id) : TrackedAs(message.Text("i"));
        if (found is not { Ticket: not null } order || message.Text("s") != BinanceOrders.SymbolOf(order.Instrument)) return;
        var state = BinanceMessages.ToStreamState(message);
        var trade = message.Text("x") == "TRADE"
            ? await ToTrade(order, message, "t", "L", "l", "n", "N", "T", message.Member("m").GetBoolean(), cancellation)
            : null;
        await Heard(order, state, trade, cancellation);
    }

    // The event says that a conditional order went on; what became of it the order of the book knows, so it is asked for.
    private async Task TakeConditional(JsonElement message, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(message.TextOrNull("caid"), "D", out var guid) || Tracked(new(guid)) is not { Ticket: not null } order) return;
        if (await Insist(() => Find(order, cancellation), cancellation) is { } state) await Heard(order, state, null, cancellation);
    }
}
