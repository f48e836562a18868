namespace Orleans.Storage;

/// <summary>Turns states into what a store keeps, and back.</summary>
public interface IGrainStorageSerializer
{
    /// <summary>The bytes of a state.</summary>
    BinaryData Serialize<T>(T? input);

    /// <summary>The state of these bytes.</summary>
    T? Deserialize<T>(BinaryData input);
}

/// <summary>Options of a store that has a serializer of its own.</summary>
public interface IStorageProviderSerializerOptions
{
    /// <summary>The store's serializer; that of the silo when none is set.</summary>
    IGrainStorageSerializer GrainStorageSerializer { get; set; }
}
