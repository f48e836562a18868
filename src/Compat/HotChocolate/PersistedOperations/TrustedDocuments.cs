using System.Text;
using HotChocolate.Execution;

namespace HotChocolate.PersistedOperations;

/// <summary>Finds the document that a request means, and decides whether it may run.</summary>
internal sealed class TrustedDocuments(
    IOperationDocumentStorage? storage, PersistedOperationOptions options, DocumentHash hash, int cacheSize, Func<byte[], CachedDocument> parse)
{
    private readonly DocumentCache _stored = new(cacheSize);

    /// <summary>Whether clients may not send documents at all.</summary>
    public bool IsStrict => options.OnlyAllowPersistedDocuments && !options.AllowDocumentBody;

    /// <summary>Whether a request needs a look at this at all: it names a document, or not all may run.</summary>
    public bool Concerns(string? id) => options.OnlyAllowPersistedDocuments || (id is not null && storage is not null);

    /// <summary>The document of a request, or why there is none.</summary>
    /// <param name="id">The id that it names, if any.</param>
    /// <param name="body">The document that it sends, if any.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<(CachedDocument? Document, IError? Refusal)> FindAsync(string? id, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (id is null && IsStrict) return (null, NotAllowed);
        if (await ReadAsync(id ?? hash.Of(body.Span), cancellation) is { } stored) return (stored, null);
        if (body.IsEmpty || IsStrict) return (null, Unknown(id!));
        return options.OnlyAllowPersistedDocuments ? (null, NotAllowed) : (parse(body.ToArray()), null);
    }

    private async ValueTask<CachedDocument?> ReadAsync(string id, CancellationToken cancellation)
    {
        if (storage is null) return null;
        var key = Encoding.UTF8.GetBytes(id);
        if (_stored.Find(key) is { } known) return known;
        if (await storage.TryReadAsync(new(id), cancellation) is not { } stored) return null;
        var document = parse(stored.ToArray());
        _stored.Add(key, document);
        return document;
    }

    private static IError NotAllowed =>
        ErrorBuilder.New().SetMessage("Only persisted operations are allowed.").SetCode("HC0067").Build();

    private static IError Unknown(string id) => ErrorBuilder.New()
        .SetMessage("The specified persisted operation key is invalid.").SetCode("HC0020").SetExtension("requestedKey", id).Build();
}
