using System.Net;
using Fincord.Contracts.Markets;
using Fincord.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Fincord.Host;

/// <summary>What belongs to the process itself: its options, its listener and its silo.</summary>
internal static class HostServices
{
    private const int DefaultGrpcPort = 5081;

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    // A stream of fills may be silent for hours: this finds out that its reader is gone.
    private static readonly TimeSpan KeepAlivePingDelay = TimeSpan.FromSeconds(30);

    /// <summary>Reads, checks and registers the process's options, and listens accordingly.</summary>
    public static void AddHost(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(HostOptions.Section).Get<HostOptions>() ?? new();
        options.Check();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(Options.Create(options));
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.Http2.KeepAlivePingDelay = KeepAlivePingDelay;
            kestrel.Listen(IPAddress.Parse(options.Bind), options.Port);
            // Without TLS nothing negotiates the protocol, so HTTP/2 needs a port of its own.
            kestrel.Listen(IPAddress.Parse(options.Bind), options.GrpcPort ?? (options.Port == 0 ? 0 : DefaultGrpcPort), grpc => grpc.Protocols = HttpProtocols.Http2);
        });
    }

    /// <summary>The storage, in the folder <c>Storage:DataFolder</c>; by default one in the user's own application data.</summary>
    public static void AddStorage(this WebApplicationBuilder builder) => builder.Services.AddStorage(storage =>
    {
        storage.DataFolder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fincord");
        builder.Configuration.GetSection("Storage").Bind(storage);
    });

    /// <summary>The silo: on one machine it is the whole cluster, and its streams are in memory.</summary>
    public static void AddSilo(this WebApplicationBuilder builder) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering();
        silo.AddMemoryGrainStorage("PubSubStore");
        silo.AddMemoryStreams(MarketStreams.Provider);
    });
}
