namespace Fincord.Domain.Trading.Paper;

public sealed partial class PaperExchange
{
    /// <summary>The number of the last action of the instrument that it heard of.</summary>
    public long ActionSequence { get; private set; }

    /// <summary>
    /// Hears of an action of the instrument, in the order of their numbers. When it takes effect the orders that were here before are cancelled, ahead of
    /// anything that the market does at that moment. What their owners hold then comes with their next order.
    /// </summary>
    public void Hear(InstrumentAction action)
    {
        if (action.Sequence <= ActionSequence) return;
        ActionSequence = action.Sequence;
        if (action.EndsOrders) _actions.Add(action);
    }

    private void EndOrders()
    {
        foreach (var action in _actions.Where(action => action.EffectiveAt <= _now).OrderBy(action => action.EffectiveAt).ToList())
        {
            foreach (var order in _orders.Values.Where(order => order.AcceptedAt < action.EffectiveAt).ToList())
                if (_orders.ContainsKey(order.Number)) End(order, VenueReportKind.Cancelled, ApplyActions.OrdersEnded, "Units of the instrument became others.");
            _actions.Remove(action);
        }
    }
}
