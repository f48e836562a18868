using Fincord.Contracts;
using Fincord.Domain.Trading;

namespace Fincord.Api;

/// <summary>
/// A request that cannot be served as it is, with its HTTP status and a code of <see cref="RefusalCodes"/>. Its message is for the caller; it
/// repeats what he sent, but not all of it when that is long.
/// </summary>
public sealed class RefusalException(int status, string code, string reason) : Exception(Shorten(reason))
{
    private const int LongestReason = 400;

    /// <summary>The HTTP status that tells it.</summary>
    public int Status => status;

    /// <summary>The code.</summary>
    public string Code => code;

    /// <summary>The numbers, when risk denied it.</summary>
    public Denial? Denial { get; init; }

    /// <summary>An argument is missing or cannot be read.</summary>
    public static RefusalException InvalidArgument(string reason) => new(400, RefusalCodes.InvalidArgument, reason);

    /// <summary>No instrument has this key.</summary>
    public static RefusalException UnknownInstrument(string key) => new(404, RefusalCodes.UnknownInstrument, $"No instrument has the key {key}.");

    /// <summary>The request is longer than this server takes.</summary>
    public static RefusalException TooLarge(long limit) => new(413, RefusalCodes.TooLarge, $"A request may have at most {limit} bytes.");

    /// <summary>A price or quantity does not fit its instrument.</summary>
    public static RefusalException PriceUnrepresentable(string reason) => new(422, RefusalCodes.PriceUnrepresentable, reason);

    /// <summary>No account of the member has this id.</summary>
    public static RefusalException UnknownAccount() => new(404, RefusalCodes.UnknownAccount, "No account of yours has this id.");

    /// <summary>No order of the account has this id.</summary>
    public static RefusalException UnknownOrder() => new(404, RefusalCodes.UnknownOrder, "No order of this account has this id.");

    /// <summary>Nobody is logged in.</summary>
    public static RefusalException Unauthenticated() => new(401, RefusalCodes.Unauthenticated, "Log in first.");

    /// <summary>The member lacks a permission.</summary>
    public static RefusalException PermissionDenied(string permission) =>
        new(403, RefusalCodes.PermissionDenied, $"This needs the permission {permission}.");

    private static string Shorten(string reason) =>
        reason.Length <= LongestReason ? reason : $"{reason[..(LongestReason / 2)]}…{reason[^(LongestReason / 2)..]}";
}
