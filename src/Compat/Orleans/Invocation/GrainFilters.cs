using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>The filters of a silo.</summary>
internal sealed class GrainFilters
{
    public IReadOnlyList<IIncomingGrainCallFilter> Incoming { get; private set; } = [];

    public IReadOnlyList<IOutgoingGrainCallFilter> Outgoing { get; private set; } = [];

    /// <summary>Makes them when the silo starts: they may need its grains.</summary>
    public void Load(IServiceProvider services)
    {
        Incoming = [.. services.GetServices<IIncomingGrainCallFilter>()];
        Outgoing = [.. services.GetServices<IOutgoingGrainCallFilter>()];
    }
}

internal sealed class IncomingFilterFunction(IncomingGrainCallFilterDelegate filter) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) => filter(context);
}

internal sealed class OutgoingFilterFunction(OutgoingGrainCallFilterDelegate filter) : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context) => filter(context);
}
