using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Knows on what terms venues trade instruments: tick, lot, smallest and largest order.</summary>
public interface IInstrumentTermsSource
{
    /// <summary>The terms of an instrument at a venue; null when they are not known here, or not now.</summary>
    ValueTask<InstrumentTerms?> Find(string venue, Instrument instrument, CancellationToken cancellation);
}
