using System.Collections.Concurrent;
using System.Threading.Channels;
using Fincord.Contracts;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>Accounts and books that could not go on, because a store or a venue failed them: <see cref="TradingRecovery"/> wakes them until they can.</summary>
internal sealed class TradingRepairs
{
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();

    // What waits or is being repaired, and whether it was asked for since its repair began.
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>An account is to ask for what it misses.</summary>
    public void Ask(AccountId account) => Ask(GrainKeys.Account(account));

    /// <summary>What has this grain key, an account or a book, is to go on.</summary>
    public void Ask(string key)
    {
        if (_known.TryAdd(key, false)) _asked.Writer.TryWrite(key);
        else _known.TryUpdate(key, true, false);
    }

    /// <summary>What was asked for, as it comes. Each comes again only when it was asked for since and its repair has ended.</summary>
    public IAsyncEnumerable<string> ReadAll(CancellationToken cancellation) => _asked.Reader.ReadAllAsync(cancellation);

    /// <summary>A repair has ended, well or not.</summary>
    public void End(string key)
    {
        if (_known.TryRemove(new(key, false))) return;
        _known[key] = false;
        _asked.Writer.TryWrite(key);
    }
}
