using System.Collections.Concurrent;
using System.Collections.Frozen;
using HotChocolate.Types;

namespace HotChocolate.Schemas;

/// <summary>A complete schema; only its services are set once more while its executor is built.</summary>
internal sealed class Schema : ISchemaDefinition
{
    private readonly FrozenDictionary<string, ITypeDefinition> _types;
    private readonly FrozenDictionary<Type, ObjectType> _objects;
    private readonly ConcurrentDictionary<Type, ObjectType?> _resolvedObjects = new();
    private readonly Lazy<string> _text;

    public Schema(IReadOnlyList<ITypeDefinition> types, ObjectType query, ObjectType? mutation, ObjectType? subscription)
    {
        Types = types;
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        _types = types.ToFrozenDictionary(type => type.Name);
        _objects = types.OfType<ObjectType>().Where(type => type.RuntimeType != typeof(void))
            .DistinctBy(type => type.RuntimeType).ToFrozenDictionary(type => type.RuntimeType);
        _text = new(() => SchemaPrinter.Print(this, showsProtection: true));
    }

    public IServiceProvider Services { get; set; } = new SchemaServices();
    public IReadOnlyList<ITypeDefinition> Types { get; }
    public ObjectType Query { get; }
    public ObjectType? Mutation { get; }
    public ObjectType? Subscription { get; }
    public IReadOnlyList<DirectiveType> Directives { get; } = [.. DirectiveType.BuiltIn, .. DirectiveType.Cost];

    public ITypeDefinition? FindType(string name) => _types.GetValueOrDefault(name);

    public DirectiveType? FindDirective(string name) => Directives.FirstOrDefault(directive => directive.Name == name);

    public ObjectType? RootType(Language.OperationType operation) => operation switch
    {
        Language.OperationType.Query => Query,
        Language.OperationType.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>The object type of a value in a field of abstract type: that of its class, or of the nearest class it derives from.</summary>
    public ObjectType? FindObject(Type runtimeType) => _resolvedObjects.GetOrAdd(runtimeType, (type, objects) =>
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (objects.TryGetValue(current, out var found)) return found;
        }
        return null;
    }, _objects);

    public static IReadOnlyList<ObjectType> PossibleTypes(ITypeDefinition type) => type switch
    {
        ObjectType single => [single],
        InterfaceType @interface => @interface.PossibleTypes,
        UnionType union => union.PossibleTypes,
        _ => [],
    };

    public override string ToString() => _text.Value;
}
