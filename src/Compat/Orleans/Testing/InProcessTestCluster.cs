using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>A cluster inside of a test, with a client.</summary>
public sealed class InProcessTestCluster : IAsyncDisposable
{
    private readonly SiloConnection _connection = new(new GrainFilters());
    private readonly List<InProcessSiloHandle> _silos = [];
    private IHost? _client;

    internal InProcessTestCluster(InProcessTestClusterOptions options) => Options = options;

    /// <summary>The cluster's options.</summary>
    public InProcessTestClusterOptions Options { get; }

    /// <summary>The client; there is one once the cluster is deployed.</summary>
    public IClusterClient Client => _client?.Services.GetRequiredService<IClusterClient>()
        ?? throw new InvalidOperationException("The cluster has no client yet.");

    /// <summary>The silos.</summary>
    public ReadOnlyCollection<InProcessSiloHandle> Silos => _silos.AsReadOnly();

    /// <summary>Starts the silo and the client.</summary>
    public async Task DeployAsync()
    {
        await StartSiloAsync();
        if (Options.InitializeClientOnDeploy) await InitializeClientAsync();
    }

    /// <summary>Starts the client.</summary>
    public async Task InitializeClientAsync()
    {
        var builder = NewHost();
        builder.Services.AddSingleton(_connection);
        builder.Services.AddSingleton<IClusterClient>(services => new GrainFactory(_connection, services));
        builder.Services.AddSingleton<IGrainFactory>(services => services.GetRequiredService<IClusterClient>());
        foreach (var configure in Options.ClientHostConfigurationDelegates) configure(builder);
        _client = builder.Build();
        _connection.Filters.Load(_client.Services);
        await _client.StartAsync();
    }

    /// <summary>The services of a silo, or of the first.</summary>
    public IServiceProvider GetSiloServiceProvider(SiloAddress? silo = null)
    {
        var handle = silo is null ? _silos[0] : GetSiloForAddress(silo);
        return handle?.ServiceProvider ?? throw new ArgumentException($"There is no silo {silo}.", nameof(silo));
    }

    /// <summary>The silo at this address.</summary>
    public InProcessSiloHandle? GetSiloForAddress(SiloAddress siloAddress) => _silos.FirstOrDefault(one => one.SiloAddress.Equals(siloAddress));

    /// <summary>The silos that run.</summary>
    public IEnumerable<InProcessSiloHandle> GetActiveSilos() => _silos.Where(one => one.IsActive);

    /// <summary>Stops a silo with deactivations.</summary>
    public Task StopSiloAsync(InProcessSiloHandle instance) => RemoveAsync(instance, stopGracefully: true);

    /// <summary>Ends a silo as if its process had died.</summary>
    public Task KillSiloAsync(InProcessSiloHandle instance) => RemoveAsync(instance, stopGracefully: false);

    /// <summary>Stops a silo, and starts another in its place.</summary>
    public async Task<InProcessSiloHandle?> RestartSiloAsync(InProcessSiloHandle instance)
    {
        await StopSiloAsync(instance);
        return await StartSiloAsync();
    }

    /// <summary>Starts a silo after the last one was stopped or killed.</summary>
    public Task<InProcessSiloHandle> StartAdditionalSiloAsync() => _silos.Count == 0
        ? StartSiloAsync()
        : throw new NotSupportedException("This implementation runs one silo at a time.");

    /// <summary>Ends the activation of a grain, and waits for its end.</summary>
    public Task DeactivateAsync(IAddressable grain) => DeactivateAsync(grain.GetGrainId());

    /// <summary>Ends the activation of a grain, and waits for its end.</summary>
    public async Task DeactivateAsync(GrainId grainId)
    {
        if (!TryGetGrainContext(grainId, out var context)) return;
        context.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "The test asked for it."));
        await context.Deactivated;
    }

    /// <summary>The activation of a grain, when there is one.</summary>
    public bool TryGetGrainContext(GrainId grainId, [NotNullWhen(true)] out IGrainContext? grainContext)
    {
        grainContext = _connection.Silo.Activations.TryFind(grainId, out var found) ? found : null;
        return grainContext is not null;
    }

    /// <summary>Returns when all silos know each other: at once, as there is one.</summary>
    public Task WaitForLivenessToStabilizeAsync(bool didKill = false) => Task.CompletedTask;

    /// <summary>Stops all silos with deactivations.</summary>
    public async Task StopAllSilosAsync()
    {
        foreach (var silo in _silos.ToArray()) await StopSiloAsync(silo);
    }

    /// <summary>Stops the client.</summary>
    public async Task StopClusterClientAsync()
    {
        if (_client is null) return;
        await _client.StopAsync();
        _client.Dispose();
        _client = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopClusterClientAsync();
        await StopAllSilosAsync();
    }

    private static HostApplicationBuilder NewHost() =>
        new(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = Environments.Development, ApplicationName = "TestCluster" });

    private async Task<InProcessSiloHandle> StartSiloAsync()
    {
        var builder = NewHost();
        var silo = new InProcessTestSiloSpecificOptions { SiloName = $"Silo_{_silos.Count}" };
        builder.UseOrleans(orleans => orleans.Configure<ClusterOptions>(
            options => (options.ClusterId, options.ServiceId) = (Options.ClusterId, Options.ServiceId)));
        foreach (var configure in Options.SiloHostConfigurationDelegates) configure(silo, builder);
        var handle = new InProcessSiloHandle(builder.Build()) { Name = silo.SiloName };
        await handle.SiloHost.StartAsync();
        _connection.Connect(handle.Silo);
        _silos.Add(handle);
        return handle;
    }

    private async Task RemoveAsync(InProcessSiloHandle instance, bool stopGracefully)
    {
        await instance.StopSiloAsync(stopGracefully);
        _silos.Remove(instance);
    }
}
