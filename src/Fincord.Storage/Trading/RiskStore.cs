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
            change.Turned is { } turned ? board.Turn(turned) : board.Limit(change.Scope, change.Limits is not null, change.Epoch));
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
