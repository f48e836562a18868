namespace Fincord.Domain.Trading.Paper;

/// <summary>How a paper exchange fills.</summary>
/// <param name="Latency">How long a command travels before it takes effect.</param>
/// <param name="Slippage">How the price worsens beyond what the market shows.</param>
/// <param name="Fees">What a fill costs.</param>
/// <param name="SelfTradePrevention">What happens when an order meets one of the same owner.</param>
[GenerateSerializer, Immutable, Alias("trading.paper-rules")]
public sealed record PaperRules(TimeSpan Latency, SlippageModel Slippage, FeeSchedule Fees, SelfTradePrevention SelfTradePrevention)
{
    /// <summary>
    /// No latency; a tenth of a per cent taken for each fill and as much for impact when an order takes all that is shown; an incoming order does
    /// not trade with its own account.
    /// </summary>
    public static readonly PaperRules Default = new(
        TimeSpan.Zero, new(SlippageType.SquareRoot, 0.001), FeeSchedule.MakerTaker(0.001m, 0.001m), SelfTradePrevention.CancelNewest);
}
