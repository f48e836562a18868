using System.Runtime.InteropServices;

namespace Fincord.Host;

/// <summary>The first Ctrl-C stops cleanly (the framework's part); a second one means it: the process ends at once.</summary>
internal sealed class SecondInterrupt : IDisposable
{
    private const int InterruptedExitCode = 130;

    private readonly PosixSignalRegistration _registration;
    private int _interrupts;

    public SecondInterrupt() => _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
    {
        if (Interlocked.Increment(ref _interrupts) > 1) Environment.Exit(InterruptedExitCode);
    });

    public void Dispose() => _registration.Dispose();
}
