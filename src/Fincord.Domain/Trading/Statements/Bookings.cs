namespace Fincord.Domain.Trading;

/// <summary>What the events that move money or positions have in common.</summary>
public static class Bookings
{
    /// <summary>What an event posted to the ledger; null when nothing.</summary>
    public static JournalEntry? Entry(this AccountEvent booked) => booked switch
    {
        OrderFilled filled => filled.Entry,
        EntryPosted posted => posted.Entry,
        PositionAdjusted adjusted => adjusted.Entry,
        _ => null,
    };

    /// <summary>The position that an event left; null when it changed none.</summary>
    public static Position? Position(this AccountEvent booked) => booked switch
    {
        OrderFilled filled => filled.Position,
        PositionAdjusted adjusted => adjusted.Position,
        _ => null,
    };
}
