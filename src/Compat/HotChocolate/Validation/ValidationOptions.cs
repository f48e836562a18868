namespace HotChocolate.Validation;

/// <summary>The limits that documents are checked against besides the rules of the specification.</summary>
internal sealed record ValidationOptions
{
    /// <summary>The greatest depth of fields; null for no limit.</summary>
    public int? MaxDepth { get; set; }

    /// <summary>Whether fields of the introspection types do not count for it.</summary>
    public bool SkipIntrospectionDepth { get; set; }

    /// <summary>How often a field may stand inside itself at most, itself included; null for no limit.</summary>
    public int? MaxFieldCycle { get; set; }

    /// <summary>After how many errors validation stops: a document with more is not a person's mistake, and its answer should not be larger than itself.</summary>
    public int MaxErrors { get; set; } = 5;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected.</summary>
    public bool AllowIntrospection { get; init; }
}
