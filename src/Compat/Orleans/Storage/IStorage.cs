namespace Orleans.Core
{
    /// <summary>A stored state.</summary>
    public interface IStorage
    {
        /// <summary>The tag of the state that was last read or written; null when nothing is stored.</summary>
        string? Etag { get; }

        /// <summary>Whether something is stored.</summary>
        bool RecordExists { get; }

        /// <summary>Reads the state from the store.</summary>
        Task ReadStateAsync();

        /// <summary>Reads the state from the store.</summary>
        Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();

        /// <summary>Writes the state to the store.</summary>
        /// <exception cref="Orleans.Storage.InconsistentStateException">Somebody else has written in between.</exception>
        Task WriteStateAsync();

        /// <summary>Writes the state to the store.</summary>
        /// <exception cref="Orleans.Storage.InconsistentStateException">Somebody else has written in between.</exception>
        Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

        /// <summary>Removes the state from the store and begins with a new one.</summary>
        Task ClearStateAsync();

        /// <summary>Removes the state from the store and begins with a new one.</summary>
        Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();
    }

    /// <summary>A stored state of a type.</summary>
    /// <typeparam name="TState">The type.</typeparam>
    public interface IStorage<TState> : IStorage
    {
        /// <summary>The state in memory.</summary>
        TState State { get; set; }
    }
}

namespace Orleans.Runtime
{
    /// <summary>A state of a grain that is stored: a constructor parameter with <see cref="PersistentStateAttribute"/>.</summary>
    /// <typeparam name="TState">The type.</typeparam>
    public interface IPersistentState<TState> : Orleans.Core.IStorage<TState>;

    /// <summary>Where a state is stored.</summary>
    public interface IPersistentStateConfiguration
    {
        /// <summary>The state's name.</summary>
        string StateName { get; }

        /// <summary>The store's name; null for the default store.</summary>
        string? StorageName { get; }
    }

    /// <summary>Asks for a stored state.</summary>
    /// <param name="stateName">The state's name, unique in the whole system.</param>
    /// <param name="storageName">The store's name; null for the default store.</param>
    [AttributeUsage(AttributeTargets.Parameter)]
    public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute, IPersistentStateConfiguration
    {
        /// <inheritdoc/>
        public string StateName { get; } = stateName;

        /// <inheritdoc/>
        public string? StorageName { get; } = storageName;
    }

    /// <summary>Makes the states of activations.</summary>
    public interface IPersistentStateFactory
    {
        /// <summary>A state that is read before the activation's first call.</summary>
        IPersistentState<TState> Create<TState>(IGrainContext context, IPersistentStateConfiguration config);
    }
}

namespace Orleans
{
    /// <summary>A state on its way from or to the store.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public interface IGrainState<T>
    {
        /// <summary>The state.</summary>
        T? State { get; set; }

        /// <summary>The tag of the stored state.</summary>
        string? ETag { get; set; }

        /// <summary>Whether something is stored.</summary>
        bool RecordExists { get; set; }
    }

    /// <summary>A state on its way from or to the store.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public sealed class GrainState<T> : IGrainState<T>
    {
        /// <summary>Nothing.</summary>
        public GrainState()
        {
        }

        /// <summary>A state that is not stored.</summary>
        public GrainState(T? state) => State = state;

        /// <summary>A stored state.</summary>
        public GrainState(T? state, string? eTag) => (State, ETag) = (state, eTag);

        /// <inheritdoc/>
        public T? State { get; set; }

        /// <inheritdoc/>
        public string? ETag { get; set; }

        /// <inheritdoc/>
        public bool RecordExists { get; set; }
    }
}

namespace Orleans.Storage
{
    /// <summary>A store of states. Registered as a keyed service under its name.</summary>
    public interface IGrainStorage
    {
        /// <summary>Reads a state; what is not stored comes back new, without a tag.</summary>
        Task ReadStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState);

        /// <summary>Reads a state; what is not stored comes back new, without a tag.</summary>
        Task ReadStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
            ReadStateAsync(stateName, grainId, grainState);

        /// <summary>Writes a state when the stored tag is still the one that was read, and sets the new one.</summary>
        /// <exception cref="InconsistentStateException">The tags differ.</exception>
        Task WriteStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState);

        /// <summary>Writes a state when the stored tag is still the one that was read, and sets the new one.</summary>
        /// <exception cref="InconsistentStateException">The tags differ.</exception>
        Task WriteStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
            WriteStateAsync(stateName, grainId, grainState);

        /// <summary>Removes a state when the stored tag is still the one that was read.</summary>
        /// <exception cref="InconsistentStateException">The tags differ.</exception>
        Task ClearStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState);

        /// <summary>Removes a state when the stored tag is still the one that was read.</summary>
        /// <exception cref="InconsistentStateException">The tags differ.</exception>
        Task ClearStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
            ClearStateAsync(stateName, grainId, grainState);
    }
}

namespace Orleans.Providers
{
    /// <summary>Names of providers.</summary>
    public static class ProviderConstants
    {
        /// <summary>The store that is used when none is named.</summary>
        public const string DEFAULT_STORAGE_PROVIDER_NAME = "Default";

        /// <summary>The store of stream subscriptions.</summary>
        public const string DEFAULT_PUBSUB_PROVIDER_NAME = "PubSubStore";
    }
}
