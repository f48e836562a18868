namespace HotChocolate.Execution;

/// <summary>Runs the requests to one schema.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema.</summary>
    ISchemaDefinition Schema { get; }
}
