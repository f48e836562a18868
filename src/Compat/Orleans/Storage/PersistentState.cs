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
/// A state of an activation. Its operations run one after another in the order in which they were asked for. Of writes, and of clears, those
/// that have not begun are one; and what was just written or cleared need not be read.
/// </summary>
internal sealed class PersistentState<TState> : IPersistentState<TState>
{
    private readonly StateName _name;
    private readonly Activation _activation;
    private readonly IGrainStorage _storage;
    private readonly GrainState<TState> _state = new(Activator.CreateInstance<TState>());
    private Operation? _last;

    public PersistentState(string name, Activation activation, IGrainStorage storage)
    {
        (_name, _activation, _storage) = (new(storage.GetType().Name, name, typeof(TState).Name), activation, storage);
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

    public Task ReadStateAsync(CancellationToken cancellationToken) => Queue(StorageOperation.Read, cancellationToken);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task WriteStateAsync(CancellationToken cancellationToken) => Queue(StorageOperation.Write, cancellationToken);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ClearStateAsync(CancellationToken cancellationToken) => Queue(StorageOperation.Clear, cancellationToken);

    private Task Queue(StorageOperation kind, CancellationToken cancellation)
    {
        if (Activation.Current != _activation)
            throw new InvalidOperationException($"State '{_name.State}' of {_activation.GrainId} was used outside of its activation.");
        var before = _last;
        // One that somebody may cancel is only his own.
        if (kind is not StorageOperation.Read && before is { HasBegun: false, Cancellation.CanBeCanceled: false } && before.Kind == kind
            && !cancellation.CanBeCanceled)
        {
            return before.Completion;
        }
        _last = new(kind, cancellation);
        return _last.Completion = Run(_last, before);
    }

    private async Task Run(Operation operation, Operation? before)
    {
        // Not in the turn that asks: what it still changes is written, too.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext);
        try
        {
            if (before is not null) await before.Completion.ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            operation.HasBegun = true;
            if (!operation.IsNeedlessAfter(before)) await RunMeasured(operation);
        }
        finally
        {
            if (_last == operation) _last = null;
        }
    }

    private async Task RunMeasured(Operation operation)
    {
        using var activity = StorageActivities.Start(operation.Kind, _activation.GrainId, _name);
        var instruments = _activation.Silo.Instruments.Storage;
        var began = instruments.Begin(operation.Kind);
        try
        {
            await Run(operation);
            instruments.Succeeded(operation.Kind, began, _name);
        }
        catch (OperationCanceledException) when (operation.Cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            instruments.Failed(operation.Kind, _name);
            if (failure is OrleansException) throw;
            throw new OrleansException($"State '{_name.State}' of {_activation.GrainId} could not be read or written: {failure.Message}", failure);
        }
    }

    private Task Run(Operation operation) => operation.Kind switch
    {
        StorageOperation.Read => _storage.ReadStateAsync(_name.State, _activation.GrainId, _state, operation.Cancellation),
        StorageOperation.Write => _storage.WriteStateAsync(_name.State, _activation.GrainId, _state, operation.Cancellation),
        _ => _storage.ClearStateAsync(_name.State, _activation.GrainId, _state, operation.Cancellation),
    };

    /// <summary>An operation that was asked for.</summary>
    private sealed class Operation(StorageOperation kind, CancellationToken cancellation)
    {
        public StorageOperation Kind => kind;

        public CancellationToken Cancellation => cancellation;

        public Task Completion { get; set; } = Task.CompletedTask;

        public bool HasBegun { get; set; }

        /// <summary>Whether memory and store agree already, as this operation would have it.</summary>
        public bool IsNeedlessAfter(Operation? before) => before is { Completion.IsCompletedSuccessfully: true }
            && (kind is StorageOperation.Read || (kind is StorageOperation.Clear && before.Kind is StorageOperation.Clear));
    }
}
