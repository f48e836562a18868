using Fincord.Api.Markets;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>On what terms, and when, an instrument is traded.</summary>
[ExtendObjectType(typeof(InstrumentNode))]
public sealed class InstrumentTermsFields
{
    /// <summary>On what terms it is traded.</summary>
    public TermsView GetTerms([Parent] InstrumentNode instrument, TermsReader terms) => terms.ReadTerms(instrument.Instrument);

    /// <summary>What its market does now, and when that changes.</summary>
    public async Task<SessionView> GetSessionAsync([Parent] InstrumentNode instrument, TermsReader terms, MarketStateById states, CancellationToken cancellation) =>
        terms.ToSession(instrument.Instrument, await states.LoadRequiredAsync(instrument.Instrument.Id, cancellation));
}

/// <summary>The GraphQL type <c>Terms</c>.</summary>
public sealed class TermsType : ObjectType<TermsView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<TermsView> descriptor) => descriptor.Name("Terms");
}

/// <summary>The GraphQL type <c>Session</c>.</summary>
public sealed class SessionType : ObjectType<SessionView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<SessionView> descriptor) => descriptor.Name("Session");
}

/// <summary>The GraphQL type <c>Halt</c>.</summary>
public sealed class HaltType : ObjectType<HaltView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<HaltView> descriptor) => descriptor.Name("Halt");
}
