namespace HotChocolate;

/// <summary>How a schema is built and what is kept for it.</summary>
public class SchemaOptions
{
    private const int SmallestCache = 16;

    /// <summary>Whether fields stand in the order of their names, by default in that of their members.</summary>
    public bool SortFieldsByName { get; set; }

    /// <summary>Whether the XML documentation of members is their description, by default it is.</summary>
    public bool UseXmlDocumentation { get; set; } = true;

    /// <summary>How many documents are kept parsed and validated, with the plans of their operations; 256 by default, 16 at least.</summary>
    public int OperationDocumentCacheSize
    {
        get;
        set => field = value >= SmallestCache ? value : throw new ArgumentException($"The size of operation document cache must be at least {SmallestCache}.", nameof(value));
    } = 256;
}
