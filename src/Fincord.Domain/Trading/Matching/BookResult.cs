namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// What became of a command at once; the engine's events tell the whole story. Of an accepted order's quantity, what is neither filled nor open
/// was cancelled or fell to self-trade prevention.
/// </summary>
/// <param name="Refusal">Why nothing happened, or <see cref="BookRefusal.None"/>.</param>
/// <param name="Filled">Lots that the command filled.</param>
/// <param name="Open">Lots of the order that are in the book now.</param>
public readonly record struct BookResult(BookRefusal Refusal, long Filled, long Open)
{
    /// <summary>Whether the command was accepted.</summary>
    public bool IsAccepted => Refusal == BookRefusal.None;

    internal static BookResult Refused(BookRefusal refusal) => new(refusal, 0, 0);
}
