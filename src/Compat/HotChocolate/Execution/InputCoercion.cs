using System.Text.Json;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Execution;

/// <summary>Literals and JSON to CLR values (October 2021, §3 "Input Coercion"). Refusals are <see cref="GraphQLException"/>.</summary>
internal static class InputCoercion
{
    /// <summary>A coerced value as the type of a member; null becomes its default.</summary>
    public static T Unbox<T>(object? value) => value is T typed ? typed : default!;

    public static bool HasVariables(IValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariables),
        ObjectValueNode value => value.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };

    /// <summary>The value of an argument or input field.</summary>
    public static object? Literal(InputValue target, IValueNode literal, VariableValues? variables) =>
        Literal(target.Type, target.RuntimeType, target.Convert, literal, variables, new(target.Name));

    /// <summary>The value of a variable's default.</summary>
    public static object? Literal(IType type, IValueNode literal, string name) => Literal(type, typeof(object), null, literal, null, new(name));

    /// <summary>The value of a variable.</summary>
    public static object? Json(IType type, JsonElement value, string name) => Json(type, typeof(object), null, value, new(name));

    private static object? Literal(IType type, Type runtimeType, Func<object, object>? convert, IValueNode literal,
        VariableValues? variables, InputPath path)
    {
        if (literal is VariableNode variable)
        {
            var value = variables!.Find(variable.Name);
            if (value?.Json is { } json) return Json(type, runtimeType, convert, json, path);
            literal = value?.Literal ?? NullValueNode.Default;
        }
        if (literal is NullValueNode) return type.IsNonNull() ? throw NullViolation(path) : null;
        switch (type.Nullable())
        {
            case ListType list:
                var itemType = ItemType(runtimeType);
                var items = literal is ListValueNode many
                    ? many.Items.Select((item, index) => Literal(list.Item, itemType, convert, item, variables, new(path, index)))
                    : [Literal(list.Item, itemType, convert, literal, variables, path)];
                return List(runtimeType, itemType, [.. items]);
            case InputObjectType input:
                return Object(input, literal, variables, path);
            default:
                return Leaf(convert, () => ((ILeafType)type.Nullable()).ParseLiteral(literal), path, type);
        }
    }

    private static object? Json(IType type, Type runtimeType, Func<object, object>? convert, JsonElement value, InputPath path)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return type.IsNonNull() ? throw NullViolation(path) : null;
        switch (type.Nullable())
        {
            case ListType list:
                var itemType = ItemType(runtimeType);
                var items = value.ValueKind == JsonValueKind.Array
                    ? value.EnumerateArray().Select((item, index) => Json(list.Item, itemType, convert, item, new(path, index)))
                    : [Json(list.Item, itemType, convert, value, path)];
                return List(runtimeType, itemType, [.. items]);
            case InputObjectType input:
                return Object(input, value, path);
            default:
                return Leaf(convert, () => ((ILeafType)type.Nullable()).ParseValue(value), path, type);
        }
    }

    private static object Leaf(Func<object, object>? convert, Func<object> parse, InputPath path, IType type)
    {
        try
        {
            var value = parse();
            return convert is null ? value : convert(value);
        }
        catch (LeafCoercionException exception)
        {
            throw new GraphQLException(exception.Errors[0].SetExtension("inputPath", path.ToList()).SetExtension("fieldType", type.Named().Name));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"The value provided for `{path.Name}` is not in a valid format.")
                .SetCode("HC0001").SetExtension("inputPath", path.ToList()).SetException(exception).Build());
        }
    }

    private static object Object(InputObjectType input, IValueNode literal, VariableValues? variables, InputPath path)
    {
        if (literal is not ObjectValueNode value) throw Refuse($"{input.Name} cannot coerce the given literal of type `{literal.Kind}` to a runtime value.", path);
        return Object(input, path, name => value.Fields.FirstOrDefault(field => field.Name == name)?.Value switch
        {
            null => default,
            // A variable that the request does not give is as if the field were not there (§3.10).
            VariableNode variable when variables!.Find(variable.Name) is null => default,
            var given => new(true, target => Literal(target.Type, target.RuntimeType, target.Convert, given, variables, new(path, target.Name))),
        }, value.Fields.Select(field => field.Name));
    }

    private static object Object(InputObjectType input, JsonElement value, InputPath path)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Refuse("The current JSON element is not an object.", path, ("type", input.Name));
        return Object(input, path, name => value.TryGetProperty(name, out var given)
            ? new(true, target => Json(target.Type, target.RuntimeType, target.Convert, given, new(path, target.Name)))
            : default, value.EnumerateObject().Select(property => property.Name));
    }

    private readonly record struct Given(bool IsGiven, Func<InputValue, object?> Coerce);

    private static object Object(InputObjectType input, InputPath path, Func<string, Given> find, IEnumerable<string> names)
    {
        var unknown = names.FirstOrDefault(name => input.IndexOf(name) < 0);
        if (unknown is not null) throw Refuse($"The field `{unknown}` does not exist on the type `{input.Name}`.", path, ("type", input.Name));
        var values = new object?[input.Fields.Count];
        var given = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var field = input.Fields[i];
            if (find(field.Name) is { IsGiven: true } value)
            {
                values[i] = value.Coerce(field);
                given[i] = true;
            }
            else if (field.DefaultValue is { } defaultValue)
            {
                values[i] = Literal(field, defaultValue, null);
                given[i] = true;
            }
            else if (field.Type.IsNonNull())
            {
                throw Refuse($"The required input field `{field.Name}` is missing.", path, ("field", $"{input.Name}.{field.Name}"));
            }
        }
        if (input.IsOneOf && (given.Count(isGiven => isGiven) != 1 || values[Array.IndexOf(given, value: true)] is null))
            throw Refuse($"The OneOf Input Object `{input.Name}` requires that exactly one field must be supplied and that field must not be `null`.", path, ("type", input.Name));
        return input.Create(values, given);
    }

    private static Type ItemType(Type runtimeType) => runtimeType.IsArray
        ? runtimeType.GetElementType()!
        : Schemas.NullableType.FindGeneric(runtimeType, typeof(IEnumerable<>))?.GetGenericArguments()[0] ?? typeof(object);

    private static object List(Type runtimeType, Type itemType, object?[] items)
    {
        var array = Array.CreateInstance(itemType, items.Length);
        for (var i = 0; i < items.Length; i++) array.SetValue(items[i], i);
        if (runtimeType.IsInstanceOfType(array)) return array;
        var list = typeof(List<>).MakeGenericType(itemType);
        return Activator.CreateInstance(runtimeType.IsAssignableFrom(list) ? list : runtimeType, array)!;
    }

    private static GraphQLException NullViolation(InputPath path) => new(ErrorBuilder.New()
        .SetMessage("Cannot accept null for non-nullable input.").SetCode("HC0018").SetExtension("inputPath", path.ToList()).Build());

    private static GraphQLException Refuse(string message, InputPath path, params (string Key, object Value)[] extensions)
    {
        var error = ErrorBuilder.New().SetMessage(message).SetExtension("inputPath", path.ToList());
        foreach (var (key, value) in extensions) error.SetExtension(key, value);
        return new(error.Build());
    }

    /// <summary>The same refusal with the argument that it is about, if it is one of a scalar or enum.</summary>
    public static GraphQLException At(string coordinate, GraphQLException exception) => new(exception.Errors.Select(error =>
        error.Extensions?.GetValueOrDefault("fieldType") is { } type
            ? error.RemoveExtension("fieldType").SetExtension("coordinate", coordinate).SetExtension("fieldType", type) : error));

    /// <summary>Where in an argument or variable a value stands.</summary>
    private sealed record InputPath(InputPath? Parent, object Segment)
    {
        public InputPath(string name) : this(null, name) { }

        public string Name => Parent is null ? (string)Segment : Parent.Name;

        public List<object> ToList()
        {
            var segments = Parent?.ToList() ?? [];
            segments.Add(Segment);
            return segments;
        }
    }
}
