using System.Diagnostics;
using System.Globalization;

namespace Fincord.Compat.Tests.GraphQL.Fuzzing;

/// <summary>How long inputs take. What seems slow is tried again, since a busy machine makes anything slow once, but a slow input always.</summary>
internal sealed class FuzzTimes(int capacity)
{
    private const int Tries = 8;
    private static readonly TimeSpan Suspicious = TimeSpan.FromMilliseconds(1);

    private readonly List<(double Milliseconds, byte[]? Input)> _times = new(capacity);

    public void Measure(byte[] input, Action action)
    {
        var best = Time(action);
        for (var i = 1; i < Tries && best > Suspicious; i++) best = Min(best, Time(action));
        Add(best, input);
    }

    public async Task MeasureAsync(byte[] input, TimeSpan suspicious, Func<Task> action)
    {
        var best = await TimeAsync(action);
        for (var i = 1; i < Tries && best > suspicious; i++) best = Min(best, await TimeAsync(action));
        lock (_times) Add(best, input);
    }

    /// <summary>Demands limits of the 99.9th percentile and of the slowest input, and tells both.</summary>
    public void Check(double percentileLimit, double limit)
    {
        var sorted = _times.OrderBy(time => time.Milliseconds).ToList();
        var (percentile, slowest) = (sorted[(int)(sorted.Count * 0.999)], sorted[^1]);
        var told = string.Create(CultureInfo.InvariantCulture,
            $"{sorted.Count} inputs: median {sorted[sorted.Count / 2].Milliseconds:0.000} ms, 99.9 % {percentile.Milliseconds:0.000} ms, slowest {slowest.Milliseconds:0.000} ms");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(percentile.Milliseconds <= percentileLimit && slowest.Milliseconds <= limit, $"{told}\n{Show(slowest.Input ?? [])}");
    }

    /// <summary>An input as it can be read in a report.</summary>
    public static string Show(byte[] input) =>
        $"{input.Length} bytes: {System.Text.Encoding.Latin1.GetString(input.AsSpan(0, Math.Min(input.Length, 500)))}\n{Convert.ToBase64String(input)}";

    // Only inputs that could be the slowest are worth their memory.
    private void Add(TimeSpan time, byte[] input) => _times.Add((time.TotalMilliseconds, time > Suspicious ? input : null));

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
