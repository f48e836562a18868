using System.Reflection;
using Orleans.Core;
using Orleans.Providers;
using Orleans.Runtime;

namespace Orleans
{
    /// <summary>A grain with one stored state, which is read before the first call.</summary>
    /// <typeparam name="TGrainState">The state's type.</typeparam>
    public abstract class Grain<TGrainState> : Grain
    {
        private readonly IStorage<TGrainState> _storage;

        /// <summary>Joins the activation that is being made; the state is in the store that <see cref="StorageProviderAttribute"/> names.</summary>
        protected Grain() => _storage = ((Activation)GrainContext).CreateState<TGrainState>(
            new StateOfGrain(GetType().GetCustomAttribute<StorageProviderAttribute>()?.ProviderName));

        /// <summary>Joins the activation that is being made, with a storage of the caller's.</summary>
        protected Grain(IStorage<TGrainState> storage) => _storage = storage;

        /// <summary>The state in memory.</summary>
        protected TGrainState State
        {
            get => _storage.State;
            set => _storage.State = value;
        }

        /// <summary>Reads the state from the store.</summary>
        protected virtual Task ReadStateAsync() => _storage.ReadStateAsync();

        /// <summary>Writes the state to the store.</summary>
        /// <exception cref="Orleans.Storage.InconsistentStateException">Somebody else has written in between.</exception>
        protected virtual Task WriteStateAsync() => _storage.WriteStateAsync();

        /// <summary>Removes the state from the store and begins with a new one.</summary>
        protected virtual Task ClearStateAsync() => _storage.ClearStateAsync();
    }

    /// <summary>The one state of a <see cref="Grain{TGrainState}"/>, under the name that stored rows have.</summary>
    internal sealed record StateOfGrain(string? StorageName) : IPersistentStateConfiguration
    {
        public string StateName => "state";
    }
}

namespace Orleans.Providers
{
    /// <summary>Names the store of a <see cref="Grain{TGrainState}"/>.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class StorageProviderAttribute : Attribute
    {
        /// <summary>The store's name.</summary>
        public string ProviderName { get; set; } = ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;
    }
}
