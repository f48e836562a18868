using System.Text;
using HotChocolate.Authorization;
using HotChocolate.Resolvers;

namespace HotChocolate.Types.Relay;

/// <summary>Global ids: Base64 of <c>TypeName:id</c>. It also knows how to fetch the node of an id.</summary>
internal sealed class NodeIds
{
    private readonly Dictionary<string, Func<string, Execution.FieldCall, IServiceProvider, ValueTask<object?>>> _resolvers = [];

    public void AddResolver(string typeName, Func<string, Execution.FieldCall, IServiceProvider, ValueTask<object?>> resolve) =>
        _resolvers[typeName] = resolve;

    /// <summary>Asks the rules of a type before one of its nodes is fetched.</summary>
    public void Protect(string typeName, IReadOnlyList<AuthorizeRule> rules)
    {
        var (before, after) = (rules.Where(rule => rule.Apply == ApplyPolicy.BeforeResolver).ToList(), rules.Where(rule => rule.Apply == ApplyPolicy.AfterResolver).ToList());
        if (before.Count + after.Count == 0 || !_resolvers.TryGetValue(typeName, out var resolve)) return;
        _resolvers[typeName] = async (id, call, services) =>
        {
            var resource = new ResolverContext(null, call, services);
            foreach (var rule in before) await rule.DemandAsync(call.Request.Caller, resource);
            var node = await resolve(id, call, services);
            foreach (var rule in node is null ? [] : after) await rule.DemandAsync(call.Request.Caller, resource);
            return node;
        };
    }

    public static string Format(string typeName, object id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{typeName}:{id}"));

    /// <summary>The id inside a global id of a type (any type when the name is empty); throws <see cref="GraphQLException"/>.</summary>
    public static object Parse(string typeName, string globalId, Func<object, object> convert)
    {
        var (actual, id) = Split(globalId);
        if (typeName.Length > 0 && actual != typeName)
            throw new GraphQLException($"The node id type name `{actual}` does not match the expected type name `{typeName}`.");
        try
        {
            return convert(id);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw Invalid(id);
        }
    }

    /// <summary>The node of a global id; throws <see cref="GraphQLException"/> for an id of no node type.</summary>
    public ValueTask<object?> Resolve(string globalId, Execution.FieldCall call, IServiceProvider services)
    {
        var (typeName, id) = Split(globalId);
        return _resolvers.TryGetValue(typeName, out var resolve)
            ? resolve(id, call, services)
            : throw new GraphQLException($"There is no node resolver registered for type `{typeName}`.");
    }

    private static (string TypeName, string Id) Split(string globalId)
    {
        var bytes = new byte[globalId.Length];
        if (!Convert.TryFromBase64String(globalId, bytes, out var length)) throw Invalid(globalId);
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        var colon = text.IndexOf(':');
        return colon > 0 ? (text[..colon], text[(colon + 1)..]) : throw Invalid(globalId);
    }

    private static GraphQLException Invalid(string value) => new(
        ErrorBuilder.New().SetMessage("The node ID string has an invalid format.").SetExtension("originalValue", value).Build());
}
