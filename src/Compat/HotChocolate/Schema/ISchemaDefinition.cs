namespace HotChocolate;

/// <summary>A schema. <see cref="object.ToString"/> gives it in the schema definition language.</summary>
public interface ISchemaDefinition
{
    /// <summary>What belongs to the schema itself, such as the storage of its documents.</summary>
    IServiceProvider Services { get; }
}
