using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types.Pagination;

namespace Fincord.Api.Trading;

/// <summary>What an account did and what it risks. Ranges are [from, to), the last 30 days when nothing is said. Each of these reads a history.</summary>
[ExtendObjectType(typeof(AccountView))]
public sealed class FigureFields
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;
    private const double HistoryCost = 100;

    /// <summary>What it had at both ends of a range, and all that was booked between them.</summary>
    [Cost(HistoryCost)]
    public Task<AccountStatementView> GetStatementAsync(
        [Parent] AccountView account, Timestamp? from, Timestamp? to, FigureReader figures, CancellationToken cancellation) =>
        figures.ReadStatement(Of(account), from, to, cancellation);

    /// <summary>What each UTC day brought.</summary>
    [Cost(HistoryCost)]
    public Task<IReadOnlyList<DailyPnlView>> GetDailyPnlAsync(
        [Parent] AccountView account, Timestamp? from, Timestamp? to, FigureReader figures, CancellationToken cancellation) =>
        figures.ReadDailyPnl(Of(account), from, to, cancellation);

    /// <summary>How well it did.</summary>
    [Cost(HistoryCost)]
    public Task<PerformanceView> GetPerformanceAsync(
        [Parent] AccountView account, Timestamp? from, Timestamp? to, FigureReader figures, CancellationToken cancellation) =>
        figures.ReadPerformance(Of(account), from, to, cancellation);

    /// <summary>Its round trips: those that go on, then the latest first.</summary>
    [Cost(HistoryCost)]
    [UsePaging(DefaultPageSize = DefaultPageSize, MaxPageSize = MaxPageSize, AllowBackwardPagination = false, ConnectionName = "Trades")]
    public async Task<Connection<TradeView>> GetTradesAsync(
        [Parent] AccountView account, int? first, string? after, FigureReader figures, CancellationToken cancellation)
    {
        var page = await figures.ReadTrades(Of(account), TradingIds.ToTradeAfter(after), first ?? DefaultPageSize, cancellation);
        return AccountFields.ToConnection(page.Items, trade => trade.Id, page.HasNext, after);
    }

    /// <summary>What it risks, as last measured; null before the first measure.</summary>
    public Task<RiskView?> GetRiskAsync([Parent] AccountView account, FigureReader figures, CancellationToken cancellation) =>
        figures.ReadRisk(Of(account), cancellation);

    /// <summary>What it risked over time, the latest first.</summary>
    [Cost(HistoryCost)]
    public async Task<IReadOnlyList<RiskView>> GetRiskHistoryAsync(
        [Parent] AccountView account, Timestamp? from, Timestamp? to, FigureReader figures, CancellationToken cancellation) =>
        (await figures.ReadRiskHistory(Of(account), from, to, FigureReader.MaxRiskPoints, cancellation)).Items;

    private static FigureAccount Of(AccountView account) => new(TradingIds.ToAccount(account.Id), account.BaseCurrency);
}
