using System.Text;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Schemas;

/// <summary>Writes a schema in the schema definition language, in lines of at most 80 characters where they can be broken.</summary>
internal sealed class SchemaPrinter
{
    private const int LineLength = 80;

    private readonly StringBuilder _text = new();

    public static string Print(Schema schema)
    {
        var printer = new SchemaPrinter();
        printer.SchemaDefinition(schema);
        foreach (var type in schema.Types.Where(type => !IsImplied(type))) printer.Type(type);
        return printer._text.ToString().TrimEnd('\n');
    }

    private static bool IsImplied(ITypeDefinition type) =>
        type.Name.StartsWith("__", StringComparison.Ordinal) || (type is ScalarType scalar && BuiltInScalars.IsSpecified(scalar));

    private void SchemaDefinition(Schema schema)
    {
        _text.Append("schema {\n  query: ").Append(schema.Query.Name).Append('\n');
        if (schema.Mutation is { } mutation) _text.Append("  mutation: ").Append(mutation.Name).Append('\n');
        if (schema.Subscription is { } subscription) _text.Append("  subscription: ").Append(subscription.Name).Append('\n');
        _text.Append("}\n\n");
    }

    private void Type(ITypeDefinition type)
    {
        Description(type.Description, "");
        switch (type)
        {
            case ScalarType scalar:
                Directives($"scalar {scalar.Name}", "", scalar.SpecifiedBy is { } url ? [$"@specifiedBy(url: {SyntaxPrinter.Quote(url)})"] : []);
                break;
            case ComplexType complex:
                var implements = complex.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", complex.Interfaces.Select(item => item.Name))}";
                _text.Append(complex is ObjectType ? "type " : "interface ").Append(complex.Name).Append(implements).Append(" {\n");
                foreach (var field in complex.Fields) Field(field);
                _text.Append("}\n");
                break;
            case UnionType union:
                _text.Append("union ").Append(union.Name).Append(" = ").AppendJoin(" | ", union.PossibleTypes.Select(item => item.Name)).Append('\n');
                break;
            case InputObjectType input:
                _text.Append("input ").Append(input.Name).Append(input.IsOneOf ? " @oneOf {\n" : " {\n");
                foreach (var field in input.Fields) InputField(field);
                _text.Append("}\n");
                break;
            case EnumType @enum:
                _text.Append("enum ").Append(@enum.Name).Append(" {\n");
                foreach (var value in @enum.Values)
                {
                    Description(value.Description, "  ");
                    Directives("  " + value.Name, "  ", Deprecated(value.DeprecationReason));
                }
                _text.Append("}\n");
                break;
        }
        _text.Append('\n');
    }

    private void Field(OutputField field)
    {
        Description(field.Description, "  ");
        var inline = field.Arguments.Count == 0 ? "" : $"({string.Join(", ", field.Arguments.Select(InlineArgument))})";
        var line = $"  {field.Name}{inline}: {field.Type}";
        if (field.Arguments.Count > 0 && (line.Length > LineLength || line.Contains('\n')))
        {
            _text.Append("  ").Append(field.Name).Append("(\n");
            foreach (var argument in field.Arguments)
            {
                Description(argument.Description, "    ");
                Directives("    " + Input(argument), "    ", Deprecated(argument.DeprecationReason));
            }
            line = $"  ): {field.Type}";
        }
        Directives(line, "  ", Deprecated(field.DeprecationReason));
    }

    private void InputField(InputValue field)
    {
        Description(field.Description, "  ");
        Directives("  " + Input(field), "  ", Deprecated(field.DeprecationReason));
    }

    private static string InlineArgument(InputValue argument) => string.Concat(
        argument.Description is null ? "" : argument.Description.Contains('\n') ? "\n" : SyntaxPrinter.Quote(argument.Description) + " ",
        Input(argument),
        string.Concat(Deprecated(argument.DeprecationReason).Select(directive => " " + directive)));

    private static string Input(InputValue value) => $"{value.Name}: {value.Type}{(value.DefaultValue is null ? "" : $" = {value.DefaultValue}")}";

    private static string[] Deprecated(string? reason) => reason is null ? [] : [$"@deprecated(reason: {SyntaxPrinter.Quote(reason)})"];

    private void Directives(string line, string indentation, string[] directives)
    {
        var inline = string.Concat([line, .. directives.Select(directive => " " + directive)]);
        if (directives.Length == 0 || inline.Length <= LineLength) _text.Append(inline).Append('\n');
        else _text.Append(line).Append('\n').AppendJoin("", directives.Select(directive => $"{indentation}  {directive}\n"));
    }

    private void Description(string? description, string indentation)
    {
        if (description is null) return;
        if (!description.Contains('\n'))
        {
            _text.Append(indentation).Append(SyntaxPrinter.Quote(description)).Append('\n');
            return;
        }
        _text.Append(indentation).Append("\"\"\"\n");
        foreach (var line in description.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Split('\n'))
            _text.Append(line.Length == 0 ? "" : indentation).Append(line).Append('\n');
        _text.Append(indentation).Append("\"\"\"\n");
    }
}
