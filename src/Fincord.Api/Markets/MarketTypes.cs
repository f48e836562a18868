using Fincord.Schemas.Views;

namespace Fincord.Api.Markets;

/// <summary>The GraphQL type <c>Quote</c>.</summary>
public sealed class QuoteType : ObjectType<QuoteView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<QuoteView> descriptor) => descriptor.Name("Quote");
}

/// <summary>The GraphQL type <c>Candle</c>.</summary>
public sealed class CandleType : ObjectType<CandleView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<CandleView> descriptor) => descriptor.Name("Candle");
}
