using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>What statements, performance and risk are made of, read from the rows that commits of accounts wrote.</summary>
public interface IAccountFigures
{
    /// <summary>The number of the account's last event before a moment; 0 when there is none.</summary>
    Task<long> FindLastEvent(AccountId account, Timestamp before, CancellationToken cancellation);

    /// <summary>The account's money and positions after an event; nothing else of it is known.</summary>
    Task<AccountState> ReadBalances(AccountId account, long through, CancellationToken cancellation);

    /// <summary>The events in (<paramref name="after"/>, <paramref name="through"/>] that posted to the ledger or adjusted a position, in order.</summary>
    Task<ImmutableArray<AccountEvent>> ReadBooked(AccountId account, long after, long through, CancellationToken cancellation);

    /// <summary>The last mark before a moment, or null.</summary>
    Task<EquityPoint?> FindMark(AccountId account, Timestamp before, CancellationToken cancellation);

    /// <summary>Of the marks in [from, to) the last of each UTC day, and all with a flow, in order.</summary>
    Task<ImmutableArray<EquityPoint>> ReadDailyMarks(AccountId account, Timestamp from, Timestamp to, CancellationToken cancellation);

    /// <summary>At most <paramref name="limit"/> fills after a sequence, in order.</summary>
    Task<ImmutableArray<FillRow>> ReadFillsAfter(AccountId account, long after, int limit, CancellationToken cancellation);

    /// <summary>All that corporate actions and expiries made of positions, in order.</summary>
    Task<ImmutableArray<AdjustmentRow>> ReadAdjustments(AccountId account, CancellationToken cancellation);

    /// <summary>Keeps what an account risks at a moment.</summary>
    Task AddRisk(AccountId account, AccountRisk risk, CancellationToken cancellation);

    /// <summary>At most <paramref name="limit"/> measures of risk in [from, to), the latest first.</summary>
    Task<ImmutableArray<AccountRisk>> ReadRisk(AccountId account, Timestamp from, Timestamp to, int limit, CancellationToken cancellation);
}

/// <summary>A position that something else than a fill changed.</summary>
/// <param name="Sequence">The number of its event.</param>
/// <param name="Adjusted">The event.</param>
public sealed record AdjustmentRow(long Sequence, PositionAdjusted Adjusted);
