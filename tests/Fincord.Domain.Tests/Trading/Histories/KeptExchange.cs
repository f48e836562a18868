using System.Text.Json;
using Fincord.Domain.Trading.Paper;

namespace Fincord.Domain.Tests.Trading.Histories;

/// <summary>An exchange as a store keeps it: its orders row by row, of which each commit writes those that changed.</summary>
internal sealed class KeptExchange
{
    private readonly Dictionary<long, string> _orders = [];
    private PaperOrderRows _rows = new([]);
    private string _state = JsonSerializer.Serialize(PaperExchangeState.Empty);

    public void Keep(PaperExchangeState state)
    {
        var change = _rows.Follow(state);
        _state = JsonSerializer.Serialize(change.State);
        foreach (var row in change.Changed) _orders[row.Number] = JsonSerializer.Serialize(row);
        foreach (var number in change.Gone) _orders.Remove(number);
    }

    public PaperExchangeState Load()
    {
        _rows = new(_orders.Values.Select(row => JsonSerializer.Deserialize<PaperOrderRow>(row)!));
        return _rows.Complete(JsonSerializer.Deserialize<PaperExchangeState>(_state)!);
    }
}
