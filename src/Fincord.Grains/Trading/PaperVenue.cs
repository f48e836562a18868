using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>
/// The paper exchange as a venue: an account has a book of its own for each instrument, or shares its league's with other members. An account tells
/// which by <see cref="Configure"/>, where it is active, before it sends anything.
/// </summary>
internal sealed class PaperVenue(IGrainFactory grains) : IVenue
{
    private readonly ConcurrentDictionary<AccountId, (string League, MemberId Owner)> _leagues = new();

    /// <inheritdoc/>
    public string Name => AccountSettings.Paper;

    /// <inheritdoc/>
    public Task Configure(AccountId account, AccountSettings settings, CancellationToken cancellation)
    {
        if (settings.League is { } league) _leagues[account] = (league, settings.Owner);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Send(AccountId account, ImmutableArray<VenueCommand> commands, CancellationToken cancellation) => Task.WhenAll(
        commands.GroupBy(command => command.InstrumentId).Select(book => BookOf(account, book.Key).Execute(account, [.. book.Select(command => Sign(account, command))])));

    /// <inheritdoc/>
    public Task Reconcile(
        AccountId account, ImmutableArray<Order> open, ImmutableSortedDictionary<string, long> watermarks, CancellationToken cancellation)
    {
        var books = open.Select(order => KeyOf(account, order.Ticket.InstrumentId)).Concat(watermarks.Keys).Distinct(StringComparer.Ordinal);
        return Task.WhenAll(books.Select(book => grains.GetGrain<IPaperBookGrain>(book).Replay(account, watermarks.GetValueOrDefault(book))));
    }

    // In a shared book the owner counts, too: his accounts do not trade with each other.
    private VenueCommand Sign(AccountId account, VenueCommand command) => command.Order is { } order && _leagues.TryGetValue(account, out var member)
        ? command with { Order = order with { Owner = member.Owner } }
        : command;

    private IPaperBookGrain BookOf(AccountId account, InstrumentId instrument) => grains.GetGrain<IPaperBookGrain>(KeyOf(account, instrument));

    private string KeyOf(AccountId account, InstrumentId instrument) => GrainKeys.PaperBook(
        instrument, _leagues.TryGetValue(account, out var member) ? $"league:{member.League}" : $"account:{account}");
}
