namespace HotChocolate.PersistedOperations;

/// <summary>Which documents are executed.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether only stored documents are executed; by default all are. Others are answered with the error HC0067.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>Whether, with <see cref="OnlyAllowPersistedDocuments"/>, a request may send a document that is stored instead of its id.</summary>
    public bool AllowDocumentBody { get; set; }
}
