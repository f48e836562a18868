using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Venues;

/// <summary>The terms of instruments at the live venues that are on.</summary>
internal sealed class LiveVenueTerms(IEnumerable<IVenue> venues) : IInstrumentTermsSource
{
    public ValueTask<InstrumentTerms?> Find(string venue, Instrument instrument, CancellationToken cancellation) =>
        venues.OfType<LiveVenue>().FirstOrDefault(live => live.Name == venue)?.ReadTerms(instrument, cancellation) ?? new((InstrumentTerms?)null);
}
