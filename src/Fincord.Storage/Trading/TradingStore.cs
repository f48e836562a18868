using System.Collections.Immutable;
using System.Text.Json;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;

namespace Fincord.Storage.Trading;

/// <summary>Accounts and paper books in a database of either kind.</summary>
internal sealed class TradingStore(ITradingDatabase database) : ITradingStore
{
    /// <summary>The columns that <see cref="ToFillRow"/> reads.</summary>
    internal const string FillColumns = "sequence, notional, realized, fill_id, order_id, instrument_id, side, price, quantity, liquidity, fee, occurred_at, settles_on";

    private const int EventsPerRead = 10_000;

    /// <inheritdoc/>
    public async Task<AccountState?> LoadAccount(AccountId id, CancellationToken cancellation)
    {
        var snapshots = await database.Read(
            "SELECT state FROM account_snapshot WHERE account_id = ?", row => Json.Read<AccountState>(row.Text()), cancellation, id.ToString());
        var account = snapshots.SingleOrDefault() ?? AccountState.Unopened(id);
        while (true)
        {
            var events = await ReadEvents(id, account.Sequence, EventsPerRead, cancellation);
            account = events.Aggregate(account, (before, next) => before.Apply(next));
            if (events.Length < EventsPerRead) return account.Settings is null ? null : account;
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableSortedDictionary<string, long>> LoadWatermarks(AccountId id, CancellationToken cancellation) =>
        (await database.Read("SELECT venue, sequence FROM account_watermark WHERE account_id = ?", row => KeyValuePair.Create(row.Text(), row.Int64()), cancellation, id.ToString()))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task CommitAccount(AccountCommit commit, CancellationToken cancellation)
    {
        try
        {
            await database.Commit(commit.After.Id.ToString(), AccountRows.Of(commit), cancellation);
        }
        catch (StepRefusedException)
        {
            throw new AccountConflictException($"Account {commit.Before.Id} does not stand at event {commit.Before.Sequence}.");
        }
    }

    /// <inheritdoc/>
    public async Task<CommandRecord?> FindCommand(AccountId id, string key, CancellationToken cancellation) =>
        (await database.Read(
            "SELECT key, content_hash, answer, answered_at FROM account_command WHERE account_id = ? AND key = ?",
            row => new CommandRecord(row.Text(), row.Text(), row.Text(), new(row.Int64())), cancellation, id.ToString(), key)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<ImmutableArray<(string Key, Timestamp AnsweredAt)>> ListCommandKeys(AccountId id, CancellationToken cancellation) => database.Read(
        "SELECT key, answered_at FROM account_command WHERE account_id = ? AND answered_at >= ?",       // an index has all it needs
        row => (row.Text(), new Timestamp(row.Int64())), cancellation, id.ToString(), long.MinValue);

    /// <inheritdoc/>
    public Task ForgetCommands(AccountId id, Timestamp before, CancellationToken cancellation) => database.Commit(
        id.ToString(), [new("DELETE FROM account_command WHERE account_id = ? AND answered_at < ?", [id.ToString(), before.Nanoseconds])], cancellation);

    /// <inheritdoc/>
    public async Task<Order?> FindOrder(AccountId account, OrderId id, CancellationToken cancellation) =>
        (await database.Read("SELECT body FROM trade_order WHERE order_id = ? AND account_id = ?", ToOrder, cancellation, id.ToString(), account.ToString()))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<bool> HasFill(FillId id, CancellationToken cancellation) =>
        (await database.Read("SELECT fill_id FROM fill WHERE fill_id = ?", row => row.Text(), cancellation, id.ToString())).Length > 0;

    /// <inheritdoc/>
    public async Task<bool> HasMovement(AccountId account, string movement, CancellationToken cancellation) => (await database.Read(
        "SELECT sequence FROM venue_movement WHERE account_id = ? AND movement = ?", row => row.Int64(), cancellation, account.ToString(), movement)).Length > 0;

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountHeader>> ListAccounts(MemberId owner, CancellationToken cancellation) => database.Read(
        "SELECT account_id, settings, opened_at FROM account WHERE owner = ? ORDER BY account_id",
        row => new AccountHeader(ToAccountId(row.Text()), Json.Read<AccountSettings>(row.Text()), new(row.Int64())), cancellation, owner.ToString());

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountId>> ListActiveAccounts(CancellationToken cancellation) => database.Read(
        "SELECT account_id FROM account WHERE open_orders > 0 UNION SELECT account_id FROM live_account ORDER BY account_id", row => ToAccountId(row.Text()), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<Order>> ReadOrders(AccountId account, bool onlyOpen, OrderId? before, int limit, CancellationToken cancellation) => database.Read(
        $"SELECT body FROM trade_order WHERE account_id = ? AND order_id < ?{(onlyOpen ? " AND is_open = 1" : "")} ORDER BY order_id DESC LIMIT ?",
        ToOrder, cancellation, account.ToString(), before?.ToString() ?? "g", (long)limit);    // no GUID begins with a g

    /// <inheritdoc/>
    public Task<ImmutableArray<FillRow>> ReadFills(AccountId account, long? before, int limit, CancellationToken cancellation) => database.Read(
        $"SELECT {FillColumns} FROM fill WHERE account_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?", ToFillRow,
        cancellation, account.ToString(), before ?? long.MaxValue, (long)limit);

    /// <inheritdoc/>
    public async Task<ImmutableArray<JournalRow>> ReadJournal(AccountId account, long? before, int limit, CancellationToken cancellation)
    {
        var lines = await database.Read(
            "SELECT sequence, kind, occurred_at, reference, ledger_account, unit, amount FROM journal_line WHERE account_id = ? AND sequence IN "
            + "(SELECT DISTINCT sequence FROM journal_line WHERE account_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?) ORDER BY sequence DESC, line",
            row => (Sequence: row.Int64(), Kind: (JournalKind)row.Int64(), At: new Timestamp(row.Int64()), Reference: row.Text(),
                Line: new JournalLine((LedgerAccount)row.Int64(), row.Text(), row.Decimal())),
            cancellation, account.ToString(), account.ToString(), before ?? long.MaxValue, (long)limit);
        return
        [
            .. lines.GroupBy(line => (line.Sequence, line.Kind, line.At, line.Reference)).Select(entry => new JournalRow(
                entry.Key.Sequence, new(entry.Key.Kind, entry.Key.At, entry.Key.Reference, [.. entry.Select(line => line.Line)]))),
        ];
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<EquityPoint>> ReadEquity(AccountId account, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) => database.Read(
        "SELECT marked_at, equity, flow FROM equity WHERE account_id = ? AND marked_at >= ? AND marked_at < ? ORDER BY marked_at, sequence LIMIT ?",
        row => new EquityPoint(new(row.Int64()), row.Decimal(), row.Decimal()),
        cancellation, account.ToString(), from.Nanoseconds, to.Nanoseconds, (long)limit);

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountEvent>> ReadEvents(AccountId account, long after, int limit, CancellationToken cancellation) => database.Read(
        "SELECT event FROM account_event WHERE account_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
        row => Json.Read<AccountEvent>(row.Text()), cancellation, account.ToString(), after, (long)limit);

    /// <inheritdoc/>
    public async Task<PaperBookRecord?> LoadBook(string book, CancellationToken cancellation)
    {
        var states = await database.Read(
            "SELECT state, commits FROM paper_book WHERE book = ?", row => (State: Json.Read<PaperExchangeState>(row.Text()), Commits: row.Int64()), cancellation, book);
        if (states.IsEmpty) return null;
        var sequences = await database.Read(
            "SELECT account_id, MAX(sequence) FROM paper_report WHERE book = ? GROUP BY account_id",
            row => KeyValuePair.Create(ToAccountId(row.Text()), row.Int64()), cancellation, book);
        var orders = await database.Read("SELECT body FROM paper_order WHERE book = ?", row => Json.Read<PaperOrderRow>(row.Text()), cancellation, book);
        return new(states[0].State, orders, states[0].Commits, sequences.ToImmutableDictionary());
    }

    /// <inheritdoc/>
    public async Task CommitBook(PaperBookCommit commit, CancellationToken cancellation)
    {
        try
        {
            await database.Commit(commit.Book, PaperBookRows.Of(commit), cancellation);
        }
        catch (StepRefusedException)
        {
            throw new AccountConflictException($"Book {commit.Book} does not stand at commit {commit.Number - 1}.");
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<VenueReport>> ReadReports(string book, AccountId account, long after, int limit, CancellationToken cancellation) => database.Read(
        "SELECT report FROM paper_report WHERE book = ? AND account_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
        row => Json.Read<VenueReport>(row.Text()), cancellation, book, account.ToString(), after, (long)limit);

    /// <inheritdoc/>
    public async Task<bool> HasReports(string book, OrderId id, CancellationToken cancellation) =>
        (await database.Read("SELECT sequence FROM paper_report WHERE order_id = ? AND book = ? LIMIT 1", row => row.Int64(), cancellation, id.ToString(), book)).Length > 0;

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> ListActiveBooks(CancellationToken cancellation) => database.Read(
        "SELECT book FROM paper_book WHERE working_orders > 0 ORDER BY book", row => row.Text(), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountId>> ListUntoldAccounts(CancellationToken cancellation) => database.Read(
        "SELECT DISTINCT told.account_id FROM "
        + "(SELECT book, account_id, MAX(sequence) AS sequence FROM paper_report GROUP BY book, account_id) told "
        + "LEFT JOIN account_watermark applied ON applied.account_id = told.account_id AND applied.venue = told.book "
        + "WHERE applied.sequence IS NULL OR applied.sequence < told.sequence",
        row => ToAccountId(row.Text()), cancellation);

    /// <inheritdoc/>
    public async Task<ImmutableSortedDictionary<string, decimal>> ReadClearingNet(CancellationToken cancellation)
    {
        var amounts = await database.Read(
            "SELECT unit, amount FROM journal_line WHERE ledger_account = ? UNION ALL SELECT unit, amount FROM paper_clearing",
            row => (Unit: row.Text(), Amount: row.Decimal()), cancellation, (long)LedgerAccount.Clearing);
        return amounts.GroupBy(amount => amount.Unit, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(unit => unit.Key, unit => unit.Sum(amount => amount.Amount), StringComparer.Ordinal);
    }

    private static Order ToOrder(ISqlRow row) => Json.Read<Order>(row.Text());

    private static AccountId ToAccountId(string text) => new(Guid.Parse(text));

    internal static FillRow ToFillRow(ISqlRow row)
    {
        var (sequence, notional, realized) = (row.Int64(), row.Decimal(), row.Decimal());
        return new(sequence, ToFill(row), notional, realized);
    }

    private static Fill ToFill(ISqlRow row) => new(
        new(Guid.Parse(row.Text())), new(Guid.Parse(row.Text())), new(row.Int64()), (OrderSide)row.Int64(), new(row.Int64()), new(row.Int64()),
        (LiquiditySide)row.Int64(), row.Decimal(), new(row.Int64()), new(row.Int64()));

    internal static class Json
    {
        public static string Write<T>(T value) => JsonSerializer.Serialize(value);

        public static T Read<T>(string text)
        {
            try
            {
                return JsonSerializer.Deserialize<T>(text) ?? throw new JsonException("It is null.");
            }
            catch (JsonException exception)
            {
                throw new StorageException(StorageCodes.Corrupt, $"A stored {typeof(T).Name} is damaged: {exception.Message}", exception);
            }
        }
    }
}
