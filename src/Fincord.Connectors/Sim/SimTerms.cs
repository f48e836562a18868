using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Sim;

/// <summary>
/// On what terms the simulated instruments are traded. All but one are always open, so that a newcomer can trade at any hour; the one with a home
/// in Frankfurt has sessions and auctions as there.
/// </summary>
public sealed class SimTerms(SimOptions options) : ITermsSource
{
    private const string Frankfurt = "SIM:RHEINWERK";

    /// <inheritdoc/>
    public IEnumerable<TermsRule> Terms => options.Instruments.Select(instrument => new TermsRule
    {
        Match = instrument.Key.Value,
        TickSize = instrument.Definition.PriceScale.ToDecimal(instrument.Tick),
        LotSize = instrument.Definition.QuantityScale.ToDecimal(instrument.Lot),
        MinQuantity = instrument.Definition.QuantityScale.ToDecimal(instrument.Lot),
        ContractSize = instrument.Definition.Type is InstrumentType.Option ? 100 : null,
        Calendar = instrument.Key.Value == Frankfurt ? "XETR" : null,
    });
}
