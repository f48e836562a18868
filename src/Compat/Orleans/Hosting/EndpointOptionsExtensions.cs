using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace Orleans.Configuration
{
    /// <summary>Where a silo listens. This process is the whole cluster and listens nowhere, so these are only kept.</summary>
    public class EndpointOptions
    {
        /// <summary>The default of <see cref="SiloPort"/>.</summary>
        public const int DEFAULT_SILO_PORT = 11111;

        /// <summary>The default of <see cref="GatewayPort"/>.</summary>
        public const int DEFAULT_GATEWAY_PORT = 30000;

        /// <summary>The address that other silos would use.</summary>
        public IPAddress AdvertisedIPAddress { get; set; } = IPAddress.Loopback;

        /// <summary>The port that other silos would use.</summary>
        public int SiloPort { get; set; } = DEFAULT_SILO_PORT;

        /// <summary>The port that clients would use.</summary>
        public int GatewayPort { get; set; } = DEFAULT_GATEWAY_PORT;
    }
}

namespace Orleans.Hosting
{
    /// <summary>Where a silo listens.</summary>
    public static class EndpointOptionsExtensions
    {
        /// <summary>Sets address and ports, which are not used here.</summary>
        public static ISiloBuilder ConfigureEndpoints(
            this ISiloBuilder builder, IPAddress advertisedIP, int siloPort, int gatewayPort, bool listenOnAnyHostAddress = false) =>
            builder.Configure<EndpointOptions>(options =>
                (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (advertisedIP, siloPort, gatewayPort));

        /// <summary>Sets ports, which are not used here; the name is not looked up.</summary>
        public static ISiloBuilder ConfigureEndpoints(
            this ISiloBuilder builder, string? hostname, int siloPort, int gatewayPort,
            AddressFamily addressFamily = AddressFamily.InterNetwork, bool listenOnAnyHostAddress = false) =>
            builder.ConfigureEndpoints(siloPort, gatewayPort, addressFamily, listenOnAnyHostAddress);

        /// <summary>Sets ports, which are not used here.</summary>
        public static ISiloBuilder ConfigureEndpoints(
            this ISiloBuilder builder, int siloPort, int gatewayPort,
            AddressFamily addressFamily = AddressFamily.InterNetwork, bool listenOnAnyHostAddress = false) =>
            builder.Configure<EndpointOptions>(options => (options.SiloPort, options.GatewayPort) = (siloPort, gatewayPort));
    }
}
