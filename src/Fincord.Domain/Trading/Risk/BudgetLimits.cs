namespace Fincord.Domain.Trading;

/// <summary>What the accounts of a scope may do together at most. What is null is not limited.</summary>
/// <param name="Currency">The currency that its sums are in.</param>
/// <param name="MaxExposure">The notional of all positions and open orders, long and short added up.</param>
/// <param name="MaxDailyLoss">The largest loss since the UTC day began, a positive sum.</param>
/// <param name="MaxDrawdown">The largest loss from the highest equity, as a part of it, in (0, 1].</param>
/// <param name="OrdersPerSecond">How many orders a second, in the long run.</param>
/// <param name="OrderBurst">How many at once.</param>
[GenerateSerializer, Immutable, Alias("trading.budget-limits")]
public sealed record BudgetLimits(
    string Currency, decimal? MaxExposure, decimal? MaxDailyLoss, decimal? MaxDrawdown, int? OrdersPerSecond, int? OrderBurst)
{
    private const int MaxOrders = 1_000_000;

    /// <summary>The first reason to refuse limits, or null.</summary>
    public static OrderRefusal? Check(BudgetLimits limits) => limits switch
    {
        _ when !Currencies.IsCode(limits.Currency) => Invalid("A currency is a code of 3 to 8 capital letters."),
        { MaxExposure: < 0 } or { MaxDailyLoss: <= 0 } => Invalid("A limit of money is not negative, a loss limit more than nothing."),
        { MaxDrawdown: <= 0 or > 1 } => Invalid("A drawdown is a part of the equity, more than 0 and at most 1."),
        _ when limits.OrdersPerSecond is null != limits.OrderBurst is null => Invalid("Orders per second and at once are limited together."),
        { OrdersPerSecond: < 1 or > MaxOrders } or { OrderBurst: < 1 or > MaxOrders } => Invalid($"At least one order may be placed, and at most {MaxOrders}."),
        { MaxExposure: null, MaxDailyLoss: null, MaxDrawdown: null, OrdersPerSecond: null } => Invalid("Nothing is limited; to take limits away, send none."),
        _ => null,
    };

    private static OrderRefusal Invalid(string detail) => new("INVALID_ARGUMENT", detail, null);
}
