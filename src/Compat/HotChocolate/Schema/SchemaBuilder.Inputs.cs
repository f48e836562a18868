using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace HotChocolate.Schemas;

/// <content>Arguments and input objects.</content>
internal sealed partial class SchemaBuilder
{
    private InputValue Argument(ParameterInfo parameter)
    {
        var type = NullableType.Of(parameter);
        var hasDefault = parameter.HasDefaultValue || parameter.IsDefined(typeof(DefaultValueAttribute));
        var defaultValue = parameter.GetCustomAttribute<DefaultValueAttribute>() is { } attribute ? attribute.Value : parameter.DefaultValue;
        return Input(NamingConventions.Argument(parameter), type, parameter, hasDefault, defaultValue,
            parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description
                ?? (_configuration.Options.UseXmlDocumentation ? XmlDocumentation.Describe(parameter) : null),
            parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason);
    }

    private InputValue InputField(PropertyInfo property, object? constructorDefault, bool hasConstructorDefault)
    {
        var attribute = property.GetCustomAttribute<DefaultValueAttribute>();
        return Input(NamingConventions.Field(property), NullableType.Of(property), property, attribute is not null || hasConstructorDefault,
            attribute is not null ? attribute.Value : constructorDefault, Description(property), Deprecation(property));
    }

    private InputValue Input(
        string name, NullableType clrType, ICustomAttributeProvider member, bool hasDefault, object? defaultValue, string? description,
        string? deprecation)
    {
        var id = IdOf(member, null);
        var type = id is null
            ? Overridden(member, () => InputType(clrType), InputObject)
            : Wrap(clrType, _ => Use(_scalarsByName["ID"]));
        return new()
        {
            Name = name,
            Type = type,
            Description = description,
            DeprecationReason = deprecation,
            RuntimeType = clrType.Type,
            Convert = InputConversion(clrType, type, id),
            CostWeight = CostOf(member),
            DefaultValue = hasDefault && defaultValue is not null ? DefaultLiteral(type, defaultValue) : null,
        };
    }

    private Func<object, object>? InputConversion(NullableType clrType, IType type, NodeIdOf? id)
    {
        if (type.Named() is not ILeafType leaf) return null;
        var runtimeType = clrType;
        while (runtimeType.Item is { } item) runtimeType = item;
        var to = Nullable.GetUnderlyingType(runtimeType.Type) ?? runtimeType.Type;
        if (to == leaf.RuntimeType && (id is null || _nodeIds is null)) return null;
        var convert = _configuration.Converters.Find(leaf.RuntimeType, to)
            ?? throw new SchemaException($"There is no conversion from {leaf.RuntimeType} to {to}: add one with AddTypeConverter.");
        return id is not null && _nodeIds is not null ? text => NodeIds.Parse(id.TypeName, (string)text, convert) : convert;
    }

    private static IValueNode DefaultLiteral(IType type, object? value) => (type.Nullable(), value) switch
    {
        (_, null or DBNull) => NullValueNode.Default,
        (ListType list, System.Collections.IEnumerable items and not string) =>
            new ListValueNode([.. items.Cast<object?>().Select(item => DefaultLiteral(list.Item, item))]),
        (ListType list, _) => DefaultLiteral(list.Item, value),
        (ILeafType leaf, _) => leaf.ToLiteral(leaf.RuntimeType.IsEnum ? System.Enum.ToObject(leaf.RuntimeType, value)
            : leaf.RuntimeType.IsInstanceOfType(value) ? value
                : Convert.ChangeType(value, leaf.RuntimeType, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new SchemaException("An input object cannot have a default value."),
    };

    private ITypeDefinition InputObject(Type type)
    {
        if (_inputs.TryGetValue(type, out var known)) return known;
        if (type.IsInterface || type.IsAbstract || type == typeof(object) || type.IsPrimitive)
            throw new SchemaException($"Unable to infer an input type from {type}: it is neither a registered service nor a type that can be read.");
        var name = type.GetCustomAttribute<InputObjectTypeAttribute>()?.Name ?? NamingConventions.InputType(type);
        var input = Add(new InputObjectType(name, Description(type), type, type.IsDefined(typeof(OneOfAttribute), inherit: false)));
        _inputs[type] = input;
        _completions.Enqueue(() => CompleteInput(input));
        return input;
    }

    private void CompleteInput(InputObjectType input)
    {
        var type = input.RuntimeType;
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).FirstOrDefault(candidate =>
            candidate.GetParameters().All(parameter => Property(type, parameter) is not null));
        var parameters = constructor?.GetParameters() ?? [];
        var properties = type.GetProperties(PublicInstance)
            .Where(property => !property.IsDefined(typeof(GraphQLIgnoreAttribute)) && property.GetIndexParameters().Length == 0)
            .Where(property => property.SetMethod is { IsPublic: true } 
                || Array.Exists(parameters, parameter => Property(type, parameter) == property))
            .ToList();
        if (properties.Count == 0) throw new SchemaException($"The input object `{input.Name}` ({type}) has no properties that can be set.");
        var fields = properties.Select(property =>
        {
            var parameter = Array.Find(parameters, candidate => Property(type, candidate) == property);
            var field = InputField(property, parameter?.DefaultValue, parameter?.HasDefaultValue ?? false);
            return input.IsOneOf && field.Type.IsNonNull()
                ? throw new SchemaException($"The field `{field.Name}` of a OneOf input object must be nullable.") : field;
        }).ToList();
        input.Complete(fields, Factory(type, constructor, properties));
    }

    private static PropertyInfo? Property(Type type, ParameterInfo parameter) =>
        type.GetProperty(parameter.Name!, PublicInstance | BindingFlags.IgnoreCase) is { } property
            && property.PropertyType == parameter.ParameterType
            ? property
            : null;

    // (values, given) => new T(values[0], …) { Property = … }, where only properties that were given are assigned.
    private static Func<object?[], bool[], object> Factory(Type type, ConstructorInfo? constructor, List<PropertyInfo> properties)
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        var given = Expression.Parameter(typeof(bool[]), "given");
        Expression Value(PropertyInfo property) => Expression.Call(typeof(InputCoercion), nameof(InputCoercion.Unbox), [property.PropertyType],
            Expression.ArrayIndex(values, Expression.Constant(properties.IndexOf(property))));
        var parameters = constructor?.GetParameters() ?? [];
        var result = Expression.Variable(type, "result");
        var created = constructor is null
            ? Expression.New(type)
            : Expression.New(constructor, parameters.Select(parameter => Value(Property(type, parameter)!)));
        var constructed = parameters.Select(parameter => Property(type, parameter)).ToHashSet();
        var assignments = properties.Where(property => !constructed.Contains(property)).Select(property => Expression.IfThen(
            Expression.ArrayIndex(given, Expression.Constant(properties.IndexOf(property))),
            Expression.Assign(Expression.Property(result, property), Value(property))));
        var body = Expression.Block([result], [Expression.Assign(result, created), .. assignments, Expression.Convert(result, typeof(object))]);
        return Expression.Lambda<Func<object?[], bool[], object>>(body, values, given).Compile();
    }
}
