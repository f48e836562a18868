using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Tests.Trading.Matching;

/// <summary>A command to a book, so that a flow of them can be kept and given to more than one.</summary>
internal abstract record BookCommand
{
    public sealed record Submit(BookOrder Order) : BookCommand;

    public sealed record Cancel(long Id) : BookCommand;

    public sealed record Amend(long Id, long Price, long Quantity) : BookCommand;

    public sealed record Move(TradingPhase Phase, long? Reference) : BookCommand;

    public sealed record Limit(PriceBand Band) : BookCommand;

    /// <summary>Gives the command to the engine.</summary>
    public BookResult To(MatchingEngine engine)
    {
        switch (this)
        {
            case Submit command: return engine.Submit(command.Order);
            case Cancel command: return engine.Cancel(command.Id);
            case Amend command: return engine.Amend(command.Id, command.Price, command.Quantity);
            case Move command: engine.MoveTo(command.Phase, command.Reference); return default;
            case Limit command: engine.SetPriceBand(command.Band); return default;
            default: throw new InvalidOperationException();
        }
    }
}
