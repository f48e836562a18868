using System.Reflection;
using HotChocolate.Authorization;
using HotChocolate.CostAnalysis;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace HotChocolate.Schemas;

/// <content>Fields of object and interface types.</content>
internal sealed partial class SchemaBuilder
{
    private const BindingFlags PublicInstance = BindingFlags.Public | BindingFlags.Instance;

    private void CompleteObject(ObjectType type, OperationType? operation)
    {
        foreach (var @interface in type.RuntimeType.GetInterfaces().Concat(BaseTypes(type.RuntimeType))
            .Where(candidate => candidate.IsDefined(typeof(InterfaceTypeAttribute), inherit: false)
                || candidate.IsDefined(typeof(UnionTypeAttribute), inherit: false)))
            Composite(@interface);
        var extensions = _extensionsByType[type.RuntimeType].Concat(_extensionsByName[type.Name]).ToList();
        var said = _configuration.ObjectTypes.GetValueOrDefault(type.RuntimeType);
        type.Rules = [.. extensions.Prepend(type.RuntimeType).SelectMany(AuthorizeRule.Of), .. said?.Rules ?? []];
        type.CostWeight = type.RuntimeType.GetCustomAttribute<CostAttribute>(inherit: true)?.Weight;
        var ignored = extensions.SelectMany(IgnoredMembers)
            .Concat(extensions.SelectMany(Members).Select(member => member.GetCustomAttribute<BindMemberAttribute>()?.Name).OfType<string>())
            .ToHashSet();
        var fields = new OrderedDictionary<string, OutputField>();
        if (operation == OperationType.Query && _nodeIds is not null)
        {
            foreach (var field in NodeFields()) fields[field.Name] = field;
        }
        foreach (var described in said?.Fields.Where(described => !described.IsIgnored) ?? [])
        {
            var field = described is { Resolver: null, Member: { } member } ? Field(type, member, isParentMember: true, null, described) : OwnField(type, described);
            fields[field.Name] = field;
        }
        if (said is not null) ignored.UnionWith(said.Fields.Select(described => described.Member?.Name).OfType<string>());
        foreach (var member in Members(type.RuntimeType).Where(member => !ignored.Contains(member.Name) && said is not { IsExplicit: true }))
        {
            var field = Field(type, member, isParentMember: operation is null, operation);
            fields[field.Name] = field;
        }
        foreach (var member in extensions.SelectMany(Members))
        {
            var field = Field(type, member, isParentMember: false, operation);
            fields[field.Name] = field;
        }
        if (fields.Count == 0) throw new SchemaException($"The object type `{type.Name}` ({type.RuntimeType}) has no fields.");
        if (_nodeIds is not null) CompleteNode(type, extensions);
        type.SetFields(Sorted(fields.Values));
    }

    private List<OutputField> InterfaceFields(InterfaceType type)
    {
        var members = type.RuntimeType.IsInterface
            ? type.RuntimeType.GetInterfaces().Prepend(type.RuntimeType).SelectMany(Members)
            : Members(type.RuntimeType);
        return Sorted(members.Select(member => Field(type, member, isParentMember: true, null)).DistinctBy(field => field.Name));
    }

    private List<OutputField> Sorted(IEnumerable<OutputField> fields) =>
        _configuration.Options.SortFieldsByName ? [.. fields.OrderBy(field => field.Name, StringComparer.Ordinal)] : [.. fields];

    private static IEnumerable<Type> BaseTypes(Type type)
    {
        for (var current = type.BaseType; current is not null && current != typeof(object); current = current.BaseType) yield return current;
    }

    private static IEnumerable<string> IgnoredMembers(Type extension) => extension.GetCustomAttributes(inherit: false)
        .SelectMany(attribute => attribute.GetType().GetProperty(nameof(ExtendObjectTypeAttribute.IgnoreProperties))?.GetValue(attribute) as string[] ?? []);

    private static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(PublicInstance).Where(IsField);

    private static bool IsField(MemberInfo member)
    {
        if (member.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: true)) return false;
        return member switch
        {
            PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
                && IsTyped(property, property.PropertyType),
            MethodInfo method => IsField(method),
            _ => false,
        };
    }

    private static bool IsField(MethodInfo method)
    {
        var returns = method.ReturnType;
        return !method.IsSpecialName && !method.IsGenericMethod && !method.Name.Contains('<')
            && returns != typeof(void) && returns != typeof(Task) && returns != typeof(ValueTask)
            && method.GetBaseDefinition().DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType)
            && method.Name is not (nameof(Equals) or nameof(GetHashCode) or nameof(ToString))
            && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef)
            && IsTyped(method, returns) && !IsStreamOfAnotherField(method);
    }

    // Of an object nothing is known, unless an attribute says it.
    private static bool IsTyped(MemberInfo member, Type type) =>
        type != typeof(object) || member.IsDefined(typeof(GraphQLTypeAttribute), inherit: true);

    // A method named by [Subscribe(With = …)] feeds another field and is none itself.
    private static bool IsStreamOfAnotherField(MethodInfo method) =>
        method.ReflectedType!.GetMethods(PublicInstance).Any(other => other.GetCustomAttribute<SubscribeAttribute>()?.With == method.Name);

    private OutputField Field(ComplexType owner, MemberInfo member, bool isParentMember, OperationType? operation, FieldConfiguration? said = null)
    {
        try
        {
            var field = CreateField(owner, member, isParentMember, operation, said);
            Protect(field, member, said);
            return field;
        }
        catch (SchemaException exception)
        {
            throw new SchemaException($"{member.DeclaringType}.{member.Name}: {exception.Message}");
        }
    }

    private OutputField CreateField(ComplexType owner, MemberInfo member, bool isParentMember, OperationType? operation, FieldConfiguration? said)
    {
        var name = said?.Name ?? NamingConventions.Field(member);
        var arguments = member is MethodInfo method ? _compiler.Arguments(method).Select(Argument).Select(argument => Described(argument, said)).ToList() : [];
        var clrType = (member is MethodInfo { ReturnParameter: var result } ? NullableType.Of(result)
            : NullableType.Of((PropertyInfo)member)).WithoutTask();
        if (member.GetCustomAttribute<UsePagingAttribute>() is { } paging)
            return ConnectionField(owner, member, isParentMember, paging, clrType, arguments);

        var id = IdOf(member, owner);
        var type = said?.Type is { } marker ? MarkedType(marker, Composite)
            : id is null ? Overridden(member, () => OutputType(clrType), Composite)
            : Wrap(clrType, _ => Use(_scalarsByName["ID"]));
        var resolver = owner is InterfaceType ? null : _compiler.Compile(member, isParentMember, [.. arguments.Select(argument => argument.Name)]);
        return new()
        {
            Name = name,
            Description = said?.Description ?? Description(member),
            DeprecationReason = said?.DeprecationReason ?? Deprecation(member),
            Type = type,
            Arguments = arguments,
            Shape = ValueShape.Of(type, OutputConversion(clrType, type, id)),
            Resolver = resolver,
            CostWeight = said?.Cost ?? CostOf(member) ?? (resolver is AsyncResolver { Waits: true } ? _configuration.Cost.WaitingCost : null),
            Sizing = member.GetCustomAttribute<ListSizeAttribute>() is { } size ? ListSizing.Of(size) : null,
            Subscribe = operation == OperationType.Subscription ? Subscription(name, (MethodInfo)member, arguments) : null,
        };
    }

    private static double? CostOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(CostAttribute), inherit: true) is [CostAttribute cost, ..] ? cost.Weight : null;

    private Func<object, object>? OutputConversion(NullableType clrType, IType type, NodeIdOf? id)
    {
        if (type.Named() is not ILeafType leaf) return null;
        var runtimeType = clrType;
        while (runtimeType.Item is { } item) runtimeType = item;
        var from = Nullable.GetUnderlyingType(runtimeType.Type) ?? runtimeType.Type;
        if (id is not null && _nodeIds is not null) return value => NodeIds.Format(id.TypeName, value);
        if (from == leaf.RuntimeType || from == typeof(object)) return null;
        return _configuration.Converters.Find(from, leaf.RuntimeType)
            ?? throw new SchemaException($"There is no conversion from {from} to {leaf.RuntimeType}: add one with AddTypeConverter.");
    }

    /// <summary>Which object type an id belongs to; null if the member is no id.</summary>
    private NodeIdOf? IdOf(ICustomAttributeProvider member, ComplexType? owner)
    {
        foreach (var attribute in member.GetCustomAttributes(inherit: true))
        {
            if (attribute is IDAttribute named) return new(named.TypeName ?? owner?.Name ?? "");
            if (attribute.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IDAttribute<>))
                return new(NamingConventions.Type(type.GetGenericArguments()[0]));
        }
        return _nodeIds is not null && owner is not null && member is PropertyInfo property
            && property.Name == NodeIdMember(owner.RuntimeType) ? new(owner.Name) : null;
    }

    private sealed record NodeIdOf(string TypeName);
}
