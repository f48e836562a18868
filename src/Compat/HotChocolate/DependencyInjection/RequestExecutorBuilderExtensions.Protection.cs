using System.Security.Cryptography;
using HotChocolate;
using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Options;
using HotChocolate.Language;
using HotChocolate.PersistedOperations;
using Microsoft.Extensions.Caching.Memory;

namespace Microsoft.Extensions.DependencyInjection;

/// <content>What keeps requests small, and which documents may run.</content>
public static partial class RequestExecutorBuilderExtensions
{
    private const string UsualFolder = "persisted_operations";

    /// <summary>Changes how a schema is built and what is kept for it.</summary>
    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaOptions> configure) =>
        builder.Configure(setup => configure(setup.SchemaOptions));

    /// <summary>Changes how large documents may be.</summary>
    public static IRequestExecutorBuilder ModifyParserOptions(this IRequestExecutorBuilder builder, Action<RequestParserOptions> configure) =>
        builder.Configure(setup => configure(setup.Parser));

    /// <summary>Changes after how many errors validation stops, 5 by default.</summary>
    public static IRequestExecutorBuilder SetMaxAllowedValidationErrors(this IRequestExecutorBuilder builder, int maxAllowedValidationErrors) =>
        builder.Configure(setup => setup.Validation.MaxErrors = maxAllowedValidationErrors);

    /// <summary>Refuses operations in which a field stands inside itself more often, itself included, with the error HC0087.</summary>
    public static IRequestExecutorBuilder AddMaxAllowedFieldCycleDepthRule(this IRequestExecutorBuilder builder, ushort? defaultCycleLimit = 3) =>
        builder.Configure(setup => setup.Validation.MaxFieldCycle = defaultCycleLimit);

    /// <summary>Lets fields stand inside themselves as often as they like; by default 3 times.</summary>
    public static IRequestExecutorBuilder RemoveMaxAllowedFieldCycleDepthRule(this IRequestExecutorBuilder builder) =>
        builder.Configure(setup => setup.Validation.MaxFieldCycle = null);

    /// <summary>
    /// Lets clients send the id of a stored document instead of the document; it needs a storage. Whether they must, says
    /// <see cref="RequestExecutorOptions.PersistedOperations"/>.
    /// </summary>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder) =>
        builder.Configure(setup => setup.UsesPersistedOperations = true);

    /// <summary>Keeps documents in the application's <see cref="IMemoryCache"/>, which must be registered.</summary>
    public static IRequestExecutorBuilder AddInMemoryOperationDocumentStorage(this IRequestExecutorBuilder builder) =>
        builder.Configure(setup => setup.DocumentStorage = services =>
            new InMemoryOperationDocumentStorage(services.GetRequiredService<IMemoryCache>()));

    /// <summary>Keeps documents as files <c>{id}.graphql</c>.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="cacheDirectory">The folder, made when it is missing; by default <c>persisted_operations</c> below the working directory.</param>
    public static IRequestExecutorBuilder AddFileSystemOperationDocumentStorage(this IRequestExecutorBuilder builder, string? cacheDirectory = null) =>
        builder.Configure(setup => setup.DocumentStorage = _ => new FileSystemOperationDocumentStorage(cacheDirectory ?? UsualFolder));

    /// <summary>Takes the SHA-256 of a document as its id; by default it is its MD5 in hexadecimal.</summary>
    public static IRequestExecutorBuilder AddSha256DocumentHashProvider(this IRequestExecutorBuilder builder, HashFormat format = HashFormat.Base64) =>
        builder.Configure(setup => setup.DocumentHash = new(HashAlgorithmName.SHA256, format));
}
