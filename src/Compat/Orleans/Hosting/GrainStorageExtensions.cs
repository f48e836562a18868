using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Orleans.Runtime.Hosting
{
    /// <summary>Adds stores.</summary>
    public static class StorageProviderExtensions
    {
        /// <summary>Adds a store under a name; the one named "Default" is used when a state names none.</summary>
        public static IServiceCollection AddGrainStorage<T>(
            this IServiceCollection collection, string name, Func<IServiceProvider, string, T> implementationFactory)
            where T : IGrainStorage
        {
            collection.AddKeyedSingleton<IGrainStorage>(name, (services, _) => implementationFactory(services, name));
            if (name == ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)
                collection.TryAddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>(name));
            if (typeof(ILifecycleParticipant<ISiloLifecycle>).IsAssignableFrom(typeof(T)))
                collection.AddSingleton(services => (ILifecycleParticipant<ISiloLifecycle>)services.GetRequiredKeyedService<IGrainStorage>(name));
            return collection;
        }
    }
}

namespace Orleans.Hosting
{
    /// <summary>Adds stores in memory.</summary>
    public static class MemoryGrainStorageSiloBuilderExtensions
    {
        /// <summary>Adds a store in memory under a name.</summary>
        public static ISiloBuilder AddMemoryGrainStorage(
            this ISiloBuilder builder, string name, Action<OptionsBuilder<MemoryGrainStorageOptions>>? configureOptions = null) =>
            builder.ConfigureServices(services =>
            {
                configureOptions?.Invoke(services.AddOptions<MemoryGrainStorageOptions>(name));
                services.AddGrainStorage(name, (_, _) => new MemoryGrainStorage());
            });

        /// <summary>Adds a store in memory under a name.</summary>
        public static ISiloBuilder AddMemoryGrainStorage(
            this ISiloBuilder builder, string name, Action<MemoryGrainStorageOptions> configureOptions) =>
            builder.AddMemoryGrainStorage(name, options => options.Configure(configureOptions));

        /// <summary>Adds a store in memory that is used when a state names none.</summary>
        public static ISiloBuilder AddMemoryGrainStorageAsDefault(
            this ISiloBuilder builder, Action<OptionsBuilder<MemoryGrainStorageOptions>>? configureOptions = null) =>
            builder.AddMemoryGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, configureOptions);

        /// <summary>Adds a store in memory that is used when a state names none.</summary>
        public static ISiloBuilder AddMemoryGrainStorageAsDefault(this ISiloBuilder builder, Action<MemoryGrainStorageOptions> configureOptions) =>
            builder.AddMemoryGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, configureOptions);
    }
}
