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
    public void Whatever_the_seed_calls_timers_deactivations_and_storage_faults_keep_the_rules() => KeepTheRules(seed => Run(seed).Broken);

    [Fact]
    public void Whatever_the_seed_streams_lose_nothing_and_keep_their_order() => KeepTheRules(seed => RunStreams(seed).Broken);

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

    [Fact]
    public void A_seed_repeats_its_run_of_streams_turn_by_turn()
    {
        var (first, second, other) = (RunStreams(7), RunStreams(7), RunStreams(8));

        Assert.Equal(first with { Broken = second.Broken }, second);
        Assert.NotEqual(first.Fingerprint, other.Fingerprint);
    }

    [Fact]
    public void The_runs_of_streams_do_what_they_are_for()
    {
        var outcomes = Enumerable.Range(1, 20).Select(RunStreams).ToArray();

        Assert.All(outcomes, outcome => Assert.True(outcome.Heard > outcome.Published, $"Only {outcome.Heard} deliveries were made."));
        Assert.True(outcomes.Count(outcome => outcome.GivenUp > 0) > 5, "Hardly any event was given up.");
        Assert.True(outcomes.Sum(outcome => outcome.Live) > 60, "Hardly any subscription was left.");
    }

    private static void KeepTheRules(Func<int, IReadOnlyList<string>> run)
    {
        var seeds = Environment.GetEnvironmentVariable("FINCORD_SIMULATION_SEED") is { } one ? [int.Parse(one, CultureInfo.InvariantCulture)]
            : Enumerable.Range(1, Environment.GetEnvironmentVariable("FINCORD_SOAK") == "1" ? SoakSeeds : Seeds);
        var failures = new ConcurrentBag<(int Seed, string Text)>();

        Parallel.ForEach(seeds, (seed, loop) =>
        {
            if (run(seed) is not { Count: > 0 } broken) return;
            failures.Add((seed, string.Join("; ", broken)));
            loop.Stop();
        });

        Assert.True(failures.IsEmpty, string.Join("\n", failures.Order().Select(one => $"FINCORD_SIMULATION_SEED={one.Seed}: {one.Text}")));
    }

    private static Outcome Run(int seed) => OnItsOwn(() => new SimulatedSilo(seed).Run());

    private static StreamOutcome RunStreams(int seed) => OnItsOwn(() => new SimulatedStreams(seed).Run());

    // On a thread without a synchronization context, to which awaits would go otherwise.
    private static T OnItsOwn<T>(Func<T> run)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
