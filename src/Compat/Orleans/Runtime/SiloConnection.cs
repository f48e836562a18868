namespace Orleans.Runtime;

/// <summary>The silo that a client's calls go to. A client outlives its silo: it may be connected to the next one.</summary>
/// <param name="filters">The client's own filters.</param>
/// <param name="find">Finds the next silo when the last one has ended; null when only somebody else can tell.</param>
internal sealed class SiloConnection(GrainFilters filters, Func<Silo?>? find = null)
{
    private volatile GrainReferences? _references;

    /// <summary>The filters of calls that leave the client, and of those that arrive at its observers.</summary>
    public GrainFilters Filters => filters;

    /// <summary>The references that the client makes: their calls go through its filters.</summary>
    public GrainReferences References
    {
        get
        {
            if (_references is { Silo.IsStopping: false } connected) return connected;
            if (find?.Invoke() is { } next) return _references = new(next, filters);
            return _references ?? throw new SiloUnavailableException("The client is not connected to a silo.");
        }
    }

    public Silo Silo => References.Silo;

    public void Connect(Silo silo) => _references = new(silo, filters);
}
