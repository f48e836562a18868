using GreenDonut;
using HotChocolate;
using HotChocolate.AspNetCore;
using HotChocolate.CostAnalysis;
using HotChocolate.DataLoaders;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Options;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Utilities;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What makes up a schema and how it is served.</summary>
public static partial class RequestExecutorBuilderExtensions
{
    /// <summary>Takes the members of a class as the query fields.</summary>
    public static IRequestExecutorBuilder AddQueryType<T>(this IRequestExecutorBuilder builder) where T : class =>
        builder.Configure(setup => setup.Schema.Query = typeof(T));

    /// <summary>Takes the members of a class as the mutation fields.</summary>
    public static IRequestExecutorBuilder AddMutationType<T>(this IRequestExecutorBuilder builder) where T : class =>
        builder.Configure(setup => setup.Schema.Mutation = typeof(T));

    /// <summary>Takes the methods of a class, each marked <see cref="SubscribeAttribute"/>, as the subscription fields.</summary>
    public static IRequestExecutorBuilder AddSubscriptionType<T>(this IRequestExecutorBuilder builder) where T : class =>
        builder.Configure(setup => setup.Schema.Subscription = typeof(T));

    /// <summary>Adds the members of a class marked <see cref="ExtendObjectTypeAttribute"/> to the type it extends.</summary>
    public static IRequestExecutorBuilder AddTypeExtension<T>(this IRequestExecutorBuilder builder) =>
        builder.Configure(setup => setup.Schema.Extensions.Add(typeof(T)));

    /// <summary>Adds a type that no field mentions, such as one of a union or interface, or an own scalar.</summary>
    public static IRequestExecutorBuilder AddType<T>(this IRequestExecutorBuilder builder) => builder.Configure(setup =>
    {
        if (typeof(IObjectTypeConfigurator).IsAssignableFrom(typeof(T))) setup.Schema.Add(((IObjectTypeConfigurator)Activator.CreateInstance<T>()!).Describe());
        else (IsExtension(typeof(T)) ? setup.Schema.Extensions : setup.Schema.Types).Add(typeof(T));
    });

    /// <summary>Takes a scalar for all members of a CLR type, instead of a built-in one of the same name if there is one.</summary>
    public static IRequestExecutorBuilder BindRuntimeType<TRuntimeType, TSchemaType>(this IRequestExecutorBuilder builder)
        where TSchemaType : ITypeDefinition =>
        builder.Configure(setup => setup.Schema.Bindings[typeof(TRuntimeType)] = typeof(TSchemaType));

    /// <summary>Adds a conversion between the CLR types of members and of scalars; it is needed in both directions for a type that is read and written.</summary>
    public static IRequestExecutorBuilder AddTypeConverter<TSource, TTarget>(
        this IRequestExecutorBuilder builder, ChangeType<TSource, TTarget> changeType) =>
        builder.Configure(setup => setup.Schema.Converters.Add(changeType));

    /// <summary>Makes ids global: Base64 of <c>TypeName:id</c>, fetched with the query fields <c>node</c> and <c>nodes</c>.</summary>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder) =>
        builder.Configure(setup => setup.Schema.GlobalObjectIdentification = true);

    /// <summary>Registers a data loader. Resolvers may ask for it without; registering it is how the real package finds it.</summary>
    public static IRequestExecutorBuilder AddDataLoader<T>(this IRequestExecutorBuilder builder) where T : class, IDataLoader =>
        AddDataLoader<T, T>(builder);

    /// <summary>Registers a data loader that resolvers ask for by an interface.</summary>
    public static IRequestExecutorBuilder AddDataLoader<TService, TImplementation>(this IRequestExecutorBuilder builder)
        where TService : class, IDataLoader
        where TImplementation : class, TService
    {
        ArgumentNullException.ThrowIfNull(builder);
        var registry = builder.Services.Select(descriptor => descriptor.ImplementationInstance).OfType<DataLoaderRegistry>().FirstOrDefault();
        if (registry is null) builder.Services.AddSingleton(registry = new());
        registry.Add(typeof(TService), typeof(TImplementation));
        return builder;
    }

    /// <summary>Says that error filters need a service of the application; without it being registered, the host does not start.</summary>
    public static IRequestExecutorBuilder AddApplicationService<TService>(this IRequestExecutorBuilder builder) where TService : class =>
        builder.Configure(setup => setup.RequiredServices.Add(typeof(TService)));

    /// <summary>Lets a function see and change every error before it is sent.</summary>
    public static IRequestExecutorBuilder AddErrorFilter(this IRequestExecutorBuilder builder, Func<IError, IError> errorFilter)
    {
        ArgumentNullException.ThrowIfNull(errorFilter);
        return builder.Configure(setup => setup.ErrorFilters.Add(_ => new FunctionErrorFilter(errorFilter)));
    }

    /// <summary>Lets a class, made once with services of the application, see and change every error before it is sent.</summary>
    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder) where T : class, IErrorFilter =>
        builder.Configure(setup => setup.ErrorFilters.Add(services => ActivatorUtilities.GetServiceOrCreateInstance<T>(services)));

    /// <summary>Refuses operations whose fields are nested deeper.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="maxAllowedExecutionDepth">The greatest depth; a root field has depth 1.</param>
    /// <param name="skipIntrospectionFields">Whether fields of the introspection types do not count.</param>
    public static IRequestExecutorBuilder AddMaxExecutionDepthRule(
        this IRequestExecutorBuilder builder, int maxAllowedExecutionDepth, bool skipIntrospectionFields = false) => builder.Configure(setup =>
        {
            setup.Validation.MaxDepth = maxAllowedExecutionDepth;
            setup.Validation.SkipIntrospectionDepth = skipIntrospectionFields;
        });

    /// <summary>Switches introspection off, or on with false.</summary>
    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) =>
        builder.Configure(setup => setup.IsIntrospectionDisabled = disable);

    /// <summary>Changes how requests are executed.</summary>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestExecutorOptions> modify) =>
        builder.Configure(setup => modify(setup.Options));

    /// <summary>Changes what the endpoints accept.</summary>
    public static IRequestExecutorBuilder ModifyServerOptions(this IRequestExecutorBuilder builder, Action<GraphQLServerOptions> configure) =>
        builder.Configure(setup => configure(setup.Server));

    /// <summary>Changes the page sizes of connections that do not say otherwise.</summary>
    public static IRequestExecutorBuilder ModifyPagingOptions(this IRequestExecutorBuilder builder, Action<PagingOptions> configure) =>
        builder.Configure(setup => configure(setup.Schema.Paging));

    /// <summary>Changes what operations may cost.</summary>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure) =>
        builder.Configure(setup => configure(setup.Schema.Cost));

    private static IRequestExecutorBuilder Configure(this IRequestExecutorBuilder builder, Action<RequestExecutorSetup> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        configure(builder.Setup());
        return builder;
    }

    private static bool IsExtension(Type type) => type.GetCustomAttributes(inherit: false).Any(attribute =>
        attribute is ExtendObjectTypeAttribute || (attribute.GetType() is { IsGenericType: true } known
            && known.GetGenericTypeDefinition() == typeof(ExtendObjectTypeAttribute<>)));
}
