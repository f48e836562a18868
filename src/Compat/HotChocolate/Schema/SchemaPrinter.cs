using System.Globalization;
using System.Text;
using HotChocolate.Authorization;
using HotChocolate.CostAnalysis;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Schemas;

/// <summary>Writes a schema in the schema definition language, in lines of at most 80 characters where they can be broken.</summary>
internal sealed class SchemaPrinter
{
    private const int LineLength = 80;

    private readonly bool _showsProtection;
    private readonly StringBuilder _text = new();

    private SchemaPrinter(bool showsProtection) => _showsProtection = showsProtection;

    /// <summary>Prints for the application, or for its clients, whom it does not concern what is protected how.</summary>
    public static string Print(Schema schema, bool showsProtection)
    {
        var printer = new SchemaPrinter(showsProtection);
        printer.SchemaDefinition(schema);
        foreach (var type in schema.Types.Where(type => !IsImplied(type))) printer.Type(type);
        foreach (var directive in showsProtection ? ProtectionOf(schema) : []) printer.DirectiveDefinition(directive);
        foreach (var directive in DirectiveType.Cost) printer.DirectiveDefinition(directive);
        return printer._text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<DirectiveType> ProtectionOf(Schema schema)
    {
        var fields = schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields).ToList();
        if (fields.Exists(field => field.IsForEverybody)) yield return DirectiveType.AllowAnonymous;
        if (fields.Exists(field => field.Rules.Count > 0) || schema.Types.OfType<ObjectType>().Any(type => type.Rules.Count > 0))
            yield return DirectiveType.Authorize((ITypeDefinition)schema.FindType("ApplyPolicy")!);
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
                var applied = complex is ObjectType { } shown ? string.Concat(Protection(shown.Rules, false).Concat(Cost(shown.CostWeight)).Select(directive => " " + directive)) : "";
                _text.Append(complex is ObjectType ? "type " : "interface ").Append(complex.Name).Append(implements).Append(applied).Append(" {\n");
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
        var head = $"  {field.Name}{inline}";
        var line = $"{head}: {field.Type}";
        // Its type may go beyond the line's end.
        if (field.Arguments.Count > 0 && (head.Length > LineLength || head.Contains('\n')))
        {
            _text.Append("  ").Append(field.Name).Append("(\n");
            foreach (var argument in field.Arguments)
            {
                Description(argument.Description, "    ");
                Directives("    " + Input(argument), "    ", [.. Cost(argument.CostWeight), .. Deprecated(argument.DeprecationReason)]);
            }
            line = $"  ): {field.Type}";
        }
        var (sizing, cost) = (ListSize(field.Sizing), Cost(field.CostWeight));
        // What follows from paging is added behind what attributes say.
        Directives(line, "  ", [.. Protection(field.Rules, field.IsForEverybody), .. field.SaysCost ? cost.Concat(sizing) : sizing.Concat(cost), .. Deprecated(field.DeprecationReason)]);
    }

    private void DirectiveDefinition(DirectiveType directive)
    {
        Description(directive.Description, "");
        _text.Append("directive @").Append(directive.Name).Append(directive.Arguments.Count > 0 ? "(\n" : "");
        foreach (var argument in directive.Arguments)
        {
            Description(argument.Description, "  ");
            _text.Append("  ").Append(Input(argument)).Append('\n');
        }
        string[] locations = [.. directive.Locations.Select(location => Introspection.IntrospectionTypes.ScreamingCase(location.ToString()))];
        var start = _text.Length;
        _text.Append(directive.Arguments.Count > 0 ? ")" : "").Append(directive.IsRepeatable ? " repeatable on" : " on");
        if (_text.Length - start + locations.Sum(location => location.Length + 3) <= LineLength) _text.Append(' ').AppendJoin(" | ", locations);
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
        string.Concat(Cost(argument.CostWeight).Concat(Deprecated(argument.DeprecationReason)).Select(directive => " " + directive)));

    private static string Input(InputValue value) => $"{value.Name}: {value.Type}{(value.DefaultValue is null ? "" : $" = {value.DefaultValue}")}";

    /// <summary>A directive with its arguments as text.</summary>
    private sealed record Applied(string Name, string[] Arguments)
    {
        public override string ToString() => Arguments.Length == 0 ? "@" + Name : $"@{Name}({string.Join(", ", Arguments)})";
    }

    private IEnumerable<Applied> Protection(IReadOnlyList<AuthorizeRule> rules, bool isForEverybody)
    {
        if (!_showsProtection) return [];
        var shown = rules.Select(rule => new Applied("authorize",
        [
            .. rule.Policy is { } policy ? [$"policy: {SyntaxPrinter.Quote(policy)}"] : Array.Empty<string>(),
            .. rule.Roles is { } roles ? [$"roles: {Names(roles)}"] : Array.Empty<string>(),
            .. rule.Apply == ApplyPolicy.BeforeResolver ? Array.Empty<string>() : [rule.Apply == ApplyPolicy.Validation ? "apply: VALIDATION" : "apply: AFTER_RESOLVER"],
        ]));
        return isForEverybody ? shown.Append(new("allowAnonymous", [])) : shown;
    }

    private static string Names(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(SyntaxPrinter.Quote))}]";

    private static Applied[] Deprecated(string? reason) => reason is null ? [] : [new("deprecated", [$"reason: {SyntaxPrinter.Quote(reason)}"])];

    private static Applied[] Cost(double? weight) =>
        weight is null ? [] : [new("cost", [string.Create(CultureInfo.InvariantCulture, $"weight: \"{weight}\"")])];

    private static Applied[] ListSize(ListSizing? sizing) => sizing is null ? [] :
    [
        new("listSize",
        [
            .. sizing.AssumedSize is { } assumed ? [string.Create(CultureInfo.InvariantCulture, $"assumedSize: {assumed}")] : Array.Empty<string>(),
            .. sizing.Arguments.Count > 0 ? [$"slicingArguments: {Names(sizing.Arguments)}"] : Array.Empty<string>(),
            .. sizing.DefaultSize is { } size ? [string.Create(CultureInfo.InvariantCulture, $"slicingArgumentDefaultValue: {size}")] : Array.Empty<string>(),
            .. sizing.SizedFields.Count > 0 ? [$"sizedFields: {Names(sizing.SizedFields)}"] : Array.Empty<string>(),
            .. sizing.RequiresOneArgument ? Array.Empty<string>() : ["requireOneSlicingArgument: false"],
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
