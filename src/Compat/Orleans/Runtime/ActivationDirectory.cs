using System.Collections.Concurrent;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>Which grains are in memory.</summary>
internal sealed class ActivationDirectory(Silo silo)
{
    private readonly ConcurrentDictionary<GrainId, IRequestTarget> _targets = new();

    public int Count => _targets.Count;

    public IEnumerable<Activation> All => _targets.Values.SelectMany(target => target switch
    {
        Activation activation => [activation],
        StatelessWorkers workers => workers.All,
        _ => Array.Empty<Activation>(),
    });

    public bool TryFind(GrainId id, out Activation? activation)
    {
        activation = _targets.TryGetValue(id, out var target) ? target as Activation ?? (target as StatelessWorkers)?.All.FirstOrDefault() : null;
        return activation is not null;
    }

    /// <summary>Brings the request to the grain's activation, which is made when there is none; null when the silo makes no more.</summary>
    public IRequestTarget? Deliver(GrainId id, GrainClass grainClass, GrainRequest request)
    {
        for (;;)
        {
            if (!_targets.TryGetValue(id, out var target))
            {
                if (silo.IsStopping) return null;
                target = _targets.GetOrAdd(id, Create(id, grainClass));
            }
            if (target.TryReceive(request)) return target;
            // It has just ended and is about to leave.
            _targets.TryRemove(new(id, target));
        }
    }

    public void Remove(Activation activation)
    {
        if (activation.Class.StatelessWorker is not null) activation.Extras.Workers!.Remove(activation);
        else _targets.TryRemove(new(activation.GrainId, activation));
    }

    private IRequestTarget Create(GrainId id, GrainClass grainClass) => grainClass.StatelessWorker is { } worker
        ? new StatelessWorkers(silo, grainClass, id.Key, worker.MaxLocalWorkers)
        : new Activation(silo, grainClass, id.Key);
}
