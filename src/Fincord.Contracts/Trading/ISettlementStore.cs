using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Which fills settle when.</summary>
public interface ISettlementStore
{
    /// <summary>An account's fills that settle in [<paramref name="from"/>, <paramref name="to"/>), by the day on which they do, then in their order.</summary>
    Task<ImmutableArray<FillRow>> ReadSettling(AccountId account, Timestamp from, Timestamp to, CancellationToken cancellation);
}
