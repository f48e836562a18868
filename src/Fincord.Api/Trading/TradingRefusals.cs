using Fincord.Contracts;
using Fincord.Domain.Trading;

namespace Fincord.Api.Trading;

/// <summary>How what an account refuses is told over HTTP.</summary>
internal static class TradingRefusals
{
    /// <summary>The refusal with its HTTP status: 404 for what is not there, 409 and 412 for what has changed, 422 for what risk denies.</summary>
    public static RefusalException ToException(this OrderRefusal refusal) => new(StatusOf(refusal.Code), refusal.Code, refusal.Detail) { Denial = refusal.Denial };

    private static int StatusOf(string code) => code switch
    {
        RefusalCodes.InvalidArgument => 400,
        RefusalCodes.UnknownAccount or RefusalCodes.UnknownOrder or RefusalCodes.UnknownInstrument => 404,
        RefusalCodes.OrderNotOpen or RefusalCodes.OrderPending or RefusalCodes.IdempotencyConflict or RefusalCodes.SettingsInUse or RefusalCodes.ActionConflict or "NO_POSITION" => 409,
        RefusalCodes.VersionConflict => 412,
        _ => 422,
    };
}
