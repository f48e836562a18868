using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>Makes the states of activations.</summary>
public class PersistentStateFactory : IPersistentStateFactory
{
    /// <inheritdoc/>
    public IPersistentState<TState> Create<TState>(IGrainContext context, IPersistentStateConfiguration cfg)
    {
        // Stores are singletons: asking the silo spares the activation a scope.
        var services = ((Activation)context).Silo.Services;
        var storage = cfg.StorageName is { } name ? services.GetKeyedService<IGrainStorage>(name) : services.GetService<IGrainStorage>();
        return storage is null
            ? throw new BadProviderConfigException(
                $"No storage provider named '{cfg.StorageName ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME}' is registered, "
                + $"and {context.GrainId} needs it.")
            : new PersistentState<TState>(GetFullStateName(context, cfg), (Activation)context, storage);
    }

    /// <summary>The name under which the state is stored.</summary>
    protected virtual string GetFullStateName(IGrainContext context, IPersistentStateConfiguration cfg) => cfg.StateName;
}

/// <summary>
/// A state of an activation. Its operations run one after another in the order in which they were asked for;
/// writes that have not begun are one, since one write covers what all of them wanted to store.
/// </summary>
internal sealed class PersistentState<TState> : IPersistentState<TState>
{
    private readonly string _name;
    private readonly Activation _activation;
    private readonly IGrainStorage _storage;
    private readonly StateName _fullName;
    private readonly GrainState<TState> _state = new(Activator.CreateInstance<TState>());
    private Task _last = Task.CompletedTask;
    private Task? _writeToCome;

    public PersistentState(string name, Activation activation, IGrainStorage storage)
    {
        (_name, _activation, _storage) = (name, activation, storage);
        _fullName = new(storage.GetType().Name, name, typeof(TState).Name);
        activation.ObservableLifecycle.Subscribe(nameof(IPersistentState<>), GrainLifecycleStage.SetupState, ReadStateAsync);
    }

    public TState State
    {
        get => _state.State!;
        set => _state.State = value;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _state.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) =>
        Then(StorageOperation.Read, () => _storage.ReadStateAsync(_name, _activation.GrainId, _state, cancellationToken));

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task WriteStateAsync(CancellationToken cancellationToken)
    {
        if (_writeToCome is { } same) return same;
        var waits = !_last.IsCompleted;
        var write = Then(StorageOperation.Write, () =>
        {
            _writeToCome = null;
            return _storage.WriteStateAsync(_name, _activation.GrainId, _state, cancellationToken);
        });
        if (waits) _writeToCome = write;
        return write;
    }

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        Then(StorageOperation.Clear, () => _storage.ClearStateAsync(_name, _activation.GrainId, _state, cancellationToken));

    private Task Then(StorageOperation kind, Func<Task> operation)
    {
        if (Activation.Current != _activation)
            throw new InvalidOperationException($"State '{_name}' of {_activation.GrainId} was used outside of its activation.");
        _writeToCome = null;
        return _last = Run(_last, kind, operation);
    }

    private async Task Run(Task before, StorageOperation kind, Func<Task> operation)
    {
        if (!before.IsCompleted) await before.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        using var activity = StorageActivities.Start(kind, _activation.GrainId, _fullName);
        var instruments = _activation.Silo.Instruments.Storage;
        var began = instruments.Begin(kind);
        try
        {
            await operation();
            instruments.Succeeded(kind, began, _fullName);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception failure)
        {
            instruments.Failed(kind, _fullName);
            if (failure is OrleansException) throw;
            throw new OrleansException($"State '{_name}' of {_activation.GrainId} could not be read or written: {failure.Message}", failure);
        }
    }
}
