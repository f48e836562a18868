using System.Text.Json;
using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>A variable's value: the JSON of the request, or the default of the operation.</summary>
internal readonly record struct VariableValue(JsonElement? Json, IValueNode? Literal);

/// <summary>
/// The variables of a request. They are checked against their declared types at once, and coerced again where they are used, to what the
/// member there takes.
/// </summary>
internal sealed class VariableValues
{
    public static readonly VariableValues None = new([]);

    private readonly Dictionary<string, VariableValue> _values;

    private VariableValues(Dictionary<string, VariableValue> values) => _values = values;

    /// <summary>The value; null when neither the request nor the operation gives one.</summary>
    public VariableValue? Find(string name) => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether a Boolean variable is true.</summary>
    public bool IsTrue(string name) => Find(name) switch
    {
        { Json: { } json } => json.ValueKind == JsonValueKind.True,
        { Literal: BooleanValueNode literal } => literal.Value,
        _ => false,
    };

    /// <summary>Checks the variables of a request; throws <see cref="GraphQLException"/>.</summary>
    public static VariableValues Coerce(OperationPlan plan, DocumentNode document, JsonElement? variables)
    {
        if (plan.Variables.Count == 0) return None;
        var values = new Dictionary<string, VariableValue>(plan.Variables.Count);
        foreach (var variable in plan.Variables)
        {
            if (variables is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(variable.Name, out var json))
            {
                Check(variable, json);
                values[variable.Name] = new(json, null);
            }
            else if (variable.Definition.DefaultValue is { } literal)
            {
                InputCoercion.Literal(variable.Type, literal, variable.Name);
                values[variable.Name] = new(null, literal);
            }
            else if (variable.Type is Types.NonNullType)
            {
                throw new GraphQLException(ErrorBuilder.New()
                    .SetMessage($"Variable `{variable.Name}` is required.").SetCode("HC0018")
                    .AddLocation(document.Locate(variable.Definition.Position)).SetExtension("variable", variable.Name).Build());
            }
        }
        foreach (var condition in plan.Conditions)
        {
            // A variable that may be null may stand here if it has a default, which an explicit null passes by (§5.8.5).
            if (values.TryGetValue(condition.Variable, out var value) && value is { Json.ValueKind: JsonValueKind.Null } or { Literal: NullValueNode })
                throw new GraphQLException(ErrorBuilder.New()
                    .SetMessage($"Variable `{condition.Variable}` decides about @skip or @include and must not be null.").SetCode("HC0018")
                    .SetExtension("variable", condition.Variable).Build());
        }
        return new(values);
    }

    private static void Check(VariablePlan variable, JsonElement json)
    {
        try
        {
            InputCoercion.Json(variable.Type, json, variable.Name);
        }
        catch (GraphQLException exception) when (exception.Errors[0].Extensions?["inputPath"] is List<object> { Count: 1 }
            && exception.Errors[0].Code is null
            && Types.TypeExtensions.Nullable(variable.Type) is Types.ILeafType)
        {
            // The whole variable is wrong: its name is the path, as for a field of the result.
            throw new GraphQLException(ErrorBuilder.New().SetMessage(exception.Errors[0].Message).SetPath(Path.Root.Append(variable.Name)).Build());
        }
    }
}
