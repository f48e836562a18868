using Fincord.Contracts;

namespace Fincord.Api.Grpc;

/// <summary>How a gRPC call ended. The numbers are gRPC's.</summary>
public enum GrpcStatus
{
    /// <summary>Well.</summary>
    Ok = 0,
    /// <summary>An argument is missing or cannot be read.</summary>
    InvalidArgument = 3,
    /// <summary>The time that the caller gave is over. What it asked for may have been done all the same.</summary>
    DeadlineExceeded = 4,
    /// <summary>What is asked for does not exist.</summary>
    NotFound = 5,
    /// <summary>The idempotency key was used for something else.</summary>
    AlreadyExists = 6,
    /// <summary>The caller may not do this.</summary>
    PermissionDenied = 7,
    /// <summary>The request is too long.</summary>
    ResourceExhausted = 8,
    /// <summary>Things are not as they would have to be.</summary>
    FailedPrecondition = 9,
    /// <summary>Something else came first: look again, then try again.</summary>
    Aborted = 10,
    /// <summary>There is no such method, or it is not done this way.</summary>
    Unimplemented = 12,
    /// <summary>Something of ours failed.</summary>
    Internal = 13,
    /// <summary>The server is stopping; another one, or this one later, will answer.</summary>
    Unavailable = 14,
    /// <summary>Nobody is logged in.</summary>
    Unauthenticated = 16,
}

/// <summary>What refusal codes are in gRPC's few words; the code itself is in a trailer.</summary>
internal static class GrpcStatuses
{
    /// <summary>The status of a refusal; whatever a rule of trading refuses is a failed precondition.</summary>
    public static GrpcStatus Of(string code) => code switch
    {
        RefusalCodes.InvalidArgument or RefusalCodes.Malformed or RefusalCodes.OutOfRange or RefusalCodes.PriceUnrepresentable => GrpcStatus.InvalidArgument,
        RefusalCodes.NotFound or RefusalCodes.UnknownInstrument or RefusalCodes.UnknownAccount or RefusalCodes.UnknownOrder => GrpcStatus.NotFound,
        RefusalCodes.IdempotencyConflict => GrpcStatus.AlreadyExists,
        RefusalCodes.PermissionDenied or RefusalCodes.ForeignOrigin => GrpcStatus.PermissionDenied,
        RefusalCodes.TooLarge => GrpcStatus.ResourceExhausted,
        RefusalCodes.VersionConflict or RefusalCodes.OrderPending => GrpcStatus.Aborted,
        RefusalCodes.Unauthenticated => GrpcStatus.Unauthenticated,
        RefusalCodes.Internal => GrpcStatus.Internal,
        _ => GrpcStatus.FailedPrecondition,
    };
}
