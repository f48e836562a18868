using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>The paper exchange as a venue: each account has a book of its own for each instrument.</summary>
internal sealed class PaperVenue(IGrainFactory grains) : IVenue
{
    /// <inheritdoc/>
    public string Name => "paper";

    /// <inheritdoc/>
    public Task Send(AccountId account, ImmutableArray<VenueCommand> commands, CancellationToken cancellation) => Task.WhenAll(
        commands.GroupBy(command => command.InstrumentId).Select(book => BookOf(account, book.Key).Execute([.. book])));

    /// <inheritdoc/>
    public Task Reconcile(
        AccountId account, ImmutableArray<Order> open, ImmutableSortedDictionary<string, long> watermarks, CancellationToken cancellation)
    {
        var books = open.Select(order => KeyOf(account, order.Ticket.InstrumentId)).Concat(watermarks.Keys).Distinct(StringComparer.Ordinal);
        return Task.WhenAll(books.Select(book => grains.GetGrain<IPaperBookGrain>(book).Replay(account, watermarks.GetValueOrDefault(book))));
    }

    private IPaperBookGrain BookOf(AccountId account, InstrumentId instrument) => grains.GetGrain<IPaperBookGrain>(KeyOf(account, instrument));

    private static string KeyOf(AccountId account, InstrumentId instrument) => GrainKeys.PaperBook(instrument, $"account:{account}");
}
