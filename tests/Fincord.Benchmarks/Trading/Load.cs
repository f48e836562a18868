using System.Diagnostics;
using Fincord.Benchmarks.Actors;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// Calls that fall due by the clock, whether those before were answered or not. Latency counts from the moment that a call was due; the first
/// ones only warm up.
/// </summary>
internal sealed class Load(int perSecond, int warmUp, int measured)
{
    private readonly long[] _due = new long[warmUp + measured];

    /// <summary>All calls, those that warm up included.</summary>
    public int Calls => _due.Length;

    /// <summary>From when a call was due until it was answered.</summary>
    public Lateness Answered { get; } = new();

    /// <summary>How late calls were made.</summary>
    public Lateness Late { get; } = new();

    /// <summary>Processor time of this process for each measured call.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>What this process allocated for each measured call, in bytes.</summary>
    public long Allocated { get; private set; }

    /// <summary>How long the garbage collector stopped this process during the measured calls.</summary>
    public TimeSpan Paused { get; private set; }

    /// <summary>When a call was due, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long DueAt(int number) => _due[number];

    /// <summary>Makes all calls, each by its number from 0, and waits for their answers.</summary>
    public async Task Run(Func<int, Task> call)
    {
        var calls = new Task[_due.Length];
        var (before, allocated, paused) = (TimeSpan.Zero, 0L, TimeSpan.Zero);
        var start = Stopwatch.GetTimestamp();
        var pacing = new Thread(() =>
        {
            for (var next = 0; next < calls.Length; next++)
            {
                var number = next;
                _due[number] = start + number * Stopwatch.Frequency / perSecond;
                Pace.WaitUntil(_due[number]);
                if (number == warmUp) (before, allocated, paused) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
                if (number >= warmUp) Late.Record(Stopwatch.GetElapsedTime(_due[number]));
                calls[number] = Task.Run(async () =>
                {
                    await call(number);
                    if (number >= warmUp) Answered.Record(Stopwatch.GetElapsedTime(_due[number]));
                });
            }
        }) { Name = "load", Priority = ThreadPriority.AboveNormal };
        pacing.Start();
        await Task.Run(pacing.Join);
        await Task.WhenAll(calls);
        Allocated = (GC.GetTotalAllocatedBytes() - allocated) / measured;
        Paused = GC.GetTotalPauseDuration() - paused;
        ProcessorTime = (Environment.CpuUsage.TotalTime - before) / measured;
    }
}
