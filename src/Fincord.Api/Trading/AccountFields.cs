using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using HotChocolate.Types.Pagination;

namespace Fincord.Api.Trading;

/// <summary>The fields of an account that are calls. Whoever holds an account has been shown to be its owner.</summary>
[ExtendObjectType(typeof(AccountView))]
public sealed class AccountFields
{
    private const int DefaultPageSize = 50;

    // Each order and fill may be asked for its instrument and that for its market, which is a grain call.
    private const int MaxPageSize = 200;

    /// <summary>Its orders, the latest first.</summary>
    [UsePaging(DefaultPageSize = DefaultPageSize, MaxPageSize = MaxPageSize, AllowBackwardPagination = false, ConnectionName = "Orders")]
    public async Task<Connection<OrderView>> GetOrdersAsync(
        [Parent] AccountView account, int? first, string? after, AccountReader accounts, CancellationToken cancellation, bool onlyOpen = false)
    {
        var page = await accounts.ReadOrders(
            TradingIds.ToAccount(account.Id), onlyOpen, TradingIds.ToOrderAfter(after), first ?? DefaultPageSize, cancellation);
        return ToConnection(page.Items, order => order.Id, page.HasNext, after);
    }

    /// <summary>Its fills, the latest first.</summary>
    [UsePaging(DefaultPageSize = DefaultPageSize, MaxPageSize = MaxPageSize, AllowBackwardPagination = false, ConnectionName = "Fills")]
    public async Task<Connection<FillView>> GetFillsAsync(
        [Parent] AccountView account, int? first, string? after, AccountReader accounts, CancellationToken cancellation)
    {
        var page = await accounts.ReadFills(TradingIds.ToAccount(account.Id), TradingIds.ToSequenceAfter(after), first ?? DefaultPageSize, cancellation);
        var edges = page.Items.Select(row => new Edge<FillView>(row.Fill, TradingIds.ToCursor(row.Sequence.ToString()))).ToList();
        return ToConnection(edges, page.HasNext, after);
    }

    /// <summary>The entries of its ledger, the latest first.</summary>
    [UsePaging(DefaultPageSize = DefaultPageSize, MaxPageSize = MaxPageSize, AllowBackwardPagination = false, ConnectionName = "Journal")]
    public async Task<Connection<JournalEntryView>> GetJournalAsync(
        [Parent] AccountView account, int? first, string? after, AccountReader accounts, CancellationToken cancellation)
    {
        var page = await accounts.ReadJournal(TradingIds.ToAccount(account.Id), TradingIds.ToSequenceAfter(after), first ?? DefaultPageSize, cancellation);
        return ToConnection(page.Items, entry => entry.Sequence.ToString(), page.HasNext, after);
    }

    /// <summary>What it was worth over time, in [from, to): of the last week when nothing is said, and at most a week of minutes at once.</summary>
    public async Task<IReadOnlyList<EquityPointView>> GetEquityCurveAsync(
        [Parent] AccountView account, Timestamp? from, Timestamp? to, AccountReader accounts, CancellationToken cancellation) =>
        (await accounts.ReadEquity(TradingIds.ToAccount(account.Id), from, to, cancellation)).Items;

    internal static Connection<T> ToConnection<T>(IEnumerable<T> items, Func<T, string> itemOf, bool hasNext, string? after) =>
        ToConnection(items.Select(item => new Edge<T>(item, TradingIds.ToCursor(itemOf(item)))).ToList(), hasNext, after);

    private static Connection<T> ToConnection<T>(List<Edge<T>> edges, bool hasNext, string? after) =>
        new(edges, new ConnectionPageInfo(hasNext, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
}
