using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A write met a state that somebody else had written in between.</summary>
[GenerateSerializer]
public class InconsistentStateException : OrleansException
{
    /// <summary>A failure without words.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>A failure in words.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>A failure because of another.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A failure with the tags that differ.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : this(errorMsg, storedEtag, currentEtag, storageException: null)
    {
    }

    /// <summary>A failure with the tags that differ, because of another.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException)
        : base(errorMsg, storageException) => (StoredEtag, CurrentEtag) = (storedEtag, currentEtag);

    /// <summary>The tag in the store.</summary>
    [Id(0)]
    public string? StoredEtag { get; }

    /// <summary>The tag that the writer knew.</summary>
    [Id(1)]
    public string? CurrentEtag { get; }

    /// <summary>Whether it has not yet left the activation whose write failed; only that one has to be dropped.</summary>
    [Id(2)]
    internal bool IsAtItsSource { get; set; } = true;
}

/// <summary>A provider is missing or wrongly configured.</summary>
public sealed class BadProviderConfigException : OrleansException
{
    /// <summary>A failure without words.</summary>
    public BadProviderConfigException()
    {
    }

    /// <summary>A failure in words.</summary>
    public BadProviderConfigException(string msg)
        : base(msg)
    {
    }

    /// <summary>A failure because of another.</summary>
    public BadProviderConfigException(string msg, Exception exc)
        : base(msg, exc)
    {
    }
}
