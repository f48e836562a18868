namespace Orleans.Runtime;

/// <summary>A life in stages, for silos and activations.</summary>
internal class StagedLifecycle : IGrainLifecycle, ISiloLifecycle
{
    private readonly List<Subscription> _subscriptions = [];

    public int HighestCompletedStage { get; private set; } = int.MinValue;

    public int LowestStoppedStage { get; private set; } = int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        var subscription = new Subscription(this, stage, observer);
        _subscriptions.Add(subscription);
        return subscription;
    }

    /// <summary>Starts the stages in [<paramref name="from"/>, <paramref name="to"/>]; those of one stage together.</summary>
    public async Task Start(int from, int to, CancellationToken cancellation)
    {
        var subscriptions = _subscriptions.Where(one => one.Stage >= from && one.Stage <= to);
        foreach (var stage in subscriptions.GroupBy(one => one.Stage).OrderBy(one => one.Key).ToArray())
        {
            foreach (var one in stage) one.Started = true;
            await Task.WhenAll(stage.Select(one => one.Observer.OnStart(cancellation)));
            HighestCompletedStage = stage.Key;
        }
    }

    /// <summary>Stops what was started, from the last stage to the first, all of it even when some fail; reports the failures.</summary>
    public async Task Stop(CancellationToken cancellation, Action<Exception> onFailure)
    {
        foreach (var stage in _subscriptions.Where(one => one.Started).GroupBy(one => one.Stage).OrderByDescending(one => one.Key).ToArray())
        {
            foreach (var one in stage)
            {
                one.Started = false;
                try
                {
                    await one.Observer.OnStop(cancellation);
                }
                // Whatever fails to stop must not keep the others from stopping.
                catch (Exception failure)
                {
                    onFailure(failure);
                }
            }
            LowestStoppedStage = stage.Key;
        }
    }

    private sealed class Subscription(StagedLifecycle owner, int stage, ILifecycleObserver observer) : IDisposable
    {
        public int Stage { get; } = stage;

        public ILifecycleObserver Observer { get; } = observer;

        public bool Started { get; set; }

        public void Dispose() => owner._subscriptions.Remove(this);
    }
}
