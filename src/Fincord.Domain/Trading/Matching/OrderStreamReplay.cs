namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// Runs an order stream through a book and keeps its tape. What the book refuses is counted and changes nothing: an id that is in the book, no
/// lots, a cancel of an order that is not there. The id of an order that is gone may be used again.
/// </summary>
/// <param name="capacity">How many orders the book holds before it allocates more memory.</param>
public sealed class OrderStreamReplay(int capacity = 1_024)
{
    /// <summary>The book.</summary>
    public MatchingEngine Engine { get; } = new(capacity: capacity);

    /// <summary>Its trades.</summary>
    public Tape Tape { get; } = new();

    /// <summary>Cancels that took an order out.</summary>
    public long Cancelled { get; private set; }

    /// <summary>Records that were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Lots of market orders that found nobody.</summary>
    public Int128 Unfilled { get; private set; }

    /// <summary>Applies a record.</summary>
    public void Apply(in OrderStreamRecord record)
    {
        if (record.Action == OrderStreamAction.Cancel)
        {
            if (Engine.Cancel(record.Id).IsAccepted) Cancelled++;
            else Refused++;
            return;
        }
        var result = Engine.Submit(new()
        {
            Id = record.Id,
            Side = record.Side,
            Type = record.Action == OrderStreamAction.Market ? OrderType.Market : OrderType.Limit,
            TimeInForce = TimeInForce.GoodTillCancelled,
            Price = record.Price,
            Quantity = record.Quantity,
        });
        if (!result.IsAccepted)
        {
            Refused++;
            return;
        }
        if (record.Action == OrderStreamAction.Market) Unfilled += record.Quantity - result.Filled;
        Tape.Add(Engine.Events);
    }

    /// <summary>The one line that such runs are compared by.</summary>
    public override string ToString() =>
        $"trades={Tape.Trades} volume={Tape.Volume} notional={Tape.Notional} hash={Tape.Hash:x16} "
        + $"cancelled={Cancelled} refused={Refused} unfilled={Unfilled} resting={Engine.OrderCount}";
}
