using System.Runtime.InteropServices;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>
/// Numbers trades that are equal in time, price and quantity, where the venue gives no ids. It remembers the last 65,536 different trades
/// at least, and all of the moment it is at: in a file that is in the order of time, either way, that makes the numbers exact.
/// </summary>
internal sealed class ContentOrdinals
{
    private const int Remembered = 65_536;

    private Dictionary<(Timestamp, Price, Quantity), int> recent = [];
    private Dictionary<(Timestamp, Price, Quantity), int> older = [];
    private Timestamp moment;

    /// <summary>How many equal trades came before this one.</summary>
    public int Next(Timestamp occurredAt, Price price, Quantity quantity)
    {
        if (occurredAt != moment && recent.Count >= Remembered)
        {
            (recent, older) = (older, recent);
            recent.Clear();
        }
        moment = occurredAt;
        var trade = (occurredAt, price, quantity);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(recent, trade, out var isKnown);
        if (!isKnown && older.TryGetValue(trade, out var before)) count = before;
        return count++;
    }
}
