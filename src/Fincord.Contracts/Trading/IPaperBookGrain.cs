using System.Collections.Immutable;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>
/// One paper order book of one instrument: an account's own, filled against the live market, or a league's, where members also meet each
/// other. Key: <see cref="GrainKeys.PaperBook"/>. What it tells is durable before it is told.
/// </summary>
[Alias("trading.IPaperBookGrain")]
public interface IPaperBookGrain : IGrainWithStringKey
{
    /// <summary>Takes what accounts ask for. Asking twice does nothing twice. What comes of it is told by <see cref="IAccountGrain.Report"/>.</summary>
    [Alias("Execute")]
    Task Execute([Immutable] ImmutableArray<VenueCommand> commands);

    /// <summary>Tells an account again what it has not applied: all after a sequence.</summary>
    [Alias("Replay")]
    Task Replay(AccountId account, long after);

    /// <summary>Wakes the book, so that it follows the market again after a restart.</summary>
    [Alias("Wake")]
    Task Wake();
}
