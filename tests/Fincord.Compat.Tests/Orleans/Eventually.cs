using System.Diagnostics;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>Waits for what happens soon, somewhere that no test can be told of it.</summary>
internal static class Eventually
{
    public static async Task True(Func<bool> isMet)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isMet())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "It did not happen within 30 s.");
            await Task.Delay(10);
        }
    }

    public static async Task True(Func<Task<bool>> isMet)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isMet())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "It did not happen within 30 s.");
            await Task.Delay(10);
        }
    }
}
