namespace Orleans.Runtime;

/// <summary>Deactivates what was idle for too long, and gives up what is stuck: one sweep per quantum for all activations.</summary>
internal sealed class IdleCollector(Silo silo) : IDisposable
{
    private ITimer? _timer;

    public void Start() => _timer = silo.Time.CreateTimer(
        static self => ((IdleCollector)self!).Sweep(), this, silo.Collection.CollectionQuantum, silo.Collection.CollectionQuantum);

    public void Dispose() => _timer?.Dispose();

    private void Sweep()
    {
        silo.Instruments.Catalog.Collected();
        var now = silo.Time.GetTimestamp();
        foreach (var activation in silo.Activations.All)
        {
            activation.GiveUpWhenBlocked(now);
            activation.CollectWhenIdle(now, activation.Class.CollectionAge);
        }
    }
}
