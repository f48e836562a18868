using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Resolvers;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Schemas;

/// <summary>Compiles members of classes to resolvers, so that no call of a field goes through reflection.</summary>
internal sealed class ResolverCompiler(ServiceKinds services)
{
    private static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");
    private static readonly ParameterExpression Call = Expression.Parameter(typeof(FieldCall), "call");
    private static readonly ParameterExpression Services = Expression.Parameter(typeof(IServiceProvider), "services");

    /// <summary>The parameters of a method that are arguments of the field; everything else the engine provides.</summary>
    public IEnumerable<ParameterInfo> Arguments(MethodInfo method) => method.GetParameters().Where(parameter => !IsProvided(parameter));

    /// <summary>Compiles a member.</summary>
    /// <param name="member">A property or a method.</param>
    /// <param name="isParentMember">Whether the member is one of the parent object; otherwise of a class that only holds resolvers.</param>
    /// <param name="arguments">The names of the field's arguments in their order.</param>
    public FieldResolver Compile(MemberInfo member, bool isParentMember, IReadOnlyList<string> arguments)
    {
        var usage = new ServiceUsage();
        var body = Access(member, isParentMember, arguments, usage);
        var usesCall = member is MethodInfo { } method && method.GetParameters().Any(parameter => !parameter.IsDefined(typeof(ParentAttribute)));
        if (Await(body) is { } awaited)
            return new AsyncResolver(Expression.Lambda<ResolverDelegate<ValueTask<object?>>>(awaited, Parent, Call, Services).Compile(),
                usage.Scoped);
        if (usage.Scoped)
        {
            var completed = Expression.Call(typeof(ResolverAdapters), nameof(ResolverAdapters.FromValue), [body.Type], body);
            return new AsyncResolver(Expression.Lambda<ResolverDelegate<ValueTask<object?>>>(completed, Parent, Call, Services).Compile(),
                needsScope: true) { Waits = false };
        }
        var compiled = Expression.Lambda(typeof(ResolverDelegate<>).MakeGenericType(body.Type), body, Parent, Call, Services).Compile();
        return (FieldResolver)Activator.CreateInstance(typeof(SyncResolver<>).MakeGenericType(body.Type), compiled, usesCall)!;
    }

    /// <summary>Compiles a method that opens a stream of events.</summary>
    public ResolverDelegate<object> CompileStream(MethodInfo method, IReadOnlyList<string> arguments)
    {
        var body = Expression.Convert(Access(method, isParentMember: false, arguments, new ServiceUsage()), typeof(object));
        return Expression.Lambda<ResolverDelegate<object>>(body, Parent, Call, Services).Compile();
    }

    private sealed class ServiceUsage
    {
        public bool Scoped { get; set; }
    }

    private Expression Access(MemberInfo member, bool isParentMember, IReadOnlyList<string> arguments, ServiceUsage usage)
    {
        var isStatic = member is MethodInfo { IsStatic: true };
        var target = isStatic ? null : isParentMember ? Expression.Convert(Parent, member.DeclaringType!) : Holder(member.ReflectedType!, usage);
        return member is MethodInfo method
            ? Expression.Call(target, method, method.GetParameters().Select(parameter => Provide(parameter, arguments, usage)))
            : Expression.Property(target, (PropertyInfo)member);
    }

    // A class of resolvers without dependencies is made once; one with constructor parameters for each call, with the services of the call.
    private Expression Holder(Type type, ServiceUsage usage)
    {
        if (services.IsService(type)) return Service(type, null, usage);
        if (type.GetConstructor(Type.EmptyTypes) is not null) return Expression.Constant(Activator.CreateInstance(type), type);
        usage.Scoped = true;
        return Expression.Convert(
            Expression.Call(typeof(ActivatorUtilities), nameof(ActivatorUtilities.CreateInstance), [], Services, Expression.Constant(type),
                Expression.Constant(Array.Empty<object>())),
            type);
    }

    private bool IsProvided(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return parameter.IsDefined(typeof(ParentAttribute)) || parameter.IsDefined(typeof(EventMessageAttribute))
            || parameter.IsDefined(typeof(GlobalStateAttribute)) || parameter.IsDefined(typeof(ServiceAttribute)) || type == typeof(CancellationToken) || type == typeof(IServiceProvider)
            || type == typeof(IResolverContext) || typeof(GreenDonut.IDataLoader).IsAssignableFrom(type) || services.IsService(type);
    }

    private Expression Provide(ParameterInfo parameter, IReadOnlyList<string> arguments, ServiceUsage usage)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ParentAttribute))) return Expression.Convert(Parent, type);
        if (parameter.IsDefined(typeof(EventMessageAttribute))) return Expression.Call(Call, nameof(FieldCall.EventMessage), [type]);
        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state) return State(parameter, state.Key ?? parameter.Name!);
        if (type == typeof(CancellationToken)) return Expression.Property(Call, nameof(FieldCall.Cancellation));
        if (type == typeof(IServiceProvider)) return Services;
        if (type == typeof(IResolverContext))
            return Expression.New(typeof(ResolverContext).GetConstructors()[0], Parent, Call, Services);
        if (typeof(GreenDonut.IDataLoader).IsAssignableFrom(type)) return Expression.Call(Call, nameof(FieldCall.DataLoader), [type]);
        if (parameter.GetCustomAttribute<ServiceAttribute>() is { } service) return Service(type, service.Key, usage);
        if (services.IsService(type)) return Service(type, null, usage);
        var index = arguments.ToList().IndexOf(NamingConventions.Argument(parameter));
        return Expression.Call(Call, nameof(FieldCall.Argument), [type], Expression.Constant(index));
    }

    private static MethodCallExpression State(ParameterInfo parameter, string name)
    {
        Expression[] arguments = parameter.HasDefaultValue
            ? [Expression.Constant(name), Expression.Constant(parameter.DefaultValue, parameter.ParameterType)]
            : [Expression.Constant(name)];
        return Expression.Call(Call, nameof(FieldCall.GlobalState), [parameter.ParameterType], arguments);
    }

    private Expression Service(Type type, string? key, ServiceUsage usage)
    {
        if (!services.IsSingleton(type, key)) usage.Scoped = true;
        return key is null
            ? Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], Services)
            : Expression.Call(typeof(ServiceProviderKeyedServiceExtensions),
                nameof(ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService), [type],
                Services, Expression.Constant(key, typeof(object)));
    }

    private static Expression? Await(Expression body)
    {
        var type = body.Type;
        if (NullableType.FindGeneric(type, typeof(Task<>)) is { } task)
            return Expression.Call(typeof(ResolverAdapters), nameof(ResolverAdapters.FromTask), task.GetGenericArguments(), body);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            return Expression.Call(typeof(ResolverAdapters), nameof(ResolverAdapters.FromValueTask), type.GetGenericArguments(), body);
        if (NullableType.FindGeneric(type, typeof(IAsyncEnumerable<>)) is { } stream)
            return Expression.Call(typeof(ResolverAdapters), nameof(ResolverAdapters.FromStream), stream.GetGenericArguments(), body,
                Expression.Property(Call, nameof(FieldCall.Cancellation)));
        return null;
    }
}

/// <summary>What the application has registered as services.</summary>
internal sealed class ServiceKinds(IServiceProviderIsService registered, IServiceCollection descriptors)
{
    public bool IsService(Type type) =>
        !type.IsValueType && type != typeof(string) && !IsCollection(type) && registered.IsService(type);

    public bool IsSingleton(Type type, string? key)
    {
        var descriptor = Find(type, key) ?? (type.IsGenericType ? Find(type.GetGenericTypeDefinition(), key) : null);
        return descriptor?.Lifetime == ServiceLifetime.Singleton;
    }

    private ServiceDescriptor? Find(Type type, string? key) =>
        descriptors.LastOrDefault(descriptor => descriptor.ServiceType == type && Equals(descriptor.ServiceKey, key));

    // The container answers for every IEnumerable<T>, but a list parameter is an argument.
    private static bool IsCollection(Type type) => type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));
}
