using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>
/// The activations behind the identity of a stateless worker: a request goes to an idle one, a new one, or else to the next in turn.
/// </summary>
internal sealed class StatelessWorkers(Silo silo, GrainClass grainClass, IdSpan key, int limit) : IRequestTarget
{
    private readonly Lock _gate = new();
    private Activation[] _workers = [];
    private int _next;

    public IReadOnlyList<Activation> All => _workers;

    public bool TryReceive(GrainRequest request)
    {
        while (!Choose().TryReceive(request))
        {
            // It has just ended: its place is free.
        }
        return true;
    }

    public void Remove(Activation worker)
    {
        lock (_gate) _workers = [.. _workers.Where(one => one != worker)];
    }

    private Activation Choose()
    {
        lock (_gate)
        {
            foreach (var worker in _workers)
            {
                if (!worker.IsBusy) return worker;
            }
            if (_workers.Length == limit) return _workers[_next = (_next + 1) % limit];
            var added = new Activation(silo, grainClass, key);
            added.Extras.Workers = this;
            _workers = [.. _workers, added];
            return added;
        }
    }
}
