using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>The silos of this process by the ports at which clients look for them. There is no network: a client finds the silos of its process.</summary>
internal static class Gateways
{
    private static readonly ConcurrentDictionary<int, Silo> Open = new();

    public static void Add(int port, Silo silo) => Open[port] = silo;

    public static void Remove(int port, Silo silo) => Open.TryRemove(new(port, silo));

    /// <summary>A silo that runs at one of these ports.</summary>
    public static Silo? Find(IEnumerable<int> ports)
    {
        foreach (var port in ports)
        {
            if (Open.TryGetValue(port, out var silo) && !silo.IsStopping) return silo;
        }
        return null;
    }
}

/// <summary>The port at which a silo is found by the clients of its process.</summary>
internal sealed record GatewayPort(int Port);
