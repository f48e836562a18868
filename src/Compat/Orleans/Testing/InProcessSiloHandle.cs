using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>A silo of a cluster inside of a test.</summary>
public abstract class SiloHandle
{
    /// <summary>The silo's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The silo's number, from 0.</summary>
    public short InstanceNumber { get; set; }

    /// <summary>Where the silo is.</summary>
    public SiloAddress SiloAddress { get; set; } = null!;

    /// <summary>Whether it runs.</summary>
    public abstract bool IsActive { get; }

    /// <summary>Stops it: with deactivations, or as if its process had died.</summary>
    public abstract Task StopSiloAsync(bool stopGracefully);
}

/// <summary>A silo of a cluster inside of a test, in the test's own process.</summary>
public class InProcessSiloHandle : SiloHandle
{
    private volatile bool _isStopped;

    internal InProcessSiloHandle(IHost host)
    {
        SiloHost = host;
        SiloAddress = Silo.Address;
    }

    /// <summary>The silo's host.</summary>
    public IHost SiloHost { get; init; }

    /// <summary>The silo's services.</summary>
    public IServiceProvider ServiceProvider => SiloHost.Services;

    /// <inheritdoc/>
    public override bool IsActive => !_isStopped;

    internal Silo Silo => ServiceProvider.GetRequiredService<Silo>();

    /// <inheritdoc/>
    public override async Task StopSiloAsync(bool stopGracefully)
    {
        if (_isStopped) return;
        _isStopped = true;
        if (!stopGracefully) Silo.Kill();
        await SiloHost.StopAsync(new CancellationToken(canceled: !stopGracefully));
        if (SiloHost is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else SiloHost.Dispose();
    }
}
