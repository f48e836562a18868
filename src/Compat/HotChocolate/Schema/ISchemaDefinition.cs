namespace HotChocolate;

/// <summary>A schema. <see cref="object.ToString"/> gives it in the schema definition language.</summary>
public interface ISchemaDefinition;
