using Fincord.Domain.Markets;

namespace Fincord.Contracts.Markets;

/// <summary>Which instruments are halted.</summary>
public interface IHaltStore
{
    /// <summary>The halt of an instrument; null while it is traded.</summary>
    Task<TradingHalt?> FindHalt(InstrumentId instrument, CancellationToken cancellation);

    /// <summary>Makes durable that an instrument is halted, or, with null, that it is not.</summary>
    Task SaveHalt(InstrumentId instrument, TradingHalt? halt, CancellationToken cancellation);
}
