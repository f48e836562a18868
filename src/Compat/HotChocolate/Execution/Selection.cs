namespace HotChocolate.Execution.Processing;

/// <summary>A field as a document selects it.</summary>
public sealed class Selection
{
    internal Selection(string responseName) => ResponseName = responseName;

    /// <summary>Its name in the result: the alias, or the field's own.</summary>
    public string ResponseName { get; }
}
