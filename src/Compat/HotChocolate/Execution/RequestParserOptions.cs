namespace HotChocolate.Execution.Options;

/// <summary>How large a document may be. What is larger is refused while it is parsed, before it costs more.</summary>
public sealed class RequestParserOptions
{
    /// <summary>The most tokens of a document; no limit by default.</summary>
    public int MaxAllowedTokens { get; set; } = int.MaxValue;

    /// <summary>The most fields of a document, aliased ones included, 2,048 by default.</summary>
    public int MaxAllowedFields { get; set; } = 2048;

    /// <summary>The most directives of one field, fragment or operation, 4 by default.</summary>
    public int MaxAllowedDirectives { get; set; } = 4;

    /// <summary>How deep selections, lists and input objects may be nested, 200 by default.</summary>
    public int MaxAllowedRecursionDepth { get; set; } = 200;
}
