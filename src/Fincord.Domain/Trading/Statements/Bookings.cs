using Fincord.Domain.Markets;

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

    /// <summary>The instrument whose position an event changed; null when it changed none.</summary>
    public static InstrumentId? Instrument(this AccountEvent booked) => booked switch
    {
        OrderFilled filled => filled.Fill.InstrumentId,
        PositionAdjusted adjusted => adjusted.Position.InstrumentId,
        _ => null,
    };
}
