using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Fincord.Contracts;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>Accounts and books that could not go on, because a store or a venue failed them: <see cref="TradingRecovery"/> wakes them until they can.</summary>
internal sealed class TradingRepairs
{
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> _waiting = new(StringComparer.Ordinal);

    /// <summary>An account is to ask for what it misses.</summary>
    public void Ask(AccountId account) => Ask(GrainKeys.Account(account));

    /// <summary>What has this grain key, an account or a book, is to go on.</summary>
    public void Ask(string key)
    {
        if (_waiting.TryAdd(key, true)) _asked.Writer.TryWrite(key);
    }

    /// <summary>What was asked for, as it comes; each once, until it is asked for again.</summary>
    public async IAsyncEnumerable<string> ReadAll([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var key in _asked.Reader.ReadAllAsync(cancellation))
        {
            _waiting.TryRemove(key, out _);
            yield return key;
        }
    }
}
