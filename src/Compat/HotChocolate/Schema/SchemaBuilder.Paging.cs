using System.Reflection;
using HotChocolate.CostAnalysis;
using HotChocolate.Execution;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;

namespace HotChocolate.Schemas;

/// <content>Connections.</content>
internal sealed partial class SchemaBuilder
{
    private readonly Dictionary<string, IType> _connectionNodes = [];

    private OutputField ConnectionField(
        ComplexType owner, MemberInfo member, bool isParentMember, UsePagingAttribute paging, NullableType clrType, List<InputValue> arguments)
    {
        var name = NamingConventions.Field(member);
        var options = FieldPaging.Merge(paging.Options, _configuration.Paging);
        var isConnection = clrType.Generic(typeof(Connection<>)) is not null;
        var item = isConnection ? ConnectionItem(clrType) : clrType.Item
            ?? throw new SchemaException($"[UsePaging] needs a list or a Connection<T>, not {clrType.Type}.");
        var node = paging.Type is null ? OutputType(item) : MarkedType(paging.Type, Composite);
        var connection = ConnectionType(paging.ConnectionName ?? NamingConventions.PascalCase(name), node, item, options);
        arguments.AddRange(PagingArguments(options).Where(argument => arguments.TrueForAll(own => own.Name != argument.Name)));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (PagingArguments(options).FirstOrDefault(argument => argument.Name == arguments[i].Name) is { } known) arguments[i] = known;
        }
        string[] names = [.. arguments.Select(argument => argument.Name)];
        var resolver = owner is InterfaceType ? null : _compiler.Compile(member, isParentMember, names);
        // Counting and cutting a queryable is a call to wherever its data is.
        var waits = resolver is AsyncResolver { Waits: true } || clrType.Generic(typeof(IQueryable<>)) is not null;
        var said = CostOf(member);
        return new()
        {
            Name = name,
            Description = Description(member),
            DeprecationReason = Deprecation(member),
            Type = connection,
            Sizing = ListSizing.Of(options),
            Arguments = arguments,
            Shape = ValueShape.Of(connection, null),
            CostWeight = said ?? (waits ? _configuration.Cost.WaitingCost : null),
            SaysCost = said is not null,
            Resolver = resolver is null ? null : Paged(resolver, options, $"{owner.Name}.{name}", item.Type, isConnection),
        };
    }

    private static NullableType ConnectionItem(NullableType clrType) => clrType.Arguments.Count == 1
        ? clrType.Arguments[0]
        : new(clrType.Generic(typeof(Connection<>))!.GetGenericArguments()[0], IsNullable: false, []);

    private List<InputValue> PagingArguments(FieldPaging options)
    {
        var (number, text) = (Use(_scalarsByName["Int"]), Use(_scalarsByName["String"]));
        List<InputValue> arguments =
        [
            new() { Name = "first", Type = number, RuntimeType = typeof(int?), Description = "Returns the first _n_ elements from the list." },
            new() { Name = "after", Type = text, RuntimeType = typeof(string),
                Description = "Returns the elements in the list that come after the specified cursor." },
        ];
        if (options.AllowBackwardPagination)
        {
            arguments.Add(new() { Name = "last", Type = number, RuntimeType = typeof(int?),
                Description = "Returns the last _n_ elements from the list." });
            arguments.Add(new() { Name = "before", Type = text, RuntimeType = typeof(string),
                Description = "Returns the elements in the list that come before the specified cursor." });
        }
        return arguments;
    }

    private ObjectType ConnectionType(string name, IType node, NullableType item, FieldPaging options)
    {
        var connectionName = name + "Connection";
        if (_connectionNodes.TryGetValue(connectionName, out var known))
        {
            return known.ToString() == node.ToString()
                ? (ObjectType)_types[connectionName]
                : throw new SchemaException($"The connection `{connectionName}` is of `{known}` and of `{node}`: give one of them a ConnectionName.");
        }
        _connectionNodes[connectionName] = node;
        var connection = Add(new ObjectType(connectionName, "A connection to a list of items.", typeof(void)));
        var edge = Add(new ObjectType(name + "Edge", "An edge in a connection.", typeof(void)));
        var text = new NonNullType(Use(_scalarsByName["String"]));
        var nodeConversion = OutputConversion(item, node, null);
        edge.SetFields(
        [
            Own<IEdge, string>("cursor", "A cursor for use in pagination.", text, edge => edge.Cursor),
            Own<IEdge, object?>("node", "The item at the end of the edge.", node, edge => edge.Node, nodeConversion),
        ]);
        List<OutputField> fields =
        [
            Own<Connection, object>("pageInfo", "Information to aid in pagination.", new NonNullType(PageInfoType()), page => page.Info),
            Own<Connection, object>("edges", "A list of edges.", new ListType(new NonNullType(edge)), page => page.Edges),
        ];
        if (options.IncludeNodesField)
            fields.Add(Own<Connection, object>("nodes", "A flattened list of the nodes.", new ListType(node), page =>
                new Nodes(page.Edges), nodeConversion));
        if (options.IncludeTotalCount)
            fields.Add(Own<Connection, int>("totalCount", "Identifies the total count of items in the connection.",
                new NonNullType(Use(_scalarsByName["Int"])), page => page.TotalCount, costWeight: _configuration.Cost.WaitingCost));
        connection.SetFields(fields);
        return connection;
    }

    private ObjectType PageInfoType()
    {
        if (_types.TryGetValue("PageInfo", out var known)) return (ObjectType)known;
        var type = Add(new ObjectType("PageInfo", "Information about pagination in a connection.", typeof(ConnectionPageInfo)));
        _outputs[typeof(ConnectionPageInfo)] = type;
        var (flag, text) = (new NonNullType(Use(_scalarsByName["Boolean"])), Use(_scalarsByName["String"]));
        type.SetFields(
        [
            Own<ConnectionPageInfo, bool>("hasNextPage",
                "Indicates whether more edges exist following the set defined by the clients arguments.", flag, info => info.HasNextPage),
            Own<ConnectionPageInfo, bool>("hasPreviousPage",
                "Indicates whether more edges exist prior the set defined by the clients arguments.", flag, info => info.HasPreviousPage),
            Own<ConnectionPageInfo, string?>("startCursor", "When paginating backwards, the cursor to continue.", text, info => info.StartCursor),
            Own<ConnectionPageInfo, string?>("endCursor", "When paginating forwards, the cursor to continue.", text, info => info.EndCursor),
        ]);
        return type;
    }

    private static OutputField Own<TParent, TValue>(
        string name, string description, IType type, Func<TParent, TValue> get, Func<object, object>? convert = null,
        double? costWeight = null) => new()
        {
            Name = name,
            Description = description,
            Type = type,
            Shape = ValueShape.Of(type, convert),
            CostWeight = costWeight,
            Resolver = new SyncResolver<TValue>((parent, _, _) => get((TParent)parent!), usesCall: false),
        };

    private static FieldResolver Paged(FieldResolver resolver, FieldPaging options, string coordinate, Type item, bool isConnection)
    {
        var slice = isConnection ? null : Pager.SlicerOf(item);
        object? Page(object? list, FieldCall call) => slice is null || list is null ? list : slice(list, PageRequest.Of(call, options));
        if (resolver is not AsyncResolver waiting)
        {
            return new SyncResolver<object?>((parent, call, services) =>
            {
                PageRequest.Check(call, options, coordinate);
                return Page(resolver.Get(parent, call, services), call);
            }, usesCall: true);
        }
        return new AsyncResolver((parent, call, services) =>
        {
            PageRequest.Check(call, options, coordinate);
            var pending = waiting.Resolve(parent, call, services);
            return pending.IsCompletedSuccessfully ? new(Page(pending.Result, call)) : new(Await(pending, call));
        }, waiting.NeedsScope);

        async Task<object?> Await(ValueTask<object?> pending, FieldCall call) => Page(await pending, call);
    }
}
