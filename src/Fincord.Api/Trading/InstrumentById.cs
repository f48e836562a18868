using Fincord.Api.Markets;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>The instruments of many orders, fills and positions at once: a blotter asks for each of them once.</summary>
public sealed class InstrumentById(IInstrumentRegistry registry, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<string, InstrumentNode>(batchScheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<string, InstrumentNode>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var instruments = await Task.WhenAll(keys.Select(key => registry.Find(new InstrumentId(long.Parse(key)), cancellationToken)));
        return instruments.OfType<Instrument>().ToDictionary(instrument => instrument.Id.ToString(), instrument => new InstrumentNode(instrument), StringComparer.Ordinal);
    }
}

/// <summary>The instrument of an order.</summary>
[ExtendObjectType(typeof(OrderView))]
public sealed class OrderFields
{
    /// <summary>The instrument.</summary>
    public Task<InstrumentNode> GetInstrumentAsync([Parent] OrderView order, InstrumentById instruments, CancellationToken cancellation) =>
        instruments.LoadRequiredAsync(order.InstrumentId, cancellation);
}

/// <summary>The instrument of a fill.</summary>
[ExtendObjectType(typeof(FillView))]
public sealed class FillFields
{
    /// <summary>The instrument.</summary>
    public Task<InstrumentNode> GetInstrumentAsync([Parent] FillView fill, InstrumentById instruments, CancellationToken cancellation) =>
        instruments.LoadRequiredAsync(fill.InstrumentId, cancellation);
}

/// <summary>The instrument of a position.</summary>
[ExtendObjectType(typeof(PositionView))]
public sealed class PositionFields
{
    /// <summary>The instrument.</summary>
    public Task<InstrumentNode> GetInstrumentAsync([Parent] PositionView position, InstrumentById instruments, CancellationToken cancellation) =>
        instruments.LoadRequiredAsync(position.InstrumentId, cancellation);
}

/// <summary>The instrument of a trade.</summary>
[ExtendObjectType(typeof(TradeView))]
public sealed class TradeFields
{
    /// <summary>The instrument.</summary>
    public Task<InstrumentNode> GetInstrumentAsync([Parent] TradeView trade, InstrumentById instruments, CancellationToken cancellation) =>
        instruments.LoadRequiredAsync(trade.InstrumentId, cancellation);
}

/// <summary>The instrument of a journal entry's line.</summary>
[ExtendObjectType(typeof(JournalLineView))]
public sealed class JournalLineFields
{
    /// <summary>The instrument whose units the line counts; null when it counts money.</summary>
    public async Task<InstrumentNode?> GetInstrumentAsync([Parent] JournalLineView line, InstrumentById instruments, CancellationToken cancellation) =>
        JournalEntry.InstrumentOf(line.Unit) is { } instrument ? await instruments.LoadRequiredAsync(instrument.ToString(), cancellation) : null;
}
