using System.Collections.Concurrent;

namespace Fincord.Domain.Tests.Trading.Histories;

/// <summary><c>FINCORD_HISTORY_SEED=n</c> repeats one history; <c>FINCORD_SOAK=1</c> runs a hundred times as many.</summary>
public sealed class HistoryTests
{
    private const int Steps = 30;

    private static readonly int Scale = Environment.GetEnvironmentVariable("FINCORD_SOAK") == "1" ? 100 : 1;

    [Fact]
    public void In_ten_thousand_random_histories_every_promise_holds()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("FINCORD_HISTORY_SEED"), out var seed))
        {
            TradingHistory.Run(seed, Steps);
            return;
        }
        var failures = new ConcurrentBag<Exception>();
        Parallel.For(0, 10_000 * Scale, (next, loop) =>
        {
            try
            {
                TradingHistory.Run(next, Steps);
            }
            catch (InvalidOperationException failure)
            {
                failures.Add(failure);
                if (failures.Count > 20) loop.Stop();
            }
        });
        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures.Select(failure => failure.Message).Order()));
    }

    [Fact]
    public void Two_runs_with_one_seed_give_the_same_tape()
    {
        for (var seed = 0; seed < 100 * Scale; seed++)
        {
            var tape = TradingHistory.Run(seed, Steps).Tape;
            Assert.NotEmpty(tape);
            Assert.True(tape.SequenceEqual(TradingHistory.Run(seed, Steps).Tape), $"The tapes with seed {seed} differ.");
        }
    }
}
