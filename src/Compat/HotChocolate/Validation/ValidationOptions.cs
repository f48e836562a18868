namespace HotChocolate.Validation;

/// <summary>The limits that documents are checked against besides the rules of the specification.</summary>
internal sealed record ValidationOptions
{
    /// <summary>The greatest depth of fields; null for no limit.</summary>
    public int? MaxDepth { get; set; }

    /// <summary>Whether fields of the introspection types do not count for it.</summary>
    public bool SkipIntrospectionDepth { get; set; }

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected.</summary>
    public bool AllowIntrospection { get; init; }
}
