using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Values that travel with calls: from the caller to the grain and onward, never back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<RequestContextData?> Data = new();

    /// <summary>The names of the values.</summary>
    public static IEnumerable<string> Keys => Values.Keys;

    /// <summary>Names and values.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Values;

    /// <summary>The chain of calls that this one belongs to; empty when none was opened.</summary>
    public static Guid ReentrancyId
    {
        get => Current?.ReentrancyId ?? Guid.Empty;
        set => Current = RequestContextData.Of(Values, value);
    }

    internal static RequestContextData? Current
    {
        get => Data.Value;
        set
        {
            if (!ReferenceEquals(Data.Value, value)) Data.Value = value;
        }
    }

    private static ImmutableDictionary<string, object> Values => Current?.Values ?? ImmutableDictionary<string, object>.Empty;

    /// <summary>The value with this name, or null.</summary>
    public static object? Get(string key) => Values.GetValueOrDefault(key);

    /// <summary>Sets a value for the calls that are made from here on.</summary>
    public static void Set(string key, object value) => Current = RequestContextData.Of(Values.SetItem(key, value), ReentrancyId);

    /// <summary>Removes a value; false when there was none.</summary>
    public static bool Remove(string key)
    {
        var had = Values.ContainsKey(key);
        if (had) Current = RequestContextData.Of(Values.Remove(key), ReentrancyId);
        return had;
    }

    /// <summary>Removes all values.</summary>
    public static void Clear() => Current = null;

    /// <summary>Until the result is disposed, calls that descend from those made here may come back to this activation.</summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var original = ReentrancyId;
        var chain = original == Guid.Empty ? Guid.NewGuid() : original;
        ReentrancyId = chain;
        Activation.Current?.OpenSection(chain);
        return new(original, chain);
    }

    /// <summary>Until the result is disposed, calls made here do not belong to the chain.</summary>
    public static ReentrancySection SuppressCallChainReentrancy()
    {
        var original = ReentrancyId;
        ReentrancyId = Guid.Empty;
        return new(original, Guid.Empty);
    }

    /// <summary>Ends with its disposal.</summary>
    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid _original;
        private readonly Guid _chain;

        /// <summary>A section within another, or within none.</summary>
        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId) => (_original, _chain) = (originalReentrancyId, newReentrancyId);

        /// <summary>Ends the section.</summary>
        public void Dispose()
        {
            if (_chain != Guid.Empty) Activation.Current?.CloseSection(_chain);
            ReentrancyId = _original;
        }
    }
}

/// <summary>What travels with a call.</summary>
internal sealed record RequestContextData(ImmutableDictionary<string, object> Values, Guid ReentrancyId)
{
    /// <summary>Null when there is nothing: most calls carry none.</summary>
    public static RequestContextData? Of(ImmutableDictionary<string, object> values, Guid reentrancyId) =>
        values.IsEmpty && reentrancyId == Guid.Empty ? null : new(values, reentrancyId);
}
