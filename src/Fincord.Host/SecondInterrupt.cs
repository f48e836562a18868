using System.Runtime.InteropServices;

namespace Fincord.Host;

/// <summary>The first Ctrl-C stops cleanly (the framework's part); a second one means it: the process ends at once.</summary>
internal sealed class SecondInterrupt : IDisposable
{
    private const int InterruptedExitCode = 130;

    private readonly PosixSignalRegistration _registration;

    public SecondInterrupt(IHostApplicationLifetime lifetime) => _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) Environment.Exit(InterruptedExitCode);
    });

    public void Dispose() => _registration.Dispose();
}
