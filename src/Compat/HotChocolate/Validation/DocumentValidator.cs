using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Validation.Rules;

namespace HotChocolate.Validation;

/// <summary>
/// The validation rules of October 2021 (§5), and the limits of the server. Each definition is looked at once, however often it is spread;
/// the rules that must follow spreads run only when these lead nowhere in circles.
/// </summary>
internal sealed class DocumentValidator(Schema schema, ValidationOptions options)
{
    /// <summary>What is wrong with a document; empty if nothing is.</summary>
    public IReadOnlyList<IError> Validate(DocumentNode document)
    {
        var context = new ValidationContext(schema, document, options);
        OperationRules.Check(context);
        FragmentRules.Check(context);
        var usages = new VariableUsages();
        foreach (var definition in document.Definitions)
        {
            if (definition is TypeSystemDefinitionNode) continue;
            new SelectionRules(context, usages.Of(definition)).Check(definition);
        }
        if (!FragmentRules.HaveCycles(context))
        {
            VariableRules.Check(context, usages);
            if (LimitRules.Check(context))
            {
                FieldMergingRule.Check(context);
                FieldCycleRule.Check(context);
            }
        }
        return context.Errors;
    }
}
