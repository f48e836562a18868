using Fincord.Domain.Trading;

namespace Fincord.Storage.Trading;

/// <summary>What an account at a live venue writes beside the rows of every account.</summary>
internal static class VenueRows
{
    public static IEnumerable<SqlStep> Of(string id, long sequence, AccountEvent next)
    {
        if (next is AccountOpened { Settings: { IsLive: true, Venue: var venue } })
            yield return new("INSERT INTO live_account (account_id, venue) VALUES (?, ?)", [id, venue]);
        if (next is EntryPosted { Movement: { } movement })
            yield return new("INSERT INTO venue_movement (account_id, movement, sequence) VALUES (?, ?, ?)", [id, movement, sequence]);
    }
}
