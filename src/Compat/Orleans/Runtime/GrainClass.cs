using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A grain class as its attributes describe it, and how its objects are made.</summary>
internal sealed class GrainClass
{
    private static readonly Type[] KeyInterfaces =
    [
        typeof(IGrain), typeof(IGrainWithGuidKey), typeof(IGrainWithIntegerKey), typeof(IGrainWithStringKey),
        typeof(IGrainWithGuidCompoundKey), typeof(IGrainWithIntegerCompoundKey),
    ];

    public GrainClass(Type type, GrainActivator activator, TimeSpan collectionAge)
    {
        Type = type;
        Activator = activator;
        GrainType = NameOf(type);
        MetricTag = new("grain_type", GrainType.ToString());
        Interfaces = [.. type.GetInterfaces().Where(one => typeof(IGrain).IsAssignableFrom(one) && !KeyInterfaces.Contains(one))];
        FiltersItself = typeof(IIncomingGrainCallFilter).IsAssignableFrom(type);
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        MayInterleave = InterleavingPredicate.Of(type);
        StatelessWorker = type.GetCustomAttribute<StatelessWorkerAttribute>();
        ImplicitSubscriptions = [.. type.GetCustomAttributes<ImplicitStreamSubscriptionAttribute>()];
        CollectionAge = type.IsDefined(typeof(KeepAliveAttribute)) || StatelessWorker is { RemoveIdleWorkers: false }
            ? Timeout.InfiniteTimeSpan
            : type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.AgeLimit ?? collectionAge;
    }

    public Type Type { get; }

    /// <summary>The class and its assembly, as statistics name it.</summary>
    public string QualifiedName => field ??= $"{Type.FullName},{Type.Assembly.GetName().Name}";

    /// <summary>The tag that tells it among measurements.</summary>
    public KeyValuePair<string, object?> MetricTag { get; }

    public GrainActivator Activator { get; }

    public GrainType GrainType { get; }

    public IReadOnlyList<Type> Interfaces { get; }

    public bool IsReentrant { get; }

    /// <summary>What tells the calls that may interleave; null when the class has no such predicate.</summary>
    public Func<object, IInvokable, bool>? MayInterleave { get; }

    public StatelessWorkerAttribute? StatelessWorker { get; }

    public IReadOnlyList<ImplicitStreamSubscriptionAttribute> ImplicitSubscriptions { get; }

    /// <summary>Whether its grains see the calls to themselves first.</summary>
    public bool FiltersItself { get; }

    /// <summary>How long an activation may be idle; infinite when it is never collected.</summary>
    public TimeSpan CollectionAge { get; }

    /// <summary>The kind of key, which its interfaces tell.</summary>
    public bool HasIntegerKey => typeof(IGrainWithIntegerKey).IsAssignableFrom(Type) || typeof(IGrainWithIntegerCompoundKey).IsAssignableFrom(Type);

    /// <summary>The name of a class; that of a generic one tells its arity, and its arguments when it has some.</summary>
    public static GrainType NameOf(Type type)
    {
        var name = type.GetCustomAttribute<GrainTypeAttribute>()?.Name ?? ConventionalName(type);
        return GrainType.Create(type.IsConstructedGenericType ? TypeNames.Construct(name, type.GetGenericArguments()) : name);
    }

    // OrderBookGrain is "orderbook", and CacheGrain<T> is "cache`1".
    private static string ConventionalName(Type type)
    {
        var name = type.Name.Split('`')[0].ToLowerInvariant();
        if (name.Length > 5 && name.EndsWith("grain", StringComparison.Ordinal)) name = name[..^5];
        return type.IsGenericType ? $"{name}`{type.GetGenericArguments().Length}" : name;
    }
}
