using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Configuration
{
    /// <summary>What a silo is called.</summary>
    public class SiloOptions
    {
        /// <summary>The name; the machine's when none is set.</summary>
        public string SiloName { get; set; } = null!;
    }
}

namespace Orleans.Runtime
{
    /// <summary>What the silo of this process is.</summary>
    public interface ILocalSiloDetails
    {
        /// <summary>Its name.</summary>
        string Name { get; }

        /// <summary>The cluster it belongs to.</summary>
        string ClusterId { get; }

        /// <summary>The machine.</summary>
        string DnsHostName { get; }

        /// <summary>Where other silos would find it.</summary>
        SiloAddress SiloAddress { get; }

        /// <summary>Where clients would find it.</summary>
        SiloAddress GatewayAddress { get; }
    }

    internal sealed class LocalSiloDetails(Silo silo, IOptions<SiloOptions> options, IOptions<ClusterOptions> cluster) : ILocalSiloDetails
    {
        public string Name => options.Value.SiloName ?? DnsHostName;

        public string ClusterId => cluster.Value.ClusterId;

        public string DnsHostName => Dns.GetHostName();

        public SiloAddress SiloAddress => silo.Address;

        // Clients are in this process.
        public SiloAddress GatewayAddress => silo.Address;
    }
}
