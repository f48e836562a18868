using System.Collections.Concurrent;
using System.Globalization;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>
/// Thousands of runs, each different. <c>FINCORD_SIMULATION_SEED=n</c> repeats one; <c>FINCORD_SOAK=1</c> runs a hundred times as many.
/// </summary>
public sealed class SimulationTests
{
    private const int Seeds = 1_000;
    private const int SoakSeeds = 100_000;

    [Fact]
    public void Whatever_the_seed_calls_timers_deactivations_and_storage_faults_keep_the_rules()
    {
        var seeds = Environment.GetEnvironmentVariable("FINCORD_SIMULATION_SEED") is { } one ? [int.Parse(one, CultureInfo.InvariantCulture)]
            : Enumerable.Range(1, Environment.GetEnvironmentVariable("FINCORD_SOAK") == "1" ? SoakSeeds : Seeds);
        var failures = new ConcurrentBag<(int Seed, string Text)>();

        Parallel.ForEach(seeds, (seed, loop) =>
        {
            if (Run(seed).Broken is not { Count: > 0 } broken) return;
            failures.Add((seed, string.Join("; ", broken)));
            loop.Stop();
        });

        Assert.True(failures.IsEmpty, string.Join("\n", failures.Order().Select(one => $"FINCORD_SIMULATION_SEED={one.Seed}: {one.Text}")));
    }

    [Fact]
    public void A_seed_repeats_its_run_turn_by_turn()
    {
        var (first, second, other) = (Run(7), Run(7), Run(8));

        Assert.Equal(first with { Broken = second.Broken }, second);
        Assert.NotEqual(first.Fingerprint, other.Fingerprint);
    }

    [Fact]
    public void The_runs_do_what_they_are_for()
    {
        var outcomes = Enumerable.Range(1, 20).Select(Run).ToArray();

        Assert.All(outcomes, outcome => Assert.True(outcome.Executions > 20, $"Only {outcome.Executions} calls were executed."));
        Assert.All(outcomes, outcome => Assert.True(outcome.Activations > 6, $"Only {outcome.Activations} activations were made."));
        Assert.All(outcomes, outcome => Assert.True(outcome.Acknowledged > 0, "No write was acknowledged."));
    }

    // On a thread without a synchronization context, to which awaits would go otherwise.
    private static Outcome Run(int seed)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new SimulatedSilo(seed).Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
