namespace Orleans.Runtime;

/// <summary>Deactivates what was idle for too long: one sweep per quantum for all activations.</summary>
internal sealed class IdleCollector(Silo silo) : IDisposable
{
    private ITimer? _timer;

    public void Start() => _timer = silo.Time.CreateTimer(
        static self => ((IdleCollector)self!).Sweep(), this, silo.Collection.CollectionQuantum, silo.Collection.CollectionQuantum);

    public void Dispose() => _timer?.Dispose();

    private void Sweep()
    {
        var now = silo.Time.GetTimestamp();
        foreach (var activation in silo.Activations.All) activation.CollectWhenIdle(now, activation.Class.CollectionAge);
    }
}
