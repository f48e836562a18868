using System.Diagnostics;
using Fincord.Contracts;
using HotChocolate.Execution;
using Microsoft.Extensions.Logging;

namespace Fincord.Api.GraphQL;

/// <summary>
/// Gives each error its code: refusals tell theirs, denials get that of the one list, and what nobody expected becomes one opaque message with the trace id that leads to the log.
/// </summary>
public sealed partial class RefusalErrorFilter(ILogger<RefusalErrorFilter> logger) : IErrorFilter
{
    /// <inheritdoc/>
    public IError OnError(IError error) => error.Exception switch
    {
        null => Denial(error),
        RefusalException refusal => error.WithMessage(refusal.Message).WithCode(refusal.Code).WithException(null),
        var unexpected => Hide(error, unexpected),
    };

    private static IError Denial(IError error) => error.Code switch
    {
        "AUTH_NOT_AUTHENTICATED" => error.WithMessage("Log in first.").WithCode(RefusalCodes.Unauthenticated),
        "AUTH_NOT_AUTHORIZED" => error.WithMessage("This needs a permission that you lack.").WithCode(RefusalCodes.PermissionDenied),
        null => error.WithCode(RefusalCodes.InvalidArgument),           // variables, arguments and ids that cannot be read
        _ => error,
    };

    private IError Hide(IError error, Exception unexpected)
    {
        LogUnexpected(unexpected, error.Path?.ToString());
        return error.WithMessage("Something of ours failed.").WithCode(RefusalCodes.Internal).WithException(null)
            .SetExtension("traceId", Activity.Current?.TraceId.ToString());
    }

    [LoggerMessage(LogLevel.Error, "A GraphQL field failed at {Path}.")]
    private partial void LogUnexpected(Exception exception, string? path);
}
