using System.Collections.Concurrent;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Trading;

/// <summary>
/// How far the actions of instruments have come, as this silo knows it: asked for again after a while, and at once when one is due. What is told
/// meanwhile is heard a little later and counts from when it took effect all the same.
/// </summary>
internal sealed class InstrumentActions(IGrainFactory grains, TimeProvider time, IOptions<TradingOptions> options)
{
    private readonly ConcurrentDictionary<InstrumentId, ActionHead> _heads = new();

    public ValueTask<ActionHead> Head(InstrumentId instrument)
    {
        var now = time.Now();
        return _heads.TryGetValue(instrument, out var head) && now < head.NextAt && now < head.At + options.Value.ActionInterval && now >= head.At
            ? new(head)
            : new(Ask(instrument));
    }

    private async Task<ActionHead> Ask(InstrumentId instrument)
    {
        var head = await grains.GetGrain<IInstrumentActionGrain>(GrainKeys.InstrumentActions(instrument)).GetHead();
        return _heads.AddOrUpdate(instrument, head, (_, known) => known.At > head.At ? known : head);
    }
}
