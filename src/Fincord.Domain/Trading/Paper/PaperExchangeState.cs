using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Trading.Paper;

/// <summary>All that a paper exchange is: one made of it goes on exactly as the one that it was taken from.</summary>
/// <param name="Book">The book, in which the market's own quotes stand beside the members' orders.</param>
/// <param name="Orders">The working orders, in the order of their numbers.</param>
/// <param name="Accounts">The accounts that have been here; their place, from 1, is their number as owners in the book.</param>
/// <param name="Travelling">Commands that have not taken effect.</param>
/// <param name="Market">The market as it was last seen.</param>
/// <param name="NextNumber">The number of the next order.</param>
/// <param name="MarketOrders">The book's numbers of the market's own orders.</param>
/// <param name="Clearing">What the exchange's clearing account has of its own side of fills against the market, by unit.</param>
[GenerateSerializer, Immutable, Alias("trading.paper-exchange-state")]
public sealed record PaperExchangeState(
    BookState Book,
    ImmutableArray<PaperOrder> Orders,
    ImmutableArray<PaperAccount> Accounts,
    ImmutableArray<TravellingCommand> Travelling,
    MarketState Market,
    long NextNumber,
    ImmutableArray<long> MarketOrders,
    ImmutableSortedDictionary<string, decimal> Clearing)
{
    /// <summary>What orders that have not come yet lost to those that they cancel, and are cancelled by.</summary>
    [Id(0)]
    public ImmutableArray<SiblingLoss> Losses { get; init; } = [];

    /// <summary>Since when the market is open and this book has waited for its first trade to end the opening auction; null when it does not.</summary>
    [Id(1)]
    public Timestamp? OpensSince { get; init; }

    /// <summary>Actions of the instrument that will end the orders which are here when they take effect.</summary>
    [Id(10)]
    public ImmutableArray<InstrumentAction> Actions { get; init; } = [];

    /// <summary>The number of the last action of the instrument that it heard of.</summary>
    [Id(11)]
    public long ActionSequence { get; init; }

    /// <summary>An exchange where nothing ever happened.</summary>
    public static readonly PaperExchangeState Empty = new(
        BookState.Empty, [], [], [], MarketState.Empty, 1, [], ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal));
}

/// <summary>An order came, and was filled, before another one that it is to cancel.</summary>
/// <param name="OrderId">The order that has not come yet.</param>
/// <param name="Quantity">How much less of it there will be.</param>
[GenerateSerializer, Immutable, Alias("trading.sibling-loss")]
public readonly record struct SiblingLoss([property: Id(0)] OrderId OrderId, [property: Id(1)] Quantity Quantity);

/// <summary>A command on its way.</summary>
/// <param name="ArrivesAt">When it takes effect.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Command">The command.</param>
[GenerateSerializer, Immutable, Alias("trading.travelling-command")]
public sealed record TravellingCommand(Timestamp ArrivesAt, AccountId Account, VenueCommand Command);
