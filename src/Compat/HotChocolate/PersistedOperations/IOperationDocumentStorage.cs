using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.PersistedOperations
{
    /// <summary>Keeps documents by their ids, so that clients need not send them.</summary>
    public interface IOperationDocumentStorage
    {
        /// <summary>The document of an id, or null.</summary>
        ValueTask<IOperationDocument?> TryReadAsync(OperationDocumentId documentId, CancellationToken cancellationToken = default);

        /// <summary>Stores a document; one that has this id already is kept.</summary>
        ValueTask SaveAsync(OperationDocumentId documentId, IOperationDocument document, CancellationToken cancellationToken = default);
    }
}

namespace HotChocolate.Execution
{
    /// <summary>A document that can be executed.</summary>
    public interface IOperationDocument
    {
        /// <summary>Writes its text as UTF-8.</summary>
        Task WriteToAsync(Stream output, CancellationToken cancellationToken = default);

        /// <summary>Its text as UTF-8.</summary>
        ReadOnlySpan<byte> AsSpan();

        /// <summary>A copy of its text as UTF-8.</summary>
        byte[] ToArray();

        /// <summary>Its text.</summary>
        string ToString();
    }

    /// <summary>A document as its text.</summary>
    /// <param name="sourceText">The text.</param>
    public sealed class OperationDocumentSourceText(string sourceText) : IOperationDocument
    {
        private readonly byte[] _bytes = System.Text.Encoding.UTF8.GetBytes(sourceText ?? throw new ArgumentNullException(nameof(sourceText)));

        /// <summary>The text.</summary>
        public string SourceText { get; } = sourceText;

        /// <inheritdoc/>
        public async Task WriteToAsync(Stream output, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(output);
            await output.WriteAsync(_bytes, cancellationToken);
        }

        /// <inheritdoc/>
        public ReadOnlySpan<byte> AsSpan() => _bytes;

        /// <inheritdoc/>
        public byte[] ToArray() => [.. _bytes];

        /// <inheritdoc/>
        public override string ToString() => SourceText;
    }
}
