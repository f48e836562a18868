using System.Reflection;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Schemas;

/// <content>Which schema type a CLR type is.</content>
internal sealed partial class SchemaBuilder
{
    private readonly Dictionary<string, ScalarType> _scalarsByName = [];

    private void AddScalars()
    {
        foreach (var scalar in BuiltInScalars.Create()) AddScalar(scalar);
        foreach (var type in _configuration.Types.Where(type => typeof(ScalarType).IsAssignableFrom(type)).Distinct())
        {
            var scalar = (ScalarType)Activator.CreateInstance(type)!;
            if (_scalarsByName.TryGetValue(scalar.Name, out var known) && known.GetType() != type && !_configuration.Bindings.ContainsValue(type))
                throw new SchemaException($"The name `{scalar.Name}` is already registered: replace the built-in scalar with BindRuntimeType.");
            AddScalar(scalar);
        }
        foreach (var (runtimeType, scalarType) in _configuration.Bindings)
        {
            if (!typeof(ScalarType).IsAssignableFrom(scalarType))
                throw new SchemaException($"{runtimeType} cannot be bound to {scalarType}: it is no scalar.");
            if (!_scalarsByClass.TryGetValue(scalarType, out var scalar)) AddScalar(scalar = (ScalarType)Activator.CreateInstance(scalarType)!);
            _scalarsByRuntimeType[runtimeType] = scalar;
        }
        _scalarsByRuntimeType.TryAdd(typeof(float), _scalarsByRuntimeType[typeof(double)]);
        _scalarsByRuntimeType.TryAdd(typeof(DateTime), _scalarsByRuntimeType[typeof(DateTimeOffset)]);
    }

    private void AddScalar(ScalarType scalar)
    {
        if (_scalarsByName.TryGetValue(scalar.Name, out var replaced))
        {
            foreach (var (type, _) in _scalarsByRuntimeType.Where(pair => pair.Value == replaced).ToList()) _scalarsByRuntimeType[type] = scalar;
        }
        _scalarsByName[scalar.Name] = scalar;
        _scalarsByClass[scalar.GetType()] = scalar;
        if (scalar.Bind == BindingBehavior.Implicit) _scalarsByRuntimeType[scalar.RuntimeType] = scalar;
    }

    private ScalarType Use(ScalarType scalar)
    {
        _types.TryAdd(scalar.Name, scalar);
        return scalar;
    }

    private IType OutputType(NullableType type) => Wrap(type, named => Leaf(named) ?? Composite(named));

    private IType InputType(NullableType type) => Wrap(type, named => Leaf(named) ?? InputObject(named));

    private static IType Wrap(NullableType type, Func<Type, IType> resolve)
    {
        var inner = type.Item is { } item ? new ListType(Wrap(item, resolve)) : resolve(Nullable.GetUnderlyingType(type.Type) ?? type.Type);
        return type.IsNullable ? inner : new NonNullType(inner);
    }

    private ITypeDefinition? Leaf(Type type)
    {
        if (_scalarsByRuntimeType.TryGetValue(type, out var scalar)) return Use(scalar);
        return type.IsEnum ? Enum(type) : null;
    }

    private ITypeDefinition Enum(Type type)
    {
        if (_inputs.TryGetValue(type, out var known)) return known;
        var name = type.GetCustomAttribute<EnumTypeAttribute>()?.Name ?? NamingConventions.Type(type);
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .Select(field => new EnumValue(NamingConventions.EnumValue(field), Description(field), Deprecation(field), field.GetValue(null)!))
            .ToList();
        var created = (EnumType)Activator.CreateInstance(typeof(EnumType<>).MakeGenericType(type), name, Description(type), values)!;
        return _inputs[type] = _outputs[type] = Add(created);
    }

    private ITypeDefinition Composite(Type type)
    {
        if (_outputs.TryGetValue(type, out var known)) return known;
        if (type == typeof(object) || type.IsPointer || type.IsByRef || typeof(Delegate).IsAssignableFrom(type) || type.IsPrimitive)
            throw new SchemaException($"Unable to infer a schema type from {type}: bind it with BindRuntimeType or name the type with [GraphQLType].");
        if (type.GetCustomAttribute<UnionTypeAttribute>(inherit: false) is { } union)
            return _outputs[type] = Add(new UnionType(union.Name ?? NamingConventions.Type(type), Description(type), type));
        if (type.IsInterface || type.IsDefined(typeof(InterfaceTypeAttribute), inherit: false))
        {
            var name = type.GetCustomAttribute<InterfaceTypeAttribute>(inherit: false)?.Name ?? NamingConventions.Type(type);
            var @interface = Add(new InterfaceType(name, Description(type), type));
            _completions.Enqueue(() => @interface.SetFields(InterfaceFields(@interface)));
            return _outputs[type] = @interface;
        }
        var said = _configuration.ObjectTypes.GetValueOrDefault(type);
        var created = Add(new ObjectType(said?.Name ?? NamingConventions.Type(type), said?.Description ?? Description(type), type));
        _outputs[type] = created;
        _completions.Enqueue(() => CompleteObject(created, null));
        return created;
    }

    /// <summary>The type named by an attribute: a scalar class, or a CLR type, wrapped in list and non-null marks.</summary>
    private IType MarkedType(Type marker, Func<Type, IType> resolve)
    {
        if (marker.IsGenericType && marker.GetGenericTypeDefinition() == typeof(NonNullType<>))
            return new NonNullType(MarkedType(marker.GetGenericArguments()[0], resolve));
        if (marker.IsGenericType && marker.GetGenericTypeDefinition() == typeof(ListType<>))
            return new ListType(MarkedType(marker.GetGenericArguments()[0], resolve));
        if (DescribedClass(marker) is { } described) return resolve(described);
        if (!typeof(ScalarType).IsAssignableFrom(marker)) return Leaf(marker) ?? resolve(marker);
        if (!_scalarsByClass.TryGetValue(marker, out var scalar)) AddScalar(scalar = (ScalarType)Activator.CreateInstance(marker)!);
        return Use(scalar);
    }

    // The class that an ObjectType<T> describes.
    private static Type? DescribedClass(Type marker) =>
        typeof(IObjectTypeConfigurator).IsAssignableFrom(marker) ? NullableType.FindGeneric(marker, typeof(ObjectType<>))!.GetGenericArguments()[0] : null;

    private IType NamedType(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => new NonNullType(NamedType(nonNull.Inner)),
        ListTypeNode list => new ListType(NamedType(list.Item)),
        _ => _types.GetValueOrDefault(type.InnerName)
            ?? (_scalarsByName.TryGetValue(type.InnerName, out var scalar) ? Use(scalar) : throw new SchemaException($"There is no type `{type}`.")),
    };

    private IType Overridden(ICustomAttributeProvider member, Func<IType> infer, Func<Type, IType> resolve)
    {
        var named = member.GetCustomAttributes(typeof(GraphQLTypeAttribute), inherit: true).OfType<GraphQLTypeAttribute>().FirstOrDefault();
        var type = named switch
        {
            { Type: { } marker } => MarkedType(marker, resolve),
            { TypeName: { } text } => NamedType(Utf8GraphQLParser.ParseType(text)),
            _ => infer(),
        };
        return member.IsDefined(typeof(GraphQLNonNullTypeAttribute), inherit: true) && !type.IsNonNull() ? new NonNullType(type) : type;
    }

    private static string? Deprecation(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason
        ?? (member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete ? obsolete.Message ?? "No longer supported." : null);
}
