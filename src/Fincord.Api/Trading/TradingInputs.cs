using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>Opens an account.</summary>
public sealed record OpenAccountInput : OpenAccountRequest
{
    /// <summary>1 to 64 visible ASCII characters; the same key and content get the same answer.</summary>
    public required string IdempotencyKey { get; init; }
}

/// <summary>Changes how an account is run; what is missing stays.</summary>
public sealed record ChangeSettingsInput : ChangeSettingsRequest
{
    /// <summary>The account.</summary>
    [GraphQLType<NonNullType<IdType>>]
    public required string AccountId { get; init; }

    /// <inheritdoc cref="OpenAccountInput.IdempotencyKey"/>
    public required string IdempotencyKey { get; init; }

    /// <summary>The version of the settings that their owner saw; without it whatever they are now is changed.</summary>
    public int? Version { get; init; }
}

/// <summary>Places an order, an order with exits, or orders that belong together.</summary>
public sealed record PlaceOrderInput : PlaceOrdersRequest
{
    /// <summary>The account.</summary>
    [GraphQLType<NonNullType<IdType>>]
    public required string AccountId { get; init; }

    /// <inheritdoc cref="OpenAccountInput.IdempotencyKey"/>
    public required string IdempotencyKey { get; init; }
}

/// <summary>Changes a working order.</summary>
public sealed record AmendOrderInput : AmendOrderRequest
{
    /// <summary>The account.</summary>
    [GraphQLType<NonNullType<IdType>>]
    public required string AccountId { get; init; }

    /// <inheritdoc cref="OpenAccountInput.IdempotencyKey"/>
    public required string IdempotencyKey { get; init; }

    /// <summary>The order.</summary>
    [GraphQLType<NonNullType<IdType>>]
    public required string OrderId { get; init; }

    /// <summary>The version of the order that its owner saw; without it whatever it is now is changed.</summary>
    public int? Version { get; init; }
}

/// <summary>Cancels an order.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IdempotencyKey">1 to 64 visible ASCII characters; the same key and content get the same answer.</param>
/// <param name="OrderId">The order.</param>
public sealed record CancelOrderInput(
    [property: GraphQLType<NonNullType<IdType>>] string AccountId, string IdempotencyKey, [property: GraphQLType<NonNullType<IdType>>] string OrderId);

/// <summary>Cancels all open orders.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IdempotencyKey">1 to 64 visible ASCII characters; the same key and content get the same answer.</param>
/// <param name="InstrumentKey">Only those of this instrument; without it all.</param>
public sealed record CancelAllOrdersInput([property: GraphQLType<NonNullType<IdType>>] string AccountId, string IdempotencyKey, string? InstrumentKey);

/// <summary>Cancels an instrument's orders and closes its position at the market.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IdempotencyKey">1 to 64 visible ASCII characters; the same key and content get the same answer.</param>
/// <param name="InstrumentKey">The instrument, VENUE:SYMBOL.</param>
public sealed record ClosePositionInput([property: GraphQLType<NonNullType<IdType>>] string AccountId, string IdempotencyKey, string InstrumentKey);

/// <summary>Moves money in, or out when the amount is negative.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IdempotencyKey">1 to 64 visible ASCII characters; the same key and content get the same answer.</param>
/// <param name="Currency">The currency's code.</param>
/// <param name="Amount">How much.</param>
public sealed record PayInput([property: GraphQLType<NonNullType<IdType>>] string AccountId, string IdempotencyKey, string Currency, decimal Amount);

/// <summary>Turns an account's kill switch; on also cancels all open orders.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IdempotencyKey">1 to 64 visible ASCII characters; the same key and content get the same answer.</param>
/// <param name="IsOn">On or off.</param>
public sealed record TurnKillSwitchInput([property: GraphQLType<NonNullType<IdType>>] string AccountId, string IdempotencyKey, bool IsOn);
