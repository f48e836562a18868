using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>All that the generator found, in the assemblies that were asked for until now.</summary>
internal sealed class TypeRegistry : ITypeRegistry
{
    public static readonly TypeRegistry Instance = new();

    private readonly ConcurrentDictionary<Type, GrainInterfaceDescription> _interfaces = new();
    private readonly ConcurrentDictionary<Type, bool> _grainClasses = new();
    private readonly ConcurrentDictionary<Type, object> _copiers = new();
    private readonly ConcurrentDictionary<Type, Type> _genericCopiers = new();
    private readonly ConcurrentDictionary<Type, bool> _immutable = new();
    private readonly HashSet<Assembly> _loaded = [];
    private readonly Lock _gate = new();

    private TypeRegistry() => AddInterface(typeof(IGrain), alias: null, static (shared, key) => new UntypedReference(shared, key));

    /// <summary>The grain classes of all assemblies that the process consists of.</summary>
    public ICollection<Type> GrainClasses => _grainClasses.Keys;

    public IEnumerable<GrainInterfaceDescription> Interfaces => _interfaces.Values;

    /// <summary>Reads the manifests of the loaded assemblies, and of those that they were built with.</summary>
    public void LoadAll()
    {
        var pending = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        if (Assembly.GetEntryAssembly() is { } entry) pending.Enqueue(entry);
        var seen = new HashSet<Assembly>();
        while (pending.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly)) continue;
            Load(assembly);
            foreach (var part in assembly.GetCustomAttributes<ApplicationPartAttribute>()) pending.Enqueue(Assembly.Load(part.AssemblyName));
        }
    }

    public GrainInterfaceDescription Interface(Type type)
    {
        if (_interfaces.TryGetValue(type, out var found)) return found;
        Load(type.Assembly);
        return _interfaces.TryGetValue(type, out found) ? found : throw new ArgumentException(
            $"{type} is no grain interface, or its project was built without the code generator.", nameof(type));
    }

    public bool TryFindCopier(Type type, out object? copier)
    {
        Load(type.Assembly);
        return _copiers.TryGetValue(type, out copier);
    }

    public bool TryFindGenericCopier(Type definition, out Type? copier)
    {
        Load(definition.Assembly);
        return _genericCopiers.TryGetValue(definition, out copier);
    }

    public bool IsImmutable(Type type)
    {
        Load(type.Assembly);
        return _immutable.ContainsKey(type) || (type.IsConstructedGenericType && _immutable.ContainsKey(type.GetGenericTypeDefinition()));
    }

    public void AddInterface(Type type, string? alias, Func<GrainReferenceShared, IdSpan, GrainReference> createReference) =>
        _interfaces[type] = new(type, GrainInterfaceType.Create(alias ?? type.FullName!), createReference);

    public void AddGrainClass(Type type) => _grainClasses[type] = true;

    public void AddCopier<T>(Copier<T> copier) => _copiers[typeof(T)] = copier;

    public void AddGenericCopier(Type type, Type copier) => _genericCopiers[type] = copier;

    public void AddImmutable(Type type) => _immutable[type] = true;

    private void Load(Assembly assembly)
    {
        lock (_gate)
        {
            if (!_loaded.Add(assembly)) return;
            if (assembly.GetCustomAttribute<TypeManifestAttribute>() is { } attribute)
                ((TypeManifest)Activator.CreateInstance(attribute.Manifest)!).Describe(this);
        }
    }
}

/// <summary>A grain or observer interface.</summary>
internal sealed record GrainInterfaceDescription(
    Type Type, GrainInterfaceType InterfaceType, Func<GrainReferenceShared, IdSpan, GrainReference> CreateReference);
