using System.Net;

namespace Fincord.Host;

/// <summary>Settings of the process, section <c>Host</c> of the configuration.</summary>
internal sealed class HostOptions
{
    public const string Section = "Host";

    /// <summary>Port of HTTP and GraphQL; 0 takes a free one.</summary>
    public int Port { get; set; } = 5080;

    /// <summary>Port of gRPC; 0 takes a free one. Without it 5081, or a free one where <see cref="Port"/> is 0.</summary>
    public int? GrpcPort { get; set; }

    /// <summary>Address to listen on. As long as nobody can log in, only loopback is allowed.</summary>
    public string Bind { get; set; } = IPAddress.Loopback.ToString();

    /// <summary>What this process does: <c>all</c>, or some of silo, api, ingest, discord in a cluster.</summary>
    public string Roles { get; set; } = "all";

    /// <summary>Refuses what cannot be served; throws <see cref="StartException"/>.</summary>
    public void Check()
    {
        if (Port is < 0 or > 65_535) throw new StartException($"--port is a number from 0 to 65535, not {Port}.");
        if (GrpcPort is < 0 or > 65_535) throw new StartException($"--grpc-port is a number from 0 to 65535, not {GrpcPort}.");
        if (!IPAddress.TryParse(Bind, out var address)) throw new StartException($"--bind is an IP address, not '{Bind}'.");
        if (!IPAddress.IsLoopback(address))
            throw new StartException($"--bind {Bind} would let others in, and no authentication is configured; use a loopback address.");
        if (Roles != "all")
            throw new StartException($"--roles {Roles} needs a cluster; in one process the only role is all.");
    }
}
