using System.Collections.Concurrent;
using HotChocolate.Authorization;
using HotChocolate.CostAnalysis;
using HotChocolate.Execution.Options;
using HotChocolate.Language;
using HotChocolate.Schemas;

namespace HotChocolate.Execution;

/// <summary>A document that has been parsed and validated, with the plans of the operations that were asked for.</summary>
internal sealed class CachedDocument
{
    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new();

    private CachedDocument(DocumentNode? document, IReadOnlyList<IError> errors) => (Document, Errors) = (document, errors);

    /// <summary>The document; null if it is not GraphQL.</summary>
    public DocumentNode? Document { get; }

    /// <summary>Why it cannot be executed; empty if it can.</summary>
    public IReadOnlyList<IError> Errors { get; }

    public static CachedDocument Parse(byte[] source, RequestParserOptions limits, Func<DocumentNode, IReadOnlyList<IError>> validate)
    {
        try
        {
            var document = Utf8GraphQLParser.Parse(source, limits);
            return new(document, validate(document));
        }
        catch (SyntaxException exception)
        {
            var location = DocumentNode.Locate(source, exception.Position);
            return new(null, [ErrorBuilder.New().SetMessage(exception.Message).SetCode("HC0011").AddLocation(location).Build()]);
        }
    }

    /// <summary>The plan of an operation; throws <see cref="GraphQLException"/> when there is no such operation or the schema cannot run it.</summary>
    public OperationPlan Plan(Schema schema, string? operationName)
    {
        if (_plans.TryGetValue(operationName ?? "", out var known)) return known;
        var plan = OperationCompiler.Compile(schema, Document!, Operation(operationName));
        return _plans.GetOrAdd(operationName ?? "", plan with { Cost = OperationCost.Of(plan, Document!), Rules = DocumentRules.Of(plan) });
    }

    private OperationDefinitionNode Operation(string? name)
    {
        var operations = Document!.Operations;
        if (name is null)
        {
            if (operations.Count == 1) return operations[0];
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage(operations.Count == 0
                    ? "There are no operations in the GraphQL document."
                    : "The operation name can only be omitted if there is just one operation in a GraphQL document.")
                .Build().WithLocations([.. operations.Select(operation => Document.Locate(operation.Position))]));
        }
        return operations.FirstOrDefault(operation => operation.Name == name) ?? throw new GraphQLException(ErrorBuilder.New()
            .SetMessage($"The specified operation `{name}` cannot be found.")
            .AddLocation(Document.Locate(Document.Definitions[0].Position)).SetExtension("operationName", name).Build());
    }
}
