using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Types;

namespace HotChocolate.Validation;

/// <summary>What the rules look at and report to.</summary>
internal sealed class ValidationContext
{
    private const string Specification = "https://spec.graphql.org/September2025/#sec-";

    private readonly List<IError> _errors = [];

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        Fragments = document.Fragments.DistinctBy(fragment => fragment.Name).ToDictionary(fragment => fragment.Name);
    }

    public Schema Schema { get; }
    public DocumentNode Document { get; }
    public ValidationOptions Options { get; }
    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }
    public IReadOnlyList<IError> Errors => _errors;

    /// <summary>The response names on the way to what is looked at.</summary>
    public Stack<string> Path { get; } = new();

    /// <summary>Reports a fault; <paramref name="section"/> is the section of the specification, null for rules of our own.</summary>
    public void Report(string message, int position, string? section, params ReadOnlySpan<(string Key, object? Value)> extensions) =>
        Report(message, [position], section, extensions);

    /// <summary>Reports a fault that has no place in a result, since there is no such field.</summary>
    public void ReportWithoutPath(string message, int position, string section, params ReadOnlySpan<(string Key, object? Value)> extensions)
    {
        string[] path = [.. Path];
        Path.Clear();
        Report(message, position, section, extensions);
        foreach (var name in path.Reverse()) Path.Push(name);
    }

    /// <summary>Reports a fault of several places.</summary>
    public void Report(string message, ReadOnlySpan<int> positions, string? section, params ReadOnlySpan<(string Key, object? Value)> extensions)
    {
        if (_errors.Count >= Options.MaxErrors) return;
        var error = ErrorBuilder.New().SetMessage(message);
        foreach (var position in positions) error.AddLocation(Document.Locate(position));
        if (Path.Count > 0) error.SetPath(Path.Reverse().Aggregate(HotChocolate.Path.Root, (path, name) => path.Append(name)));
        foreach (var (key, value) in extensions)
        {
            if (key == "code") error.SetCode((string?)value);
            else error.SetExtension(key, value);
        }
        if (section is not null) error.SetExtension("specifiedBy", Specification + section);
        _errors.Add(error.Build());
    }

    /// <summary>The type that a selection set of a definition is on; null if the schema does not have it.</summary>
    public ITypeDefinition? RootOf(DefinitionNode definition) => definition switch
    {
        OperationDefinitionNode operation => Schema.RootType(operation.Type),
        FragmentDefinitionNode fragment => Schema.FindType(fragment.TypeCondition.InnerName) is { } type && type.IsComposite() ? type : null,
        _ => null,
    };
}
