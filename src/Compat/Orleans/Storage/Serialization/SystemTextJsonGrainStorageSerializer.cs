using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Storage;

namespace Orleans.Serialization
{
    /// <summary>How <see cref="SystemTextJsonGrainStorageSerializer"/> writes; programs that share a database need the same.</summary>
    public sealed class SystemTextJsonGrainStorageSerializerOptions
    {
        /// <summary>The options of the JSON: fields are written, nulls are not.</summary>
        public JsonSerializerOptions JsonSerializerOptions { get; } = new()
        {
            IncludeFields = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
    }
}

namespace Orleans.Storage
{
    /// <summary>Stores states as JSON without type names, so that other programs can read them.</summary>
    public sealed class SystemTextJsonGrainStorageSerializer(IOptions<SystemTextJsonGrainStorageSerializerOptions> options)
        : IGrainStorageSerializer
    {
        private readonly JsonSerializerOptions _json = options.Value.JsonSerializerOptions;

        /// <inheritdoc/>
        public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, _json));

        /// <inheritdoc/>
        public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input, _json);
    }
}

namespace Orleans.Hosting
{
    /// <summary>Chooses the serializer of stored states.</summary>
    public static class SystemTextJsonSerializerExtensions
    {
        /// <summary>States are stored as JSON, as <see cref="SystemTextJsonGrainStorageSerializerOptions"/> say.</summary>
        public static ISiloBuilder UseSystemTextJsonGrainStorageSerializer(this ISiloBuilder siloBuilder) => siloBuilder.ConfigureServices(
            services => services.AddSingleton<IGrainStorageSerializer, SystemTextJsonGrainStorageSerializer>());
    }
}
