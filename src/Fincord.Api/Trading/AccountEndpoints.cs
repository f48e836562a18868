using System.ComponentModel;
using Fincord.Api.Http;
using Fincord.Contracts;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using static Fincord.Api.Http.RequestText;

namespace Fincord.Api.Trading;

/// <summary>The REST endpoints of a member's accounts, below <c>/api/v1/accounts</c>.</summary>
public static class AccountEndpoints
{
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/accounts").WithTags("Trading").RequireAuthorization(Permissions.AccountRead)
            .ProducesProblemBody(400, 401, 403, 404, 500);
        read.MapGet("/", ListAccounts).WithName(nameof(ListAccounts)).WithSummary("The member's accounts, in the order of their opening.");
        read.MapGet("/{account}", GetAccount).WithName(nameof(GetAccount))
            .WithSummary("An account: money, positions, and what it is worth now. Its ETag is the version of its settings.");
        read.MapGet("/{account}/orders", ListOrders).WithName(nameof(ListOrders)).WithSummary("Its orders, the latest first.");
        read.MapGet("/{account}/orders/{order}", GetOrder).WithName(nameof(GetOrder)).WithSummary("An order, open or ended. Its ETag is its version.");
        read.MapGet("/{account}/fills", ListFills).WithName(nameof(ListFills)).WithSummary("Its fills, the latest first.");
        read.MapGet("/{account}/journal", ListJournal).WithName(nameof(ListJournal)).WithSummary("The entries of its ledger, the latest first.");
        read.MapGet("/{account}/equity", ListEquity).WithName(nameof(ListEquity)).WithSummary("What it was worth in [from, to), by time; the last week by default.");

        var trade = routes.MapGroup("/api/v1/accounts").WithTags("Trading").RequireAuthorization(Permissions.OrdersPlace)
            .ProducesProblemBody(400, 401, 403, 404, 409, 422, 500);
        trade.MapPost("/", OpenAccount).WithName(nameof(OpenAccount)).WithSummary("Opens an account.");
        trade.MapPatch("/{account}", ChangeSettings).WithName(nameof(ChangeSettings)).ProducesProblemBody(412)
            .WithSummary("Changes its name, leverage, margin mode or limits; with If-Match only if its settings have that version still.");
        trade.MapPost("/{account}/orders", PlaceOrders).WithName(nameof(PlaceOrders))
            .WithSummary("Places an order, an order with exits, or orders that belong together; all of them are taken, or all denied.");
        trade.MapPatch("/{account}/orders/{order}", AmendOrder).WithName(nameof(AmendOrder)).ProducesProblemBody(412)
            .WithSummary("Changes a working order; with If-Match only if it has that version still.");
        trade.MapDelete("/{account}/orders/{order}", CancelOrder).WithName(nameof(CancelOrder)).WithSummary("Cancels an order.");
        trade.MapDelete("/{account}/orders", CancelAllOrders).WithName(nameof(CancelAllOrders)).WithSummary("Cancels all open orders, or those of one instrument.");
        trade.MapDelete("/{account}/positions/{key}", ClosePosition).WithName(nameof(ClosePosition))
            .WithSummary("Cancels an instrument's orders and closes its position at the market.");
        trade.MapPost("/{account}/payments", Pay).WithName(nameof(Pay)).WithSummary("Moves money in, or out when the amount is negative.");
        trade.MapPut("/{account}/kill-switch", TurnKillSwitch).WithName(nameof(TurnKillSwitch)).WithSummary("Turns the kill switch; on also cancels all open orders.");
        return routes;
    }

    private static async Task<Ok<PageView<AccountHeaderView>>> ListAccounts(CurrentMember member, AccountReader accounts, CancellationToken cancellation) =>
        TypedResults.Ok(new PageView<AccountHeaderView>([.. (await accounts.List(member, cancellation)).Select(account => new AccountHeaderView(
            account.Id.ToString(), account.Settings.Name, account.Settings.Venue, account.Settings.Kind, account.Settings.BaseCurrency, account.OpenedAt))]));

    private static async Task<Ok<AccountView>> GetAccount(
        string account, CurrentMember member, AccountReader accounts, HttpResponse response, CancellationToken cancellation) =>
        Tell(await accounts.Read(member, TradingIds.ToAccount(account), cancellation), response);

    private static async Task<Ok<PageView<OrderView>>> ListOrders(
        string account, CurrentMember member, AccountReader accounts, CancellationToken cancellation,
        [Description("Whether only those that have not ended: true or false.")] string? onlyOpen = null,
        [Description("Go on after (with older ones than) the order with this id.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        var id = TradingIds.ToAccount(account);
        await accounts.Check(member, id, cancellation);
        var page = await accounts.ReadOrders(
            id, ReadFlag(nameof(onlyOpen), onlyOpen), after is null ? null : Guid.TryParse(after, out var last) ? new(last)
                : throw RefusalException.InvalidArgument($"after is the id of an order, not '{after}'."),
            ReadLimit(limit, AccountReader.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<OrderView>(page.Items, page.HasNext ? page.Items[^1].Id : null));
    }

    private static async Task<Ok<OrderView>> GetOrder(
        string account, string order, CurrentMember member, AccountReader accounts, HttpResponse response, CancellationToken cancellation)
    {
        var id = TradingIds.ToAccount(account);
        await accounts.Check(member, id, cancellation);
        var (instrument, found) = await accounts.ReadOrder(id, TradingIds.ToOrder(order), cancellation);
        return Tell(accounts.ToView(instrument, found), response);
    }

    private static async Task<Ok<PageView<FillView>>> ListFills(
        string account, CurrentMember member, AccountReader accounts, CancellationToken cancellation,
        [Description("Go on with older ones: what the page before called next.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        var id = TradingIds.ToAccount(account);
        await accounts.Check(member, id, cancellation);
        var page = await accounts.ReadFills(id, ReadSequence(nameof(after), after), ReadLimit(limit, AccountReader.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<FillView>([.. page.Items.Select(row => row.Fill)], page.HasNext ? page.Items[^1].Sequence.ToString() : null));
    }

    private static async Task<Ok<PageView<JournalEntryView>>> ListJournal(
        string account, CurrentMember member, AccountReader accounts, CancellationToken cancellation,
        [Description("Go on with older ones: what the page before called next.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        var id = TradingIds.ToAccount(account);
        await accounts.Check(member, id, cancellation);
        var page = await accounts.ReadJournal(id, ReadSequence(nameof(after), after), ReadLimit(limit, AccountReader.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<JournalEntryView>(page.Items, page.HasNext ? page.Items[^1].Sequence.ToString() : null));
    }

    private static async Task<Ok<PageView<EquityPointView>>> ListEquity(
        string account, CurrentMember member, AccountReader accounts, CancellationToken cancellation,
        [Description("First moment, inclusive; RFC 3339.")] string? from = null,
        [Description("Last moment, exclusive; RFC 3339.")] string? to = null)
    {
        var id = TradingIds.ToAccount(account);
        await accounts.Check(member, id, cancellation);
        var page = await accounts.ReadEquity(id, ReadTime(nameof(from), from), ReadTime(nameof(to), to), cancellation);
        return TypedResults.Ok(new PageView<EquityPointView>(page.Items));
    }

    private static async Task<Created<AccountView>> OpenAccount(
        OpenAccountRequest request, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? key = null)
    {
        var view = await ToView(await trader.Open(member, RequireKey(key), request), accounts, cancellation);
        return TypedResults.Created($"/api/v1/accounts/{view.Id}", view);
    }

    private static async Task<Ok<AccountView>> ChangeSettings(
        string account, ChangeSettingsRequest request, CurrentMember member, Trader trader, AccountReader accounts, IIdGenerator ids, HttpResponse response,
        CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? key = null, [FromHeader(Name = "If-Match")] string? version = null) => Tell(await ToView(
            await trader.ChangeSettings(member, TradingIds.ToAccount(account), key ?? ids.Next().ToString(), request, ReadVersion(version)), accounts, cancellation), response);

    private static async Task<Created<PageView<OrderView>>> PlaceOrders(
        string account, PlaceOrdersRequest request, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? key = null)
    {
        var result = await trader.Place(member, TradingIds.ToAccount(account), RequireKey(key), request, cancellation);
        if (result.Orders.FirstOrDefault(order => order.Denial is not null) is { Denial: { } denial }) throw OrderRefusal.Of(denial).ToException();
        var page = await ToPage(result, accounts, cancellation);
        return TypedResults.Created($"/api/v1/accounts/{account}/orders/{page.Results[0].Id}", page);
    }

    private static async Task<Ok<OrderView>> AmendOrder(
        string account, string order, AmendOrderRequest request, CurrentMember member, Trader trader, AccountReader accounts, IIdGenerator ids,
        HttpResponse response, CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? key = null, [FromHeader(Name = "If-Match")] string? version = null)
    {
        var (accountId, id) = (TradingIds.ToAccount(account), TradingIds.ToOrder(order));
        var result = await trader.Amend(member, accountId, key ?? ids.Next().ToString(), id, request, ReadVersion(version), cancellation);
        if (result.Refusal is { } refusal) throw refusal.ToException();
        // A change that changes nothing leaves the order as it is.
        if (result.Orders.IsEmpty) return await GetOrder(account, order, member, accounts, response, cancellation);
        return Tell((await accounts.ToViews(result.Orders, cancellation))[0], response);
    }

    private static async Task<Ok<PageView<OrderView>>> CancelOrder(
        string account, string order, CurrentMember member, Trader trader, AccountReader accounts, IIdGenerator ids, CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? key = null) => TypedResults.Ok(await ToPage(
            await trader.Cancel(member, TradingIds.ToAccount(account), key ?? ids.Next().ToString(), TradingIds.ToOrder(order)), accounts, cancellation));

    private static async Task<Ok<PageView<OrderView>>> CancelAllOrders(
        string account, CurrentMember member, Trader trader, AccountReader accounts, IIdGenerator ids, CancellationToken cancellation,
        [Description("Only those of the instrument with this key.")] string? instrument = null,
        [FromHeader(Name = KeyHeader)] string? key = null) => TypedResults.Ok(await ToPage(
            await trader.CancelAll(member, TradingIds.ToAccount(account), key ?? ids.Next().ToString(), instrument, cancellation), accounts, cancellation));

    private static async Task<Ok<PageView<OrderView>>> ClosePosition(
        string account, string key, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? idempotencyKey = null) => TypedResults.Ok(await ToPage(
            await trader.ClosePosition(member, TradingIds.ToAccount(account), RequireKey(idempotencyKey), Uri.UnescapeDataString(key), cancellation), accounts, cancellation));

    private static async Task<Ok<AccountView>> Pay(
        string account, PaymentRequest request, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? key = null) =>
        TypedResults.Ok(await ToView(await trader.Pay(member, TradingIds.ToAccount(account), RequireKey(key), request), accounts, cancellation));

    private static async Task<Ok<AccountView>> TurnKillSwitch(
        string account, KillSwitchRequest request, CurrentMember member, Trader trader, AccountReader accounts, IIdGenerator ids, CancellationToken cancellation,
        [FromHeader(Name = KeyHeader)] string? key = null) => TypedResults.Ok(await ToView(
            await trader.TurnKillSwitch(member, TradingIds.ToAccount(account), key ?? ids.Next().ToString(), request), accounts, cancellation));

    private static async Task<PageView<OrderView>> ToPage(OrdersResult result, AccountReader accounts, CancellationToken cancellation) =>
        result.Refusal is { } refusal ? throw refusal.ToException() : new(await accounts.ToViews(result.Orders, cancellation));

    private static async Task<AccountView> ToView(AccountResult result, AccountReader accounts, CancellationToken cancellation) =>
        await accounts.ToView(result.Account ?? throw result.Refusal!.ToException(), cancellation);

    private static Ok<AccountView> Tell(AccountView account, HttpResponse response)
    {
        response.Headers.ETag = $"\"{account.SettingsVersion}\"";
        return TypedResults.Ok(account);
    }

    private static Ok<OrderView> Tell(OrderView order, HttpResponse response)
    {
        response.Headers.ETag = $"\"{order.Version}\"";
        return TypedResults.Ok(order);
    }

    private static int? ReadVersion(string? tag) => tag is null or "*" ? null
        : int.TryParse(tag.Trim('"'), out var version) ? version
        : throw new RefusalException(StatusCodes.Status412PreconditionFailed, RefusalCodes.VersionConflict, $"If-Match is the ETag of an order or an account, not '{tag}'.");
}
