using System.Collections.Immutable;
using Fincord.Contracts.Trading;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using static Fincord.Storage.Trading.TradingStore;

namespace Fincord.Storage.Trading;

/// <summary>Kill switches and limits above accounts in a database of either kind.</summary>
internal sealed class RiskStore(ITradingDatabase database) : IRiskStore
{
    private const string Columns = "epoch, scope, kind, body, member, reason, key, content_hash, changed_at";
    private const long KillSwitchKind = 1;
    private const long LimitsKind = 2;
    private const string LatestOfEach = "epoch = (SELECT MAX(epoch) FROM risk_change later WHERE later.scope = risk_change.scope AND later.kind = risk_change.kind)";

    /// <inheritdoc/>
    public async Task<RiskBoard> LoadBoard(CancellationToken cancellation)
    {
        var changes = await database.Read($"SELECT {Columns} FROM risk_change WHERE {LatestOfEach} ORDER BY epoch", ToChange, cancellation);
        return changes.Aggregate(RiskBoard.Empty, (board, change) =>
            change.Turned is { } turned ? board.Turn(turned) : board.Limit(change.Scope, change.Limits, change.Epoch));
    }

    /// <inheritdoc/>
    public async Task<BudgetLimits?> FindLimits(RiskScope scope, CancellationToken cancellation) => (await database.Read(
        $"SELECT {Columns} FROM risk_change WHERE scope = ? AND kind = ? ORDER BY epoch DESC LIMIT 1", ToChange, cancellation, scope.ToString(), LimitsKind))
        .SingleOrDefault()?.Limits;

    /// <inheritdoc/>
    public async Task<RiskChange?> FindChange(MemberId by, string key, CancellationToken cancellation) => (await database.Read(
        $"SELECT {Columns} FROM risk_change WHERE member = ? AND key = ?", ToChange, cancellation, by.ToString(), key)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task Add(RiskChange change, CancellationToken cancellation)
    {
        var body = change.Turned is { } turned ? Json.Write(turned) : Json.Write(new StoredLimits(change.Limits));
        try
        {
            await database.Commit("risk", [new(
                $"INSERT INTO risk_change ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (epoch) DO NOTHING",
                [
                    change.Epoch, change.Scope.ToString(), change.Turned is null ? LimitsKind : KillSwitchKind, body, change.By.ToString(), change.Reason, change.Key,
                    change.ContentHash, change.At.Nanoseconds,
                ],
                MustChange: true)], cancellation);
        }
        catch (StepRefusedException)
        {
            throw new AccountConflictException($"Change {change.Epoch} of kill switches and limits is taken.");
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<RiskChange>> ReadChanges(RiskScope? scope, long? before, int limit, CancellationToken cancellation) => scope is { } one
        ? database.Read(
            $"SELECT {Columns} FROM risk_change WHERE epoch < ? AND scope = ? ORDER BY epoch DESC LIMIT ?",
            ToChange, cancellation, before ?? long.MaxValue, one.ToString(), (long)limit)
        : database.Read(
            $"SELECT {Columns} FROM risk_change WHERE epoch < ? ORDER BY epoch DESC LIMIT ?", ToChange, cancellation, before ?? long.MaxValue, (long)limit);

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccountId>> ListAccounts(RiskScope scope, CancellationToken cancellation)
    {
        var accounts = await database.Read(
            "SELECT account_id, settings FROM account WHERE open_orders > 0 "
            + "OR EXISTS (SELECT 1 FROM position WHERE position.account_id = account.account_id AND position.count <> 0) ORDER BY account_id",
            row => (Id: new AccountId(Guid.Parse(row.Text())), Settings: Json.Read<AccountSettings>(row.Text())), cancellation);
        return [.. accounts.Where(account => scope.Covers(account.Settings)).Select(account => account.Id)];
    }

    /// <inheritdoc/>
    public async Task<BudgetRecord?> LoadBudget(RiskScope scope, CancellationToken cancellation)
    {
        var budgets = await database.Read(
            "SELECT commits, peak_equity, complete_epoch FROM budget WHERE scope = ?",
            row => (Commits: row.Int64(), Peak: row.Decimal(), Epoch: row.Int64()), cancellation, scope.ToString());
        if (budgets.IsEmpty) return null;
        var shares = await database.Read(
            "SELECT body FROM budget_share WHERE scope = ? ORDER BY account_id", row => Json.Read<BudgetShare>(row.Text()), cancellation, scope.ToString());
        return new(budgets[0].Commits, budgets[0].Peak, budgets[0].Epoch, shares);
    }

    /// <inheritdoc/>
    public async Task CommitBudget(BudgetCommit commit, CancellationToken cancellation)
    {
        var scope = commit.Scope.ToString();
        var steps = new List<SqlStep>
        {
            commit.Number == 1
                ? new(
                    "INSERT INTO budget (scope, commits, peak_equity, complete_epoch) VALUES (?, 1, ?, ?) ON CONFLICT (scope) DO NOTHING",
                    [scope, commit.PeakEquity, commit.CompleteEpoch], MustChange: true)
                : new(
                    "UPDATE budget SET commits = ?, peak_equity = ?, complete_epoch = ? WHERE scope = ? AND commits = ?",
                    [commit.Number, commit.PeakEquity, commit.CompleteEpoch, scope, commit.Number - 1], MustChange: true),
        };
        if (commit.Share is { } share) steps.Add(new(
            "INSERT INTO budget_share (scope, account_id, body) VALUES (?, ?, ?) ON CONFLICT (scope, account_id) DO UPDATE SET body = excluded.body",
            [scope, share.AccountId.ToString(), Json.Write(share)]));
        if (commit.Removed is { } removed) steps.Add(new("DELETE FROM budget_share WHERE scope = ? AND account_id = ?", [scope, removed.ToString()]));
        if (commit.Clears) steps.Add(new("DELETE FROM budget_share WHERE scope = ?", [scope]));
        try
        {
            await database.Commit($"budget:{scope}", steps, cancellation);
        }
        catch (StepRefusedException)
        {
            throw new AccountConflictException($"The budget of {scope} does not stand at commit {commit.Number - 1}.");
        }
    }

    private static RiskChange ToChange(ISqlRow row)
    {
        var (epoch, scope, kind, body) = (row.Int64(), row.Text(), row.Int64(), row.Text());
        if (!RiskScope.TryParse(scope, out var about)) throw new StorageException(StorageCodes.Corrupt, $"'{scope}' is no scope of risk limits.");
        return new(
            epoch, about,
            kind == KillSwitchKind ? Json.Read<KillSwitch>(body) : null,
            kind == LimitsKind ? Json.Read<StoredLimits>(body).Limits : null,
            new(Guid.Parse(row.Text())), row.Text(), row.Text(), row.Text(), new(row.Int64()));
    }

    private sealed record StoredLimits(BudgetLimits? Limits);
}
