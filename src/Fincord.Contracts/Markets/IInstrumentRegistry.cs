using Fincord.Domain.Markets;

namespace Fincord.Contracts.Markets;

/// <summary>The catalogue of instruments: gives each its number, once, and finds it by the key it is known by now.</summary>
public interface IInstrumentRegistry
{
    /// <summary>The instrument of this key, registered with this definition when the key is new. An existing one is returned as it is.</summary>
    Task<Instrument> Register(InstrumentDefinition definition, Timestamp now, CancellationToken cancellation);

    /// <summary>The instrument that the key names now, or null.</summary>
    Task<Instrument?> Find(InstrumentKey key, CancellationToken cancellation);

    /// <summary>The instrument with this number, or null.</summary>
    Task<Instrument?> Find(InstrumentId id, CancellationToken cancellation);

    /// <summary>At most <paramref name="limit"/> instruments by key (ordinal), those after <paramref name="after"/> when given.</summary>
    Task<IReadOnlyList<Instrument>> List(InstrumentKey? after, int limit, CancellationToken cancellation);

    /// <summary>How many instruments there are.</summary>
    Task<int> Count(CancellationToken cancellation);
}

/// <summary>No instrument has this number.</summary>
[GenerateSerializer, Alias("markets.unknown-instrument")]
public sealed class UnknownInstrumentException(string message) : Exception(message);
