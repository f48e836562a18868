using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>Refusals that are not the domain's.</summary>
internal static class Refusals
{
    public static readonly OrderRefusal UnknownAccount = new(RefusalCodes.UnknownAccount, "No account of yours has this id.", null);

    public static readonly OrderRefusal IdempotencyConflict =
        new(RefusalCodes.IdempotencyConflict, "The idempotency key was used before, for something else.", null);

    public static readonly OrderRefusal BadKey = new(RefusalCodes.InvalidArgument, IdempotencyKey.Rule, null);

    public static readonly OrderRefusal OutOfRange =
        new(RefusalCodes.OutOfRange, "A price, a quantity or what they come to is too large to count with.", null);

    public static OrderRefusal VenueOff(string venue) => new(RefusalCodes.VenueOff, $"The venue '{venue}' is not enabled here.", null);

    public static OrderRefusal BadReason(int most) => new(RefusalCodes.InvalidArgument, $"A kill switch or a budget needs a reason of 1 to {most} characters.", null);

    public static readonly OrderRefusal ActionConflict =
        new(RefusalCodes.ActionConflict, "The instrument has an action of this kind at this moment already.", null);

    public static readonly OrderRefusal ActionTooLate =
        new(RefusalCodes.ActionTooLate, "Units have become others since then, so the past can no longer be put right.", null);

    public static OrderRefusal UnknownVenue(string venue) => new(RefusalCodes.InvalidArgument, $"There is no venue '{venue}' here.", null);
}
