using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>A silo on virtual time, all on one thread. The seed decides everything that could be otherwise.</summary>
internal abstract class SimulatedRun(int seed)
{
    private const int MostSteps = 500_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private SeededTurns? _turns;

    /// <summary>Half of the runs have callers that wait longer than anything takes: for them a timeout means that the call was lost.</summary>
    protected bool IsPatient { get; } = seed % 2 == 0;

    protected Random Random { get; } = new(seed);

    protected ManualTime Time { get; } = new();

    protected SeededTurns Turns => _turns ??= new(Random);

    /// <summary>What all runs have: time, turns, chance, and grains that are soon collected.</summary>
    protected ServiceCollection NewServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ITurnQueue>(Turns);
        services.AddSingleton(Random);
        services.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(IsPatient ? 300 : 2));
        services.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.CollectionQuantum) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(20)));
        return services;
    }

    protected static Silo Start(ServiceProvider services)
    {
        var silo = services.GetRequiredService<Silo>();
        return silo.Start(CancellationToken.None).IsCompletedSuccessfully
            ? silo
            : throw new InvalidOperationException("The silo did not start at once.");
    }

    /// <summary>Notes a broken rule.</summary>
    protected abstract void Break(string rule);

    /// <summary>Goes on, turn by turn and moment by moment, until it is done, or hangs.</summary>
    protected void RunUntil(Func<bool> isDone, Func<string> tellHang)
    {
        var end = Time.GetUtcNow() + Patience;
        for (var step = 0; !isDone(); step++)
        {
            if (step == MostSteps || Time.GetUtcNow() > end)
            {
                Break(tellHang());
                return;
            }
            if (Turns.IsQuiet || Random.Next(8) == 0) Time.Advance(TimeSpan.FromMilliseconds(Random.Next(1, 10)));
            else Turns.Step();
        }
    }

    /// <summary>Ends all grains.</summary>
    protected void End(Silo silo)
    {
        foreach (var activation in silo.Activations.All.ToArray()) activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The run ends."));
        RunUntil(() => silo.Activations.Count == 0, () => $"{silo.Activations.Count} activations do not end");
    }
}
