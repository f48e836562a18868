using Fincord.Api.Markets;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>An account whose figures are asked for: its owner is who asks.</summary>
/// <param name="Id">The account.</param>
/// <param name="BaseCurrency">The currency that its equity is counted in.</param>
public sealed record FigureAccount(AccountId Id, string BaseCurrency);

/// <summary>Reads statements, performance, trades and risk of accounts for GraphQL and REST. A range is [from, to): the last 30 days by default.</summary>
public sealed class FigureReader(IAccountFigures figures, ITradingStore store, AccountReader accounts, TradingTerms terms, TimeProvider time)
{
    /// <summary>The most measures of risk that are told at once.</summary>
    public const int MaxRiskPoints = 10_000;

    private const int FillsPerRead = 10_000;

    private static readonly TimeSpan _usual = TimeSpan.FromDays(30);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(3_660);

    /// <summary>The member's account; throws <see cref="RefusalException"/> when it has none with this id.</summary>
    public async Task<FigureAccount> Find(CurrentMember member, string id, CancellationToken cancellation)
    {
        var wanted = TradingIds.ToAccount(id);
        var account = (await accounts.List(member, cancellation)).FirstOrDefault(known => known.Id == wanted) ?? throw RefusalException.UnknownAccount();
        return new(wanted, account.Settings.BaseCurrency);
    }

    /// <summary>The statement of a range.</summary>
    public async Task<AccountStatementView> ReadStatement(FigureAccount account, Timestamp? from, Timestamp? to, CancellationToken cancellation)
    {
        var (start, end) = ToRange(from, to);
        var (first, last) = (await figures.FindLastEvent(account.Id, start, cancellation), await figures.FindLastEvent(account.Id, end, cancellation));
        var statement = AccountStatement.Of(
            start, end, await figures.ReadBalances(account.Id, first, cancellation), await figures.ReadBooked(account.Id, first, last, cancellation));
        var (before, curve, days) = await ReadDays(account, start, end, cancellation);
        var instruments = await InstrumentsOf(statement.Opening.Positions.Keys.Concat(statement.Closing.Positions.Keys), cancellation);
        return new(
            start, end, account.BaseCurrency,
            ToEnd(statement.Opening, before, instruments), ToEnd(statement.Closing, curve.Count > 0 ? curve[^1] : before, instruments),
            [
                .. statement.Movements.Select(movement => new MovementView(
                    movement.Kind, KeyOf(movement.Unit, instruments), movement.Amount, movement.Count)),
            ],
            [
                .. statement.Instruments.Select(id => (Instrument: instruments[id.Value], Sums: statement.RealizedIn(id)))
                    .Select(row => new RealizedView(row.Instrument.Key.Value, terms.Of(row.Instrument).Currency, row.Sums.Average, row.Sums.Fifo)),
            ],
            days.Count > 0 ? ProfitView.From(days, account.BaseCurrency) : null);
    }

    /// <summary>What each UTC day of a range brought.</summary>
    public async Task<IReadOnlyList<DailyPnlView>> ReadDailyPnl(FigureAccount account, Timestamp? from, Timestamp? to, CancellationToken cancellation)
    {
        var (start, end) = ToRange(from, to);
        return [.. (await ReadDays(account, start, end, cancellation)).Days.Select(day => DailyPnlView.From(day, account.BaseCurrency))];
    }

    /// <summary>How well the account did in a range.</summary>
    public async Task<PerformanceView> ReadPerformance(FigureAccount account, Timestamp? from, Timestamp? to, CancellationToken cancellation)
    {
        var (start, end) = ToRange(from, to);
        var (before, curve, days) = await ReadDays(account, start, end, cancellation);
        // A return that is not defined is no return: what is made of the others would be wrong without it.
        double[] returns = days.All(day => day.Return is not null) ? [.. days.Select(day => day.Return!.Value)] : [];
        return PerformanceView.Of(before is null ? curve : [before, .. curve], returns);
    }

    /// <summary>A page of trades, those that go on first, then the latest first; after (older than) one when given.</summary>
    public async Task<Page<TradeView>> ReadTrades(FigureAccount account, FillId? after, int limit, CancellationToken cancellation)
    {
        var trades = await ReadTrades(account.Id, cancellation);
        var start = after is { } known ? trades.FindIndex(trade => trade.Id == known) + 1 : 0;
        if (after is not null && start == 0) throw RefusalException.InvalidArgument($"No trade of this account has the id {after}.");
        var page = Page<Trade>.Cut([.. trades.Skip(start).Take(limit + 1)], limit);
        return new(await Task.WhenAll(page.Items.Select(trade => ToView(account.Id, trade, cancellation))), page.HasNext);
    }

    /// <summary>The latest measure of what the account risks; null before the first.</summary>
    public async Task<RiskView?> ReadRisk(FigureAccount account, CancellationToken cancellation) =>
        (await ToViews(account, await figures.ReadRisk(account.Id, Timestamp.MinValue, Timestamp.MaxValue, 1, cancellation), cancellation)).FirstOrDefault();

    /// <summary>The measures in a range, the latest first, and at most <paramref name="limit"/>.</summary>
    public async Task<Page<RiskView>> ReadRiskHistory(FigureAccount account, Timestamp? from, Timestamp? to, int limit, CancellationToken cancellation)
    {
        var (start, end) = ToRange(from, to);
        return Page<RiskView>.Cut(await ToViews(account, await figures.ReadRisk(account.Id, start, end, limit + 1, cancellation), cancellation), limit);
    }

    private (Timestamp From, Timestamp To) ToRange(Timestamp? from, Timestamp? to)
    {
        var end = to ?? Timestamp.FromDateTimeOffset(time.GetUtcNow());
        // Half of all time is more than the longest range, so that nothing overflows.
        if (end.Nanoseconds < long.MinValue / 2) throw RefusalException.InvalidArgument("to lies before all accounts.");
        var start = from ?? end - _usual;
        if (start.Nanoseconds < long.MinValue / 2 || start >= end) throw RefusalException.InvalidArgument("from lies before to.");
        if ((Int128)end.Nanoseconds - start.Nanoseconds > (Int128)_longest.Ticks * 100)
            throw RefusalException.InvalidArgument($"A range has at most {_longest.TotalDays:0} days.");
        return (start, end);
    }

    private async Task<(EquityPoint? Before, IReadOnlyList<EquityPoint> Curve, IReadOnlyList<DailyPnl> Days)> ReadDays(
        FigureAccount account, Timestamp start, Timestamp end, CancellationToken cancellation)
    {
        var before = await figures.FindMark(account.Id, start, cancellation);
        var curve = await figures.ReadDailyMarks(account.Id, start, end, cancellation);
        // What was booked between the mark before and the last one: it is what they show.
        var since = before is { } mark ? await figures.FindLastEvent(account.Id, new(mark.At.Nanoseconds + 1), cancellation) : 0;
        var last = await figures.FindLastEvent(account.Id, end, cancellation);
        var opening = await figures.ReadBalances(account.Id, since, cancellation);
        var booked = await figures.ReadBooked(account.Id, since, last, cancellation);
        var instruments = await InstrumentsOf(booked.Select(next => next.Instrument()).OfType<InstrumentId>().Select(id => id.Value), cancellation);
        return (before, curve, DailyPnl.Of(before, curve, opening, booked, id => terms.Of(instruments[id.Value]).Currency, account.BaseCurrency));
    }

    private async Task<List<Trade>> ReadTrades(AccountId account, CancellationToken cancellation)
    {
        var adjustments = new Queue<AdjustmentRow>(await figures.ReadAdjustments(account, cancellation));
        var currencies = new Dictionary<InstrumentId, string>();
        var fold = new TradeFold(id => currencies[id]);
        long after = 0;
        while (true)
        {
            var fills = await figures.ReadFillsAfter(account, after, FillsPerRead, cancellation);
            foreach (var id in fills.Select(row => row.Fill.InstrumentId).Distinct())
                if (!currencies.ContainsKey(id)) currencies[id] = terms.Of(await accounts.InstrumentOf(id, cancellation)).Currency;
            foreach (var row in fills)
            {
                while (adjustments.TryPeek(out var earlier) && earlier.Sequence < row.Sequence) fold.Adjust(adjustments.Dequeue().Adjusted);
                fold.Add(row.Fill, row.Notional, row.Realized);
            }
            if (fills.Length < FillsPerRead) break;
            after = fills[^1].Sequence;
        }
        while (adjustments.TryDequeue(out var later)) fold.Adjust(later.Adjusted);
        return [.. fold.Open.Reverse(), .. fold.Closed.Reverse()];
    }

    private async Task<TradeView> ToView(AccountId account, Trade trade, CancellationToken cancellation)
    {
        var order = trade.EntryOrders is [var first, ..] ? await store.FindOrder(account, first, cancellation) : null;
        var instrument = await accounts.InstrumentOf(trade.InstrumentId, cancellation);
        return TradeView.From(instrument, terms.Of(instrument), trade, order?.Origin ?? OrderOrigin.Member);
    }

    private async Task<IReadOnlyList<RiskView>> ToViews(FigureAccount account, IReadOnlyList<AccountRisk> risks, CancellationToken cancellation)
    {
        var instruments = await InstrumentsOf(risks.SelectMany(risk => risk.ByInstrument).Select(part => JournalEntry.InstrumentOf(part.Name)!.Value.Value), cancellation);
        return [.. risks.Select(risk => RiskView.From(risk, account.BaseCurrency, unit => KeyOf(unit, instruments)))];
    }

    private async Task<Dictionary<long, Instrument>> InstrumentsOf(IEnumerable<long> ids, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(id => accounts.InstrumentOf(new(id), cancellation)));
        return found.ToDictionary(instrument => instrument.Id.Value);
    }

    // Money keeps its code, units of an instrument get the key that people know.
    private static string KeyOf(string unit, Dictionary<long, Instrument> instruments) =>
        JournalEntry.InstrumentOf(unit) is { } id ? instruments[id.Value].Key.Value : unit;

    private static StatementEndView ToEnd(AccountState account, EquityPoint? mark, Dictionary<long, Instrument> instruments) => new(
        mark?.Equity, mark?.At,
        [.. account.Cash.Select(cash => new AmountView(cash.Key, cash.Value))],
        [
            .. account.Positions.Values.Where(position => !position.IsFlat).Select(position => (position, Instrument: instruments[position.InstrumentId.Value]))
                .Select(row => new HoldingView(row.Instrument.Key.Value, row.Instrument.QuantityScale.ToDecimal(row.position.Count), row.position.Cost)),
        ]);
}
