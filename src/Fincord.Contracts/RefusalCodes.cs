namespace Fincord.Contracts;

/// <summary>The one list of codes that tell why something was refused, for REST, GraphQL, gRPC, the CLI and quarantine. Codes never change.</summary>
public static class RefusalCodes
{
    /// <summary>An argument is missing or cannot be read.</summary>
    public const string InvalidArgument = "INVALID_ARGUMENT";

    /// <summary>No instrument has this key or id.</summary>
    public const string UnknownInstrument = "UNKNOWN_INSTRUMENT";

    /// <summary>There is nothing at this address.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The Host or Origin header names a site that is not ours.</summary>
    public const string ForeignOrigin = "FOREIGN_ORIGIN";

    /// <summary>Nobody is logged in, and the operation is not for everybody.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The member lacks the permission that the operation names.</summary>
    public const string PermissionDenied = "PERMISSION_DENIED";

    /// <summary>The request is longer than this server takes.</summary>
    public const string TooLarge = "TOO_LARGE";

    /// <summary>Something of ours failed; the trace id leads to the log.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>A record cannot be read in its format.</summary>
    public const string Malformed = "MALFORMED";

    /// <summary>A price or quantity has more digits than the instrument's scale, or does not fit.</summary>
    public const string PriceUnrepresentable = "PRICE_UNREPRESENTABLE";

    /// <summary>A price, quantity or time is outside what a market can have (a negative quantity, say).</summary>
    public const string OutOfRange = "OUT_OF_RANGE";

    /// <summary>An event is older than the lateness horizon, so whether it was applied is no longer known.</summary>
    public const string TooLate = "TOO_LATE";

    /// <summary>An event lies further in the future than the tolerance.</summary>
    public const string FromFuture = "FROM_FUTURE";

    /// <summary>The order was cancelled by its owner.</summary>
    public const string CancelledByOwner = "CANCELLED_BY_OWNER";

    /// <summary>No account of the member has this id.</summary>
    public const string UnknownAccount = "UNKNOWN_ACCOUNT";

    /// <summary>No order of the account, open or ended, has this id.</summary>
    public const string UnknownOrder = "UNKNOWN_ORDER";

    /// <summary>No open order of the account has this id.</summary>
    public const string OrderNotOpen = "ORDER_NOT_OPEN";

    /// <summary>The order has changed since its owner saw it.</summary>
    public const string VersionConflict = "VERSION_CONFLICT";

    /// <summary>The venue has not answered the last request for this order yet.</summary>
    public const string OrderPending = "ORDER_PENDING";

    /// <summary>The idempotency key was used before, for something else.</summary>
    public const string IdempotencyConflict = "IDEMPOTENCY_CONFLICT";

    /// <summary>The order was cancelled because the one that cancels it was filled.</summary>
    public const string SiblingFilled = "SIBLING_FILLED";

    /// <summary>The order was cancelled because the one that it waited for ended without a fill.</summary>
    public const string ParentEnded = "PARENT_ENDED";

    /// <summary>A setting cannot change while positions or open orders depend on it.</summary>
    public const string SettingsInUse = "SETTINGS_IN_USE";

    /// <summary>The account's venue is not enabled on this server, so nothing can be sent there.</summary>
    public const string VenueOff = "VENUE_OFF";

    /// <summary>The venue does not know this kind of order, time in force or change.</summary>
    public const string VenueUnsupported = "VENUE_UNSUPPORTED";

    /// <summary>The venue refused it for a reason of its own; its code and words are in the reason.</summary>
    public const string VenueRejected = "VENUE_REJECTED";

    /// <summary>The venue does not take the account's key, or there is none.</summary>
    public const string VenueCredentials = "VENUE_CREDENTIALS";

    /// <summary>The venue does not have the order, and it can no longer arrive there.</summary>
    public const string VenueOrderUnknown = "VENUE_ORDER_UNKNOWN";

    /// <summary>The order was cancelled because units of its instrument became others: a split, a merger, a spin-off or an expiry.</summary>
    public const string CorporateAction = "CORPORATE_ACTION";

    /// <summary>The instrument has an action of this kind at this moment already.</summary>
    public const string ActionConflict = "ACTION_CONFLICT";

    /// <summary>Units of the instrument, or of the one that it would give, have become others since then, so the past can no longer be put right.</summary>
    public const string ActionTooLate = "ACTION_TOO_LATE";
}
