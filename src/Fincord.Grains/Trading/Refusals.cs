using Fincord.Contracts;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>Refusals that are not the domain's.</summary>
internal static class Refusals
{
    public static readonly OrderRefusal UnknownAccount = new(RefusalCodes.UnknownAccount, "No account of yours has this id.", null);

    public static readonly OrderRefusal IdempotencyConflict =
        new(RefusalCodes.IdempotencyConflict, "The idempotency key was used before, for something else.", null);

    public static readonly OrderRefusal BadKey = new(RefusalCodes.InvalidArgument, "An idempotency key has 1 to 64 visible ASCII characters.", null);
}
