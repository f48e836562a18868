using System.Collections.Immutable;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Storage.Trading;

/// <summary>Which fills settle when, in a database of either kind.</summary>
internal sealed class SettlementStore(ITradingDatabase database) : ISettlementStore
{
    /// <inheritdoc/>
    public Task<ImmutableArray<FillRow>> ReadSettling(AccountId account, Timestamp from, Timestamp to, CancellationToken cancellation) => database.Read(
        $"SELECT {TradingStore.FillColumns} FROM fill WHERE account_id = ? AND settles_on >= ? AND settles_on < ? ORDER BY settles_on, sequence",
        TradingStore.ToFillRow, cancellation, account.ToString(), from.Nanoseconds, to.Nanoseconds);
}
