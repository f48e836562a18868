using HotChocolate.Language;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace HotChocolate.Schemas;

/// <summary>
/// Builds a schema from classes. A type is named when a member first mentions it and gets its fields later, from a queue, so types may refer
/// to each other in circles.
/// </summary>
internal sealed partial class SchemaBuilder
{
    private readonly SchemaConfiguration _configuration;
    private readonly ServiceKinds _services;
    private readonly ResolverCompiler _compiler;
    private readonly NodeIds? _nodeIds;
    private readonly Dictionary<string, ITypeDefinition> _types = [];
    private readonly Dictionary<Type, ITypeDefinition> _outputs = [];
    private readonly Dictionary<Type, ITypeDefinition> _inputs = [];
    private readonly Dictionary<Type, ScalarType> _scalarsByClass = [];
    private readonly Dictionary<Type, ScalarType> _scalarsByRuntimeType = [];
    private readonly Queue<Action> _completions = new();
    private readonly ILookup<Type, Type> _extensionsByType;
    private readonly ILookup<string, Type> _extensionsByName;

    private SchemaBuilder(SchemaConfiguration configuration, ServiceKinds services)
    {
        _configuration = configuration;
        _services = services;
        _compiler = new(services);
        _nodeIds = configuration.GlobalObjectIdentification ? new() : null;
        var extensions = configuration.Extensions.Distinct().Select(extension => (extension, Target: ExtensionTarget.Of(extension))).ToList();
        _extensionsByType = extensions.Where(pair => pair.Target.Type is not null).ToLookup(pair => pair.Target.Type!, pair => pair.extension);
        _extensionsByName = extensions.Where(pair => pair.Target.Type is null).ToLookup(pair => pair.Target.Name!, pair => pair.extension);
        AddScalars();
    }

    /// <summary>Builds the schema; throws <see cref="SchemaException"/> with what is wrong.</summary>
    public static Schema Build(SchemaConfiguration configuration, ServiceKinds services) => new SchemaBuilder(configuration, services).Build();

    private Schema Build()
    {
        if (_configuration.Query is null) throw new SchemaException("The schema has no query type: call AddQueryType<T>().");
        var query = Root(_configuration.Query, OperationType.Query);
        var mutation = _configuration.Mutation is null ? null : Root(_configuration.Mutation, OperationType.Mutation);
        var subscription = _configuration.Subscription is null ? null : Root(_configuration.Subscription, OperationType.Subscription);
        foreach (var type in _configuration.Types.Where(type => !typeof(ScalarType).IsAssignableFrom(type))) Register(type);
        while (_completions.TryDequeue(out var complete)) complete();
        LinkAbstractTypes();
        CheckExtensions();
        Protect([.. new[] { query, mutation, subscription }.OfType<ObjectType>()]);
        foreach (var scalar in DirectiveType.BuiltIn.Concat(DirectiveType.Cost).SelectMany(directive =>
            directive.Arguments).Select(argument => argument.Type.Named()))
            _types.TryAdd(scalar.Name, scalar);
        Introspection.IntrospectionTypes.AddTo(_types);
        return new(Ordered(query, mutation, subscription), query, mutation, subscription);
    }

    private void Register(Type type)
    {
        if (type.IsEnum) Enum(type);
        else if (type.IsDefined(typeof(InputObjectTypeAttribute), inherit: false)) InputObject(type);
        else Composite(type);
    }

    // The order of a printed schema: roots, objects, interfaces, unions, inputs, enums, scalars, each by name.
    private List<ITypeDefinition> Ordered(params ObjectType?[] roots) =>
    [
        .. roots.OfType<ObjectType>(),
        .. _types.Values.Except(roots.OfType<ITypeDefinition>()).OrderBy(type => type.Kind() switch
        {
            TypeKind.Object => 0,
            TypeKind.Interface => 1,
            TypeKind.Union => 2,
            TypeKind.InputObject => 3,
            TypeKind.Enum => 4,
            _ => 5,
        }).ThenBy(type => type.Name, StringComparer.Ordinal),
    ];

    private ObjectType Root(Type type, OperationType operation)
    {
        var root = Add(new ObjectType(NamingConventions.Type(type), Description(type), type));
        _outputs[type] = root;
        _completions.Enqueue(() => CompleteObject(root, operation));
        return root;
    }

    private T Add<T>(T type) where T : ITypeDefinition
    {
        if (!_types.TryAdd(type.Name, type))
            throw new SchemaException($"The name `{type.Name}` is already registered: two classes have it. Tell them apart with [GraphQLName].");
        return type;
    }

    private void LinkAbstractTypes()
    {
        var objects = _types.Values.OfType<ObjectType>().ToList();
        var interfaces = _types.Values.OfType<InterfaceType>().OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        foreach (var complex in objects.Concat<ComplexType>(interfaces))
        {
            complex.Interfaces =
            [
                .. complex.Interfaces,
                .. interfaces.Where(type => type != complex && type.RuntimeType != typeof(void)
                    && type.RuntimeType.IsAssignableFrom(complex.RuntimeType)),
            ];
        }
        foreach (var type in interfaces)
        {
            type.PossibleTypes = [.. objects.Where(candidate => candidate.Interfaces.Contains(type))];
            if (type.PossibleTypes.Count == 0) throw new SchemaException($"There is no object type implementing interface `{type.Name}`.");
        }
        foreach (var union in _types.Values.OfType<UnionType>())
        {
            union.PossibleTypes = [.. objects.Where(type => union.RuntimeType.IsAssignableFrom(type.RuntimeType)).OrderBy(type =>
                type.Name, StringComparer.Ordinal)];
            if (union.PossibleTypes.Count == 0) throw new SchemaException($"The union `{union.Name}` has no member types.");
        }
    }

    private void CheckExtensions()
    {
        var unused = _extensionsByType.Where(group => !_outputs.ContainsKey(group.Key)).SelectMany(group => group)
            .Concat(_extensionsByName.Where(group => _types.GetValueOrDefault(group.Key) is not ObjectType).SelectMany(group => group))
            .ToList();
        if (unused.Count > 0) throw new SchemaException($"Nothing in the schema is extended by {string.Join(", ", unused)}.");
    }

    private string? Description(System.Reflection.MemberInfo member) =>
        System.Reflection.CustomAttributeExtensions.GetCustomAttribute<GraphQLDescriptionAttribute>(member, inherit: false)?.Description
        ?? (_configuration.Options.UseXmlDocumentation ? XmlDocumentation.Describe(member) : null);

    /// <summary>What an extension class extends.</summary>
    private sealed record ExtensionTarget(Type? Type, string? Name)
    {
        public static ExtensionTarget Of(Type extension)
        {
            foreach (var attribute in extension.GetCustomAttributes(inherit: false))
            {
                if (attribute is ExtendObjectTypeAttribute named) return new(named.ExtendsType, named.Name ?? NamingConventions.Type(extension));
                if (attribute.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ExtendObjectTypeAttribute<>))
                    return new(type.GetGenericArguments()[0], null);
            }
            throw new SchemaException($"{extension} is no type extension: it lacks [ExtendObjectType].");
        }
    }
}
