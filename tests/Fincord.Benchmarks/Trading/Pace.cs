using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fincord.Benchmarks.Trading;

/// <summary>Waits for moments more exactly than a thread's sleep, which counts in milliseconds, and without burning a core.</summary>
internal static partial class Pace
{
    /// <summary>Returns at a <see cref="Stopwatch"/> timestamp, or at once when it has gone by.</summary>
    public static void WaitUntil(long timestamp)
    {
        for (long left; (left = timestamp - Stopwatch.GetTimestamp()) > 0;)
        {
            var duration = new Duration(0, (nint)Math.Min(999_999_999, left * 1_000_000_000 / Stopwatch.Frequency));
            Sleep(in duration, 0);
        }
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    private static extern int Sleep(in Duration duration, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Duration(nint Seconds, nint Nanoseconds);
}
