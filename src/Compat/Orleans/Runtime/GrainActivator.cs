using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>Makes the objects of a grain class: services come from DI, persistent states from their storage.</summary>
internal sealed class GrainActivator
{
    // A factory depends on the class alone, and is compiled: silo after silo, as tests start them, may use the same.
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    private readonly ObjectFactory _factory;
    private readonly Func<Activation, object>[] _arguments;
    private readonly bool _needsScope;

    public GrainActivator(Type grainClass, ServiceRegistrations services)
    {
        var parameters = ConstructorOf(grainClass).GetParameters();
        var special = parameters.Select(parameter => (parameter, make: SpecialArgument(parameter))).Where(one => one.make is not null).ToArray();
        _arguments = [.. special.Select(one => one.make!)];
        _factory = Factories.GetOrAdd(grainClass, _ => ActivatorUtilities.CreateFactory(grainClass, [.. special.Select(one => one.parameter.ParameterType)]));
        _needsScope = parameters.Except(special.Select(one => one.parameter)).Any(parameter => !services.IsSingleton(parameter));
        OverridesActivation = Overrides(grainClass, nameof(IGrainBase.OnActivateAsync), typeof(CancellationToken));
        OverridesDeactivation = Overrides(grainClass, nameof(IGrainBase.OnDeactivateAsync), typeof(DeactivationReason), typeof(CancellationToken));
    }

    /// <summary>Whether the class has something to do when it is activated.</summary>
    public bool OverridesActivation { get; }

    /// <summary>Whether the class has something to do when it is deactivated.</summary>
    public bool OverridesDeactivation { get; }

    public object Create(Activation activation)
    {
        var arguments = _arguments.Length == 0 ? null : Array.ConvertAll(_arguments, make => make(activation));
        // A scope per activation is only made for those that have something in it.
        var services = _needsScope ? activation.ActivationServices : activation.Silo.Services;
        try
        {
            return _factory(services, arguments);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                $"Failed to create an instance of grain type '{activation.Class.Type}'. See {nameof(Exception.InnerException)} for details.", failure);
        }
    }

    private static ConstructorInfo ConstructorOf(Type grainClass)
    {
        var constructors = grainClass.GetConstructors();
        return constructors.FirstOrDefault(one => one.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? constructors.MaxBy(one => one.GetParameters().Length)
            ?? throw new OrleansConfigurationException($"Grain class {grainClass} has no public constructor.");
    }

    private static Func<Activation, object>? SpecialArgument(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(IGrainContext)) return activation => activation;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is not { } attribute) return null;
        if (!parameter.ParameterType.IsConstructedGenericType || parameter.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new OrleansConfigurationException(
                $"[PersistentState] on {parameter} of {parameter.Member.DeclaringType} needs the type IPersistentState<T>.");
        }
        var create = typeof(GrainActivator).GetMethod(nameof(CreateState), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments())
            .CreateDelegate<Func<Activation, IPersistentStateConfiguration, object>>();
        return activation => create(activation, attribute);
    }

    private static IPersistentState<TState> CreateState<TState>(Activation activation, IPersistentStateConfiguration configuration) =>
        activation.CreateState<TState>(configuration);

    private static bool Overrides(Type grainClass, string method, params Type[] parameters) =>
        !typeof(Grain).IsAssignableFrom(grainClass) || grainClass.GetMethod(method, parameters)!.DeclaringType != typeof(Grain);
}

/// <summary>Which services are singletons, and so the same inside and outside of a scope.</summary>
internal sealed class ServiceRegistrations(IServiceCollection services)
{
    public bool IsSingleton(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var open = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        var key = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
        var descriptor = services.LastOrDefault(one => Equals(one.ServiceKey, key) && (one.ServiceType == type || one.ServiceType == open));
        return descriptor?.Lifetime is ServiceLifetime.Singleton;
    }
}
