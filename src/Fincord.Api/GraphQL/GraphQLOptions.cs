using Microsoft.Extensions.Options;

namespace Fincord.Api.GraphQL;

/// <summary>Settings of the GraphQL API, section <c>GraphQL</c> of the configuration.</summary>
public sealed class GraphQLOptions
{
    /// <summary>The section.</summary>
    public const string Section = "GraphQL";

    /// <summary>The longest request in bytes, 262,144 by default.</summary>
    public int MaxRequestSize { get; set; } = 256 * 1024;

    /// <summary>How deep fields may be nested, 12 by default; a root field has depth 1.</summary>
    public int MaxDepth { get; set; } = 12;

    /// <summary>How many fields a document may have, aliased ones included, 500 by default.</summary>
    public int MaxFields { get; set; } = 500;

    /// <summary>What an operation may cost, 5,000 by default: a page of 1,000 candles with all its fields costs a little more than 1,000.</summary>
    public double MaxCost { get; set; } = 5_000;

    /// <summary>How long an operation may take before it is given up, 10 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether clients may ask for the schema, by default they may: it is public, and tools live on it.</summary>
    public bool AllowIntrospection { get; set; } = true;

    /// <summary>A folder with documents <c>{id}.graphql</c> that clients may name instead of sending them; null for none.</summary>
    public string? DocumentFolder { get; set; }

    /// <summary>Whether only the documents of <see cref="DocumentFolder"/> are executed.</summary>
    public bool OnlyKnownDocuments { get; set; }

    /// <summary>Refuses what cannot be served; throws <see cref="OptionsValidationException"/>.</summary>
    public void Check()
    {
        List<string> failures = [];
        if (MaxRequestSize < 1_024) failures.Add("GraphQL:MaxRequestSize is at least 1024 bytes.");
        if (MaxDepth < 1) failures.Add("GraphQL:MaxDepth is at least 1.");
        if (MaxFields < 1) failures.Add("GraphQL:MaxFields is at least 1.");
        if (!(MaxCost > 0)) failures.Add("GraphQL:MaxCost is a positive number.");
        if (Timeout <= TimeSpan.Zero) failures.Add("GraphQL:Timeout is a positive duration.");
        if (DocumentFolder is not null && !Directory.Exists(DocumentFolder)) failures.Add($"GraphQL:DocumentFolder {DocumentFolder} does not exist.");
        if (OnlyKnownDocuments && DocumentFolder is null) failures.Add("GraphQL:OnlyKnownDocuments needs a GraphQL:DocumentFolder.");
        if (failures.Count > 0) throw new OptionsValidationException(Section, typeof(GraphQLOptions), failures);
    }
}
