using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>Makes references to the grains of a Silo.</summary>
internal sealed class GrainFactory(SiloConnection connection, IServiceProvider services) : IClusterClient
{
    public IServiceProvider ServiceProvider => services;

    private Silo Silo => connection.Silo;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => Get<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => Get<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => Get<TGrainInterface>(TextKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey =>
        Get<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey, Extension(keyExtension)), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey =>
        Get<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey, Extension(keyExtension)), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => (TGrainInterface)(object)connection.References.Create(typeof(TGrainInterface), grainId);

    public IAddressable GetGrain(GrainId grainId) => Silo.Classes.TryFind(grainId.Type, out var grainClass) && grainClass.Interfaces.Count > 0
        ? connection.References.Create(grainClass.Interfaces[0], grainId)
        : throw new ArgumentException($"No grain class has the type of {grainId}.", nameof(grainId));

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) =>
        TypeRegistry.Instance.FindInterface(interfaceType) is { } found
            ? connection.References.Create(found.Type, grainId)
            : throw new ArgumentException($"No grain interface has the name {interfaceType}.", nameof(interfaceType));

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => Get(grainInterfaceType, TextKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey, Extension(keyExtension)));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey, Extension(keyExtension)));

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => Get(interfaceType, grainKey);

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) =>
        connection.References.Create(interfaceType, new(Silo.Classes.Implementing(interfaceType, grainClassNamePrefix).GrainType, grainKey));

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver =>
        (TGrainObserverInterface)(object)connection.References.Create(typeof(TGrainObserverInterface), Silo.Observers.Add(obj, connection.Filters));

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver =>
        Silo.Observers.Remove(obj as GrainReference
            ?? throw new ArgumentException("Pass the reference that CreateObjectReference returned.", nameof(obj)));

    private static IdSpan TextKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IdSpan.Create(key);
    }

    private static string Extension(string keyExtension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyExtension);
        return keyExtension;
    }

    private TGrainInterface Get<TGrainInterface>(IdSpan key, string? classNamePrefix) => (TGrainInterface)(object)connection.References.Create(
        typeof(TGrainInterface), new(Silo.Classes.Implementing(typeof(TGrainInterface), classNamePrefix).GrainType, key));

    private IGrain Get(Type interfaceType, IdSpan key) =>
        (IGrain)connection.References.Create(interfaceType, new(Silo.Classes.Implementing(interfaceType, classNamePrefix: null).GrainType, key));
}
