using Fincord.Contracts.Markets;
using Fincord.Contracts.Members;
using Fincord.Domain.Markets;
using HotChocolate.Authorization;

namespace Fincord.Api.Markets;

/// <summary>A thing that is traded, at one venue.</summary>
[GraphQLName("Instrument")]
[Authorize(Permissions.MarketsRead)]
[Node]
public sealed record InstrumentNode
{
    internal InstrumentNode(Instrument instrument) => Instrument = instrument;

    internal Instrument Instrument { get; }

    /// <summary>Its global id, the same for ever.</summary>
    [ID("Instrument")]
    public long Id => Instrument.Id.Value;

    /// <summary>VENUE:SYMBOL, the key it is known by now.</summary>
    public string Key => Instrument.Key.Value;

    /// <summary>The venue, an ISO 10383 MIC where there is one.</summary>
    public string Venue => Instrument.Key.Venue;

    /// <summary>The venue's symbol.</summary>
    public string Symbol => Instrument.Key.Symbol;

    /// <summary>The name that people read.</summary>
    public string Name => Instrument.Definition.Name;

    /// <summary>What kind of thing it is.</summary>
    public InstrumentType Type => Instrument.Definition.Type;

    /// <summary>The currency of its prices: ISO 4217, or the venue's code of a crypto asset.</summary>
    public string Currency => Instrument.Definition.Currency;

    /// <summary>The instrument with this number, or null.</summary>
    [NodeResolver]
    public static async Task<InstrumentNode?> FindAsync(long id, IInstrumentRegistry registry, CancellationToken cancellation) =>
        await registry.Find(new InstrumentId(id), cancellation) is { } instrument ? new(instrument) : null;
}
