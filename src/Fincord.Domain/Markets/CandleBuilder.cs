namespace Fincord.Domain.Markets;

/// <summary>Builds candles from trades.</summary>
public sealed class CandleBuilder;
