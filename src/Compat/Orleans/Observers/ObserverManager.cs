using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Utilities;

/// <summary>The observers of a grain, which have to subscribe again before they expire.</summary>
/// <typeparam name="TObserver">The observers' type.</typeparam>
/// <param name="expiration">How long a subscription holds.</param>
/// <param name="log">Where is told that observers were dropped.</param>
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log);

/// <summary>The observers of a grain, which have to subscribe again before they expire.</summary>
/// <typeparam name="TIdentity">What tells them apart.</typeparam>
/// <typeparam name="TObserver">The observers' type.</typeparam>
/// <param name="expiration">How long a subscription holds.</param>
/// <param name="log">Where is told that observers were dropped.</param>
public class ObserverManager<TIdentity, TObserver>(TimeSpan expiration, ILogger log) : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly ConcurrentDictionary<TIdentity, Entry> _entries = new();

    /// <summary>How long a subscription holds.</summary>
    public TimeSpan ExpirationDuration { get; set; } = expiration;

    /// <summary>The clock, in UTC.</summary>
    public Func<DateTime> GetDateTime { get; set; } = () => DateTime.UtcNow;

    /// <summary>How many observers there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The observers.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _entries.ToDictionary(pair => pair.Key, pair => pair.Value.Observer);

    /// <summary>Removes all.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Adds an observer, or renews its subscription.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _entries[id] = new(observer, GetDateTime());

    /// <summary>Removes an observer.</summary>
    public void Unsubscribe(TIdentity id) => _entries.TryRemove(id, out _);

    /// <summary>Calls the observers; those that throw are removed.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, entry) in Current(predicate))
        {
            try
            {
                await notification(entry.Observer);
            }
            // An observer that cannot be called is gone.
            catch (Exception failure)
            {
                Drop(id, entry, failure);
            }
        }
    }

    /// <summary>Calls the observers; those that throw are removed.</summary>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, entry) in Current(predicate))
        {
            try
            {
                notification(entry.Observer);
            }
            // An observer that cannot be called is gone.
            catch (Exception failure)
            {
                Drop(id, entry, failure);
            }
        }
    }

    /// <summary>Removes those that have not subscribed again in time.</summary>
    public void ClearExpired()
    {
        var oldest = GetDateTime() - ExpirationDuration;
        foreach (var pair in _entries)
        {
            if (pair.Value.LastSeen < oldest) _entries.TryRemove(pair);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TObserver> GetEnumerator() => _entries.Select(pair => pair.Value.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<KeyValuePair<TIdentity, Entry>> Current(Func<TObserver, bool>? predicate)
    {
        ClearExpired();
        return _entries.Where(pair => predicate is null || predicate(pair.Value.Observer));
    }

    private void Drop(TIdentity id, Entry entry, Exception failure)
    {
        // One that has subscribed again in the meantime stays.
        if (_entries.TryRemove(new(id, entry))) log.LogDebug(failure, "Observer {Observer} failed and was removed.", id);
    }

    private sealed record Entry(TObserver Observer, DateTime LastSeen);
}
