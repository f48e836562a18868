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
    private readonly ConcurrentDictionary<Type, (string Name, Type Reference)> _genericInterfaces = new();
    private readonly ConcurrentDictionary<Type, bool> _grainClasses = new();
    private readonly ConcurrentDictionary<Type, object> _copiers = new();
    private readonly ConcurrentDictionary<Type, Type> _genericCopiers = new();
    private readonly ConcurrentDictionary<Type, object> _converters = new();
    private readonly ConcurrentDictionary<Type, Type> _genericConverters = new();
    private readonly ConcurrentDictionary<Type, bool> _immutable = new();
    private readonly ConcurrentDictionary<string, Type> _aliases = new(StringComparer.Ordinal);
    private readonly HashSet<Assembly> _loaded = [];
    private readonly Lock _gate = new();

    private TypeRegistry() => AddInterface(typeof(IGrain), alias: null, static (shared, key) => new UntypedReference(shared, key));

    /// <summary>The grain classes of all assemblies that the process consists of.</summary>
    public ICollection<Type> GrainClasses => _grainClasses.Keys;

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
        if (_interfaces.TryGetValue(type, out found)) return found;
        if (type.IsConstructedGenericType && _genericInterfaces.TryGetValue(type.GetGenericTypeDefinition(), out var generic))
            return _interfaces.GetOrAdd(type, Construct(type, generic.Name, generic.Reference));
        throw new ArgumentException($"{type} is no grain interface, or its project was built without the code generator.", nameof(type));
    }

    /// <summary>The interface with this name; null when there is none.</summary>
    public GrainInterfaceDescription? FindInterface(GrainInterfaceType name)
    {
        if (_interfaces.Values.FirstOrDefault(one => one.InterfaceType == name) is { } known) return known;
        if (!TypeNames.TrySplit(name.ToString(), out var definition, out var arguments)) return null;
        var generic = _genericInterfaces.FirstOrDefault(one => one.Value.Name == definition).Key;
        return generic is not null && TypeNames.TryConstruct(generic, arguments) is { } type ? Interface(type) : null;
    }

    /// <summary>The message or interface with this alias; null when there is none.</summary>
    public Type? FindByAlias(string alias) => _aliases.GetValueOrDefault(alias);

    public bool TryFindCopier(Type type, out object? copier)
    {
        Load(type.Assembly);
        return _copiers.TryGetValue(type, out copier) || _converters.TryGetValue(type, out copier);
    }

    public bool TryFindGenericCopier(Type definition, out Type? copier)
    {
        Load(definition.Assembly);
        return _genericCopiers.TryGetValue(definition, out copier) || _genericConverters.TryGetValue(definition, out copier);
    }

    /// <summary>The converter of exactly this type, whether or not a copier goes before it; null when there is none.</summary>
    public ISurrogates? FindConverter(Type type)
    {
        Load(type.Assembly);
        if (_converters.TryGetValue(type, out var converter)) return (ISurrogates)converter;
        return type.IsConstructedGenericType && _genericConverters.TryGetValue(type.GetGenericTypeDefinition(), out var generic)
            ? (ISurrogates)Activator.CreateInstance(generic.MakeGenericType(type.GetGenericArguments()))!
            : null;
    }

    public bool IsImmutable(Type type)
    {
        Load(type.Assembly);
        return _immutable.ContainsKey(type) || (type.IsConstructedGenericType && _immutable.ContainsKey(type.GetGenericTypeDefinition()));
    }

    public void AddInterface(Type type, string? alias, Func<GrainReferenceShared, IdSpan, GrainReference> createReference) =>
        _interfaces[type] = new(type, GrainInterfaceType.Create(alias ?? type.FullName!), createReference);

    public void AddGenericInterface(Type type, string? alias, Type reference) =>
        _genericInterfaces[type] = (alias ?? TypeNames.FormatWithoutAssembly(type), reference);

    public void AddGrainClass(Type type) => _grainClasses[type] = true;

    public void AddAlias(string alias, Type type) => _aliases[alias] = type;

    public void AddCopier<T>(Copier<T> copier) => _copiers[typeof(T)] = copier;

    public void AddGenericCopier(Type type, Type copier) => _genericCopiers[type] = copier;

    public void AddConverter<T>(Copier<T> copier) => _converters[typeof(T)] = copier;

    public void AddGenericConverter(Type type, Type copier) => _genericConverters[type] = copier;

    public void AddImmutable(Type type) => _immutable[type] = true;

    // The only reflection on the way to a generic grain, once for each closed interface.
    private static GrainInterfaceDescription Construct(Type type, string name, Type reference)
    {
        var arguments = type.GetGenericArguments();
        var create = reference.MakeGenericType(arguments).GetMethod(nameof(GrainReferenceShared.Create))!
            .CreateDelegate<Func<GrainReferenceShared, IdSpan, GrainReference>>();
        return new(type, GrainInterfaceType.Create(TypeNames.Construct(name, arguments)), create);
    }

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
