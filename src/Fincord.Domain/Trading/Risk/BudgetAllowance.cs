namespace Fincord.Domain.Trading;

/// <summary>What the budgets above an account allow it at a moment; of several the tightest.</summary>
/// <param name="Exposure">How large its exposure may be, in its base currency; null when nothing limits it.</param>
/// <param name="ExposureMost">How large it could be if all that is left were leased to it.</param>
/// <param name="ExposureScope">Whose budget that is.</param>
/// <param name="Orders">How many orders it may place still; null when nothing limits it.</param>
/// <param name="OrdersPerSecond">How many orders a second their budget allows.</param>
/// <param name="OrdersScope">Whose budget that is.</param>
/// <param name="Tripped">The loss limit that a scope has reached; null while all are within theirs.</param>
public sealed record BudgetAllowance(
    decimal? Exposure, decimal ExposureMost, RiskScope ExposureScope, int? Orders, int OrdersPerSecond, RiskScope OrdersScope, Denial? Tripped);
