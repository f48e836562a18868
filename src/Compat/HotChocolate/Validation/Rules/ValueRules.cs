using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Validation.Rules;

/// <summary>Values of Correct Type, Input Object Field Names, Uniqueness and Required Fields (§5.6). It notes where variables are used.</summary>
internal sealed class ValueRules(ValidationContext context, List<VariableUsage> usages)
{
    public void Check(InputValue definition, ArgumentNode argument)
    {
        // A missing required value is reported as such already.
        if (argument.Value is NullValueNode && definition.IsRequired) return;
        if (!IsValid(definition.Type, definition.DefaultValue is not null, argument.Value, argument.Position))
        {
            context.Report("The specified argument value does not match the argument type.", argument.ValuePosition, "Values-of-Correct-Type",
                ("argument", argument.Name), ("argumentValue", argument.Value.ToString()), ("locationType", definition.Type.ToString()));
        }
    }

    public void CheckDefault(VariableDefinitionNode variable, IType type)
    {
        if (!IsValid(type, hasDefault: false, variable.DefaultValue!, variable.DefaultValuePosition))
        {
            context.Report($"The specified value type of variable `{variable.Name}` does not match the variable type.", variable.DefaultValuePosition,
                "Values-of-Correct-Type", ("variable", variable.Name), ("variableType", variable.Type.ToString()), ("locationType", type.ToString()));
        }
    }

    private bool IsValid(IType type, bool hasDefault, IValueNode value, int position)
    {
        if (value is VariableNode variable)
        {
            usages.Add(new(variable, type, hasDefault, [.. context.Path]));
            return true;
        }
        if (value is NullValueNode) return !type.IsNonNull();
        switch (type.Nullable())
        {
            case ListType list when value is ListValueNode items:
                var valid = true;
                foreach (var item in items.Items) valid &= IsValid(list.Item, hasDefault: false, item, position);
                return valid;
            case ListType list:
                return IsValid(list.Item, hasDefault: false, value, position);
            case InputObjectType input:
                if (value is not ObjectValueNode fields) return false;
                CheckFields(input, fields, position);
                return true;
            default:
                return type.Nullable() is ILeafType leaf && leaf.IsValidLiteral(value);
        }
    }

    private void CheckFields(InputObjectType input, ObjectValueNode value, int position)
    {
        var names = new HashSet<string>();
        foreach (var field in value.Fields)
        {
            if (!names.Add(field.Name))
                context.Report($"There can be only one input field named `{field.Name}`.", field.Position, "Input-Object-Field-Uniqueness",
                    ("field", field.Name));
            var index = input.IndexOf(field.Name);
            if (index < 0)
            {
                context.Report($"The specified input object field `{field.Name}` does not exist.", field.Position,
                    "Input-Object-Field-Names", ("field", field.Name));
                continue;
            }
            var definition = input.Fields[index];
            if (field.Value is NullValueNode && definition.Type.IsNonNull())
                Required(field.Name, field.Position);
            else if (!IsValid(definition.Type, definition.DefaultValue is not null, field.Value, field.Position))
                context.Report($"The value of the input field `{field.Name}` does not match the field type.", field.Position,
                    "Values-of-Correct-Type",
                    ("fieldName", field.Name), ("field", $"{input.Name}.{field.Name}"), ("value", field.Value.ToString()),
                        ("locationType", definition.Type.ToString()));
        }
        foreach (var missing in input.Fields.Where(field => field.IsRequired && !names.Contains(field.Name)))
            Required(missing.Name, position);
        if (input.IsOneOf) CheckOneOf(input, value, position);
    }

    private void Required(string field, int position) =>
        context.Report($"`{field}` is a required field and cannot be null.", position, "Input-Object-Required-Fields", ("field", field));

    private void CheckOneOf(InputObjectType input, ObjectValueNode value, int position)
    {
        if (value.Fields.Count == 1 && value.Fields[0].Value is not NullValueNode)
        {
            if (value.Fields[0].Value is VariableNode variable)
            {
                // A variable that may be null would break the rule at run time.
                usages.RemoveAll(usage => usage.Variable == variable);
                usages.Add(new(variable, new NonNullType(input.Fields[Math.Max(0, input.IndexOf(value.Fields[0].Name))].Type),
                    HasDefault: false, [.. context.Path]));
            }
            return;
        }
        context.Report($"The OneOf Input Object `{input.Name}` requires that exactly one field must be supplied and that field must not be `null`.",
            position, "All-Variable-Usages-Are-Allowed", ("type", input.Name));
    }
}
