using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans
{
    /// <summary>Streams, for grains.</summary>
    public static class GrainStreamingExtensions
    {
        /// <summary>The provider with this name.</summary>
        /// <exception cref="KeyNotFoundException">There is none.</exception>
        public static IStreamProvider GetStreamProvider(this Grain grain, string name) => ((IGrainBase)grain).GetStreamProvider(name);

        /// <summary>The provider with this name.</summary>
        /// <exception cref="KeyNotFoundException">There is none.</exception>
        public static IStreamProvider GetStreamProvider(this IGrainBase grain, string name) =>
            StreamProviders.Find(((Activation)grain.GrainContext).Silo.Services, name);
    }

    /// <summary>Streams, for clients.</summary>
    public static class ClientStreamingExtensions
    {
        /// <summary>The provider with this name.</summary>
        /// <exception cref="KeyNotFoundException">There is none.</exception>
        public static IStreamProvider GetStreamProvider(this IClusterClient client, string name) =>
            StreamProviders.Find(client.ServiceProvider, name);
    }

    internal static class StreamProviders
    {
        public static IStreamProvider Find(IServiceProvider services, string name) =>
            services.GetKeyedService<IStreamProvider>(name) ?? throw new KeyNotFoundException($"Stream provider '{name}' is not registered.");
    }
}

namespace Orleans.Streams
{
    /// <summary>Streams by namespace and key.</summary>
    public static class StreamProviderExtensions
    {
        /// <summary>The stream without a namespace and with this key.</summary>
        public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, Guid id) =>
            streamProvider.GetStream<T>(StreamId.Create(null, id));

        /// <summary>The stream without a namespace and with this key.</summary>
        public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, long id) =>
            streamProvider.GetStream<T>(StreamId.Create(null, id));

        /// <summary>The stream without a namespace and with this key.</summary>
        public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string id) =>
            streamProvider.GetStream<T>(StreamId.Create(null, id));

        /// <summary>The stream with this namespace and key.</summary>
        public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string ns, Guid id) =>
            streamProvider.GetStream<T>(StreamId.Create(ns, id));

        /// <summary>The stream with this namespace and key.</summary>
        public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string ns, long id) =>
            streamProvider.GetStream<T>(StreamId.Create(ns, id));

        /// <summary>The stream with this namespace and key.</summary>
        public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string ns, string id) =>
            streamProvider.GetStream<T>(StreamId.Create(ns, id));
    }
}
