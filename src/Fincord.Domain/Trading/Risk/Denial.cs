namespace Fincord.Domain.Trading;

/// <summary>
/// Why an order is denied before it goes anywhere: a closed list in the order of precedence. Of several reasons the first is told. The wire
/// name is <see cref="DenialCodes.ToWire"/>.
/// </summary>
[GenerateSerializer, Alias("trading.denial-code")]
public enum DenialCode : byte
{
    /// <summary>A kill switch of the member, bot, fund, venue or of all is on.</summary>
    KillSwitch = 1,
    /// <summary>The ticket contradicts itself: a limit order without a price, say.</summary>
    InvalidTicket = 2,
    /// <summary>A price or quantity is zero, negative or too large.</summary>
    OutOfRange = 3,
    /// <summary>The price is no multiple of the tick.</summary>
    TickSize = 4,
    /// <summary>The quantity is no multiple of the lot.</summary>
    LotSize = 5,
    /// <summary>The quantity is below the instrument's smallest.</summary>
    MinQuantity = 6,
    /// <summary>The quantity is above the instrument's largest.</summary>
    MaxQuantity = 7,
    /// <summary>The order would expire in the past.</summary>
    AlreadyExpired = 8,
    /// <summary>The market is closed, and the order does not wait.</summary>
    MarketClosed = 9,
    /// <summary>The market has no price, so nobody knows what the order would cost.</summary>
    NoMarketPrice = 10,
    /// <summary>The limit price is outside the band around the market's price.</summary>
    PriceBand = 11,
    /// <summary>The notional is below the instrument's smallest.</summary>
    MinNotional = 12,
    /// <summary>The notional is above the instrument's or the account's largest.</summary>
    MaxNotional = 13,
    /// <summary>More orders in a while than the account may place.</summary>
    OrderRate = 14,
    /// <summary>More open orders than the account may have.</summary>
    MaxOpenOrders = 15,
    /// <summary>A reduce-only order would open or turn a position around.</summary>
    ReduceOnly = 16,
    /// <summary>The account may not sell what it does not have.</summary>
    ShortNotAllowed = 17,
    /// <summary>The position would be larger than allowed.</summary>
    PositionLimit = 18,
    /// <summary>All positions together would be larger than allowed.</summary>
    ExposureLimit = 19,
    /// <summary>Today's loss has reached its limit; only orders that reduce are taken.</summary>
    DailyLoss = 20,
    /// <summary>The loss from the highest equity has reached its limit; only orders that reduce are taken.</summary>
    Drawdown = 21,
    /// <summary>A budget above the account (its member's, bot's, fund's or venue's) is used up.</summary>
    BudgetExhausted = 22,
    /// <summary>Not enough of the currency, or of the instrument, is free.</summary>
    InsufficientBalance = 23,
    /// <summary>Not enough margin is free.</summary>
    InsufficientMargin = 24,
}

/// <summary>That an order was denied, and what the numbers were.</summary>
/// <param name="Code">Why.</param>
/// <param name="Limit">What would have been allowed, where that is a number.</param>
/// <param name="Actual">What it was.</param>
/// <param name="Unit">What the two count: a currency, an instrument's unit, or nothing.</param>
/// <param name="Detail">The same in a sentence.</param>
[GenerateSerializer, Immutable, Alias("trading.denial")]
public sealed record Denial(DenialCode Code, decimal? Limit, decimal? Actual, string Unit, string Detail);

/// <summary>The names of denial codes on the wire.</summary>
public static class DenialCodes
{
    private static readonly string[] Wire =
        [.. Enum.GetValues<DenialCode>().Select(code => string.Concat(code.ToString().Select((letter, index) =>
            index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}")))];

    /// <summary>The code as REST, GraphQL, gRPC and the CLI tell it: <c>PRICE_BAND</c>.</summary>
    public static string ToWire(this DenialCode code) => Wire[(int)code - 1];
}
