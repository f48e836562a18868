using System.Collections.Immutable;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;
using static Fincord.Storage.Trading.TradingStore;

namespace Fincord.Storage.Trading;

/// <summary>Figures of accounts in a database of either kind.</summary>
internal sealed class AccountFigures(ITradingDatabase database) : IAccountFigures
{
    private const int EventsPerRead = 10_000;

    // An action may change a position and post nothing. The text is that of an index, which has all events of this kind and no others.
    private const string IsAdjustment = """substr(event, 1, 28) = '{"event":"position-adjusted"'""";

    /// <inheritdoc/>
    public async Task<long> FindLastEvent(AccountId account, Timestamp before, CancellationToken cancellation)
    {
        // Marks are indexed by time and at most minutes apart: only what lies between two of them is looked through.
        var (id, moment) = (account.ToString(), before.Nanoseconds);
        var last = await database.Read(
            "SELECT sequence FROM equity WHERE account_id = ? AND marked_at < ? ORDER BY marked_at DESC, sequence DESC LIMIT 1", row => row.Int64(), cancellation, id, moment);
        var next = await database.Read(
            "SELECT sequence FROM equity WHERE account_id = ? AND marked_at >= ? ORDER BY marked_at, sequence LIMIT 1", row => row.Int64(), cancellation, id, moment);
        var found = await database.Read(
            "SELECT COALESCE(MAX(sequence), 0) FROM account_event WHERE account_id = ? AND sequence >= ? AND sequence < ? AND occurred_at < ?",
            row => row.Int64(), cancellation, id, last.FirstOrDefault(), next.Length > 0 ? next[0] : long.MaxValue, moment);
        return found[0];
    }

    // A position with its lots follows from all that was booked; whoever keeps it elsewhere, too, keeps it wrong some day.
    /// <inheritdoc/>
    public async Task<AccountState> ReadBalances(AccountId account, long through, CancellationToken cancellation) =>
        (await ReadBooked(account, 0, through, cancellation)).Aggregate(AccountState.Unopened(account), (state, next) => state.Apply(next));

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccountEvent>> ReadBooked(AccountId account, long after, long through, CancellationToken cancellation)
    {
        var (id, booked) = (account.ToString(), ImmutableArray.CreateBuilder<AccountEvent>());
        while (true)
        {
            var page = await database.Read(
                "SELECT sequence, event FROM account_event WHERE account_id = ? AND sequence IN ("
                + "SELECT sequence FROM journal_line WHERE account_id = ? AND sequence > ? AND sequence <= ? "
                + $"UNION SELECT sequence FROM account_event WHERE account_id = ? AND sequence > ? AND sequence <= ? AND {IsAdjustment} "
                + "ORDER BY sequence LIMIT ?) ORDER BY sequence",
                row => (Sequence: row.Int64(), Event: ToEvent(row)), cancellation, id, id, after, through, id, after, through, (long)EventsPerRead);
            booked.AddRange(page.Select(row => row.Event));
            if (page.Length < EventsPerRead) return booked.DrainToImmutable();
            after = page[^1].Sequence;
        }
    }

    /// <inheritdoc/>
    public async Task<EquityPoint?> FindMark(AccountId account, Timestamp before, CancellationToken cancellation) => (await database.Read(
        "SELECT e.event FROM equity m JOIN account_event e ON e.account_id = m.account_id AND e.sequence = m.sequence "
        + "WHERE m.account_id = ? AND m.marked_at < ? ORDER BY m.marked_at DESC, m.sequence DESC LIMIT 1",
        ToPoint, cancellation, account.ToString(), before.Nanoseconds)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<ImmutableArray<EquityPoint>> ReadDailyMarks(AccountId account, Timestamp from, Timestamp to, CancellationToken cancellation)
    {
        var (id, start, end) = (account.ToString(), from.Nanoseconds, to.Nanoseconds);
        return database.Read(
            "SELECT event FROM account_event WHERE account_id = ? AND sequence IN ("
            + "SELECT MAX(sequence) FROM equity WHERE account_id = ? AND marked_at >= ? AND marked_at < ? GROUP BY marked_at / 86400000000000 "
            + "UNION SELECT sequence FROM equity WHERE account_id = ? AND marked_at >= ? AND marked_at < ? AND CAST(flow AS REAL) <> 0) ORDER BY sequence",
            ToPoint, cancellation, id, id, start, end, id, start, end);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<FillRow>> ReadFillsAfter(AccountId account, long after, int limit, CancellationToken cancellation) => database.Read(
        $"SELECT {TradingStore.FillColumns} "
        + "FROM fill WHERE account_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
        ToFillRow, cancellation, account.ToString(), after, (long)limit);

    /// <inheritdoc/>
    public Task<ImmutableArray<AdjustmentRow>> ReadAdjustments(AccountId account, CancellationToken cancellation) => database.Read(
        $"SELECT sequence, event FROM account_event WHERE account_id = ? AND {IsAdjustment} ORDER BY sequence",
        row => new AdjustmentRow(row.Int64(), (PositionAdjusted)ToEvent(row)), cancellation, account.ToString());

    /// <inheritdoc/>
    public Task AddRisk(AccountId account, AccountRisk risk, CancellationToken cancellation) => database.Commit(
        account.ToString(),
        [
            new(
                "INSERT INTO account_risk (account_id, measured_at, body) VALUES (?, ?, ?) ON CONFLICT (account_id, measured_at) DO NOTHING",
                [account.ToString(), risk.At.Nanoseconds, Json.Write(risk)]),
        ],
        cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountRisk>> ReadRisk(AccountId account, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) => database.Read(
        "SELECT body FROM account_risk WHERE account_id = ? AND measured_at >= ? AND measured_at < ? ORDER BY measured_at DESC LIMIT ?",
        row => Json.Read<AccountRisk>(row.Text()), cancellation, account.ToString(), from.Nanoseconds, to.Nanoseconds, (long)limit);

    private static AccountEvent ToEvent(ISqlRow row) => Json.Read<AccountEvent>(row.Text());

    private static EquityPoint ToPoint(ISqlRow row)
    {
        var mark = (MarkedToMarket)ToEvent(row);
        var point = new EquityPoint(mark.At, mark.Equity, mark.Flow);
        return mark.Rates is { } rates ? point with { Rates = rates } : point;
    }
}
