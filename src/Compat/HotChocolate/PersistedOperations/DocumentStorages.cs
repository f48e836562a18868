using HotChocolate.Execution;
using HotChocolate.Language;
using Microsoft.Extensions.Caching.Memory;

namespace HotChocolate.PersistedOperations;

/// <summary>Documents in the application's memory cache.</summary>
internal sealed class InMemoryOperationDocumentStorage(IMemoryCache cache) : IOperationDocumentStorage
{
    public ValueTask<IOperationDocument?> TryReadAsync(OperationDocumentId documentId, CancellationToken cancellationToken = default) =>
        new(cache.Get<IOperationDocument>(documentId.Value));

    public ValueTask SaveAsync(OperationDocumentId documentId, IOperationDocument document, CancellationToken cancellationToken = default)
    {
        cache.GetOrCreate(documentId.Value, _ => document);
        return default;
    }
}

/// <summary>Documents as files <c>{id}.graphql</c> of a folder, which is made when it is missing.</summary>
internal sealed class FileSystemOperationDocumentStorage : IOperationDocumentStorage
{
    private readonly string _folder;

    public FileSystemOperationDocumentStorage(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    public async ValueTask<IOperationDocument?> TryReadAsync(OperationDocumentId documentId, CancellationToken cancellationToken = default)
    {
        var file = FileOf(documentId);
        return File.Exists(file) ? new OperationDocumentSourceText(await File.ReadAllTextAsync(file, cancellationToken)) : null;
    }

    public async ValueTask SaveAsync(OperationDocumentId documentId, IOperationDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var file = FileOf(documentId);
        if (File.Exists(file)) return;
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await document.WriteToAsync(stream, cancellationToken);
    }

    // An id has no character that could lead out of the folder.
    private string FileOf(OperationDocumentId id) => System.IO.Path.Combine(_folder, id.Value + ".graphql");
}
