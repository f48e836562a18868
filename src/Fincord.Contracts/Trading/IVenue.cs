using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Where orders go. A venue is known by its name; paper is one, each live venue another.</summary>
public interface IVenue
{
    /// <summary>The name in <see cref="AccountSettings.Venue"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Sends what is durable with us. It returns when the venue has it, or throws when nobody knows whether it has; the order's id makes it
    /// safe to send again. What comes of it is told by <see cref="IAccountGrain.Report"/>.
    /// </summary>
    Task Send(AccountId account, ImmutableArray<VenueCommand> commands, CancellationToken cancellation);

    /// <summary>
    /// Compares what we believe with what the venue has: it tells again, as reports, what happened to these orders since, and what was filled
    /// meanwhile. <paramref name="watermarks"/> says how far the venue's reports are applied.
    /// </summary>
    Task Reconcile(
        AccountId account, ImmutableArray<Order> open, ImmutableSortedDictionary<string, long> watermarks, CancellationToken cancellation);

    /// <summary>
    /// Tells how an account is run, before its first command and whenever it changes: a venue that keeps leverage and margin mode itself sets
    /// them to this before the next order of an instrument. A venue that does not has nothing to do.
    /// </summary>
    Task Configure(AccountId account, AccountSettings settings, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// What the venue says of an account beside its orders: what it moved since a moment, and what it holds. Before it returns it compares the orders
    /// that it was given, and tells as reports what became of them and which orders it placed by itself, as in a liquidation. Null from a venue that
    /// does nothing by itself. <paramref name="instruments"/> are those that the account knows.
    /// </summary>
    Task<VenueStatement?> ReadStatement(AccountId account, Timestamp since, ImmutableArray<InstrumentId> instruments, CancellationToken cancellation) =>
        Task.FromResult<VenueStatement?>(null);

    /// <summary>Why the venue does not take an account that is run so, or null: it has no key there, or the venue cannot run it so.</summary>
    Task<OrderRefusal?> Check(AccountId account, AccountSettings settings, CancellationToken cancellation) => Task.FromResult<OrderRefusal?>(null);

    /// <summary>Whether the venue's streams of account events are heard.</summary>
    VenueConnection Connection => VenueConnection.Idle;
}
