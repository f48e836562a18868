using System.Diagnostics;
using HotChocolate.PersistedOperations;

namespace HotChocolate.Execution.Options;

/// <summary>How requests are executed.</summary>
public class RequestExecutorOptions
{
    /// <summary>After this time a request that still waits is answered with the error HC0045; 30 seconds by default.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether unexpected errors carry the exception's message and stack trace, by default only under a debugger.</summary>
    public bool IncludeExceptionDetails { get; set; } = Debugger.IsAttached;

    /// <summary>Which documents are trusted, where <c>UsePersistedOperationPipeline</c> lets clients name stored ones.</summary>
    public PersistedOperationOptions PersistedOperations { get; set; } = new();
}
