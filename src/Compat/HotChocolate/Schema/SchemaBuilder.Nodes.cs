using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace HotChocolate.Schemas;

/// <content>Global object identification: the interface <c>Node</c> and the fields that fetch by id.</content>
internal sealed partial class SchemaBuilder
{
    private InterfaceType? _node;

    private InterfaceType Node()
    {
        if (_node is not null) return _node;
        _node = Add(new InterfaceType("Node", "The node interface is implemented by entities that have a global unique identifier.", typeof(void)));
        var id = new NonNullType(Use(_scalarsByName["ID"]));
        _node.SetFields([new() { Name = "id", Type = id, Shape = ValueShape.Of(id, null) }]);
        return _node;
    }

    private IEnumerable<OutputField> NodeFields()
    {
        if (!_configuration.Types.Concat(_configuration.Extensions).Append(_configuration.Query!).SelectMany(Reachable).Any(IsNode)) yield break;
        var said = new FieldConfiguration();
        _configuration.Authorization.ConfigureNodeFields?.Invoke(new ObjectFieldDescriptor(said));
        var node = Node();
        var id = new NonNullType(Use(_scalarsByName["ID"]));
        yield return new()
        {
            Name = "node",
            FetchesNodes = true,
            Rules = said.Rules,
            Description = "Fetches an object given its ID.",
            Type = node,
            Shape = ValueShape.Of(node, null),
            CostWeight = _configuration.Cost.WaitingCost,
            Arguments = [new() { Name = "id", Type = id, RuntimeType = typeof(string), Description = "ID of the object." }],
            Resolver = new AsyncResolver((_, call, services) => _nodeIds!.Resolve(call.Argument<string>(0), call, services), needsScope: false),
        };
        var ids = new NonNullType(new ListType(id));
        var nodes = new NonNullType(new ListType(node));
        yield return new()
        {
            Name = "nodes",
            FetchesNodes = true,
            Rules = said.Rules,
            Description = "Lookup nodes by a list of IDs.",
            Type = nodes,
            Shape = ValueShape.Of(nodes, null),
            CostWeight = _configuration.Cost.WaitingCost,
            Arguments = [new() { Name = "ids", Type = ids, RuntimeType = typeof(string[]), Description = "The list of node IDs." }],
            Resolver = new AsyncResolver((_, call, services) => new(ResolveAll(call.Argument<string[]>(0), call, services)), needsScope: false),
        };
    }

    private async Task<object?> ResolveAll(string[] ids, FieldCall call, IServiceProvider services)
    {
        var pending = Array.ConvertAll(ids, id => _nodeIds!.Resolve(id, call, services).AsTask());
        return await Task.WhenAll(pending);
    }

    private static bool IsNode(Type type) => type.IsDefined(typeof(NodeAttribute), inherit: false);

    // Whether there is a node type must be known before the root is complete; its members lead to all object types but a few exotic ones.
    private static IEnumerable<Type> Reachable(Type start)
    {
        var (seen, open) = (new HashSet<Type>(), new Queue<Type>([start]));
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type) || type.IsPrimitive) continue;
            yield return type;
            var mentioned = Members(type).SelectMany(member =>
                Mentioned(member is MethodInfo method ? method.ReturnType : ((PropertyInfo)member).PropertyType));
            foreach (var next in mentioned.Where(next => next.Assembly == start.Assembly)) open.Enqueue(next);
        }
    }

    private static IEnumerable<Type> Mentioned(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Mentioned).Append(type)
            : type.IsArray ? Mentioned(type.GetElementType()!)
            : [type];

    private static string? NodeIdMember(Type type) =>
        type.GetCustomAttribute<NodeAttribute>(inherit: false) is { } node ? node.IdField ?? "Id" : null;

    private void CompleteNode(ObjectType type, List<Type> extensions)
    {
        var holder = extensions.Prepend(type.RuntimeType).FirstOrDefault(IsNode);
        if (holder is null) return;
        type.Interfaces = [.. type.Interfaces, Node()];
        var attribute = holder.GetCustomAttribute<NodeAttribute>(inherit: false)!;
        var resolverHolder = attribute.NodeResolverType ?? holder;
        string[] names = attribute.NodeResolver is { } named ? [named]
            : ["Get", "GetAsync", $"Get{type.RuntimeType.Name}", $"Get{type.RuntimeType.Name}Async"];
        var candidates = resolverHolder.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance);
        var method = Array.Find(candidates, candidate => candidate.IsDefined(typeof(NodeResolverAttribute)))
            ?? Array.Find(candidates, candidate => names.Contains(candidate.Name))
            ?? throw new SchemaException($"The node type `{type.Name}` has no node resolver.");
        _nodeIds!.AddResolver(type.Name, NodeResolver(method));
    }

    private Func<string, FieldCall, IServiceProvider, ValueTask<object?>> NodeResolver(MethodInfo method)
    {
        var parameter = _compiler.Arguments(method).FirstOrDefault() ?? throw new SchemaException($"{method.DeclaringType}.{method.Name} takes no id.");
        var convert = _configuration.Converters.Find(typeof(string), parameter.ParameterType)
            ?? throw new SchemaException($"There is no conversion from an id to {parameter.ParameterType}: add one with AddTypeConverter.");
        var name = NamingConventions.Argument(parameter);
        var resolver = _compiler.Compile(method, isParentMember: false, [name]);
        var argument = new InputValue { Name = name, Type = _scalarsByName["ID"], RuntimeType = parameter.ParameterType };
        var field = new OutputField { Name = "node", Type = _scalarsByName["ID"], Shape = ValueShape.Of(_scalarsByName["ID"], null),
            Arguments = [argument] };
        return (id, call, services) =>
        {
            var own = new FieldCall(call.Request, field, call.ResponseName, [convert(id)]);
            return resolver is AsyncResolver waiting ? waiting.Resolve(null, own, services) : new(resolver.Get(null, own, services));
        };
    }
}
