using System.Globalization;
using System.Text;
using HotChocolate.Language;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;

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
        foreach (var directive in DirectiveType.Cost) printer.DirectiveDefinition(directive);
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
                Directives($"scalar {scalar.Name}", "", scalar.SpecifiedBy is { } url
                    ? [new("specifiedBy", [$"url: {SyntaxPrinter.Quote(url)}"])] : []);
                break;
            case ComplexType complex:
                var implements = complex.Interfaces.Count == 0 ? ""
                    : $" implements {string.Join(" & ", complex.Interfaces.Select(item => item.Name))}";
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
        Directives(line, "  ", [.. Deprecated(field.DeprecationReason), .. ListSize(field.Paging), .. Cost(field.CostWeight)]);
    }

    private void DirectiveDefinition(DirectiveType directive)
    {
        Description(directive.Description, "");
        _text.Append("directive @").Append(directive.Name).Append("(\n");
        foreach (var argument in directive.Arguments)
        {
            Description(argument.Description, "  ");
            _text.Append("  ").Append(Input(argument)).Append('\n');
        }
        string[] locations = [.. directive.Locations.Select(location => Introspection.IntrospectionTypes.ScreamingCase(location.ToString()))];
        _text.Append(") on");
        if (locations.Length == 1) _text.Append(' ').Append(locations[0]);
        else _text.AppendJoin("", locations.Select(location => "\n  | " + location));
        _text.Append("\n\n");
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

    /// <summary>A directive with its arguments as text.</summary>
    private sealed record Applied(string Name, string[] Arguments)
    {
        public override string ToString() => $"@{Name}({string.Join(", ", Arguments)})";
    }

    private static Applied[] Deprecated(string? reason) => reason is null ? [] : [new("deprecated", [$"reason: {SyntaxPrinter.Quote(reason)}"])];

    private static Applied[] Cost(double? weight) =>
        weight is null ? [] : [new("cost", [string.Create(CultureInfo.InvariantCulture, $"weight: \"{weight}\"")])];

    private static Applied[] ListSize(FieldPaging? paging) => paging is null ? [] :
    [
        new("listSize",
        [
            string.Create(CultureInfo.InvariantCulture, $"assumedSize: {paging.MaxPageSize}"),
            paging.AllowBackwardPagination ? "slicingArguments: [\"first\", \"last\"]" : "slicingArguments: [\"first\"]",
            string.Create(CultureInfo.InvariantCulture, $"slicingArgumentDefaultValue: {paging.DefaultPageSize}"),
            paging.IncludeNodesField ? "sizedFields: [\"edges\", \"nodes\"]" : "sizedFields: [\"edges\"]",
            paging.RequirePagingBoundaries ? "requireOneSlicingArgument: true" : "requireOneSlicingArgument: false",
        ]),
    ];

    private void Directives(string line, string indentation, Applied[] directives)
    {
        var inline = string.Concat([line, .. directives.Select(directive => " " + directive)]);
        if (directives.Length == 0 || inline.Length <= LineLength)
        {
            _text.Append(inline).Append('\n');
            return;
        }
        _text.Append(line).Append('\n');
        foreach (var directive in directives)
        {
            var text = $"{indentation}  {directive}";
            if (text.Length <= LineLength) _text.Append(text).Append('\n');
            else _text.Append(indentation).Append("  @").Append(directive.Name).Append("(\n")
                .AppendJoin("", directive.Arguments.Select(argument => $"{indentation}    {argument}\n")).Append(indentation).Append("  )\n");
        }
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
            _text.Append(indentation).Append(line).Append('\n');
        _text.Append(indentation).Append("\"\"\"\n");
    }
}
