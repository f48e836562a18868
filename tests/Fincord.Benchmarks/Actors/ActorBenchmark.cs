namespace Fincord.Benchmarks.Actors;

/// <summary>
/// What a grain costs: calls, activations, memory, streams. Targets are Fincord's own; the figures of Orleans 10 were measured once on
/// a machine with two cores. With FincordPackages=feed the same code measures Orleans itself, here and now.
/// </summary>
internal static class ActorBenchmark
{
    public static async Task Run()
    {
        await CallBenchmark.Run();
        await ActivationBenchmark.Run();
        await StreamBenchmark.Run();
    }
}
