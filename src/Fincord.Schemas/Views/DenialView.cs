using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>The numbers behind a denial; its code and its reason stand beside it.</summary>
/// <param name="Limit">What would have been allowed, where that is a number.</param>
/// <param name="Actual">What it was.</param>
/// <param name="Unit">What the two count: a currency, an instrument's unit, or nothing.</param>
public sealed record DenialView(decimal? Limit, decimal? Actual, string Unit)
{
    /// <summary>The view of a denial, if there is one.</summary>
    public static DenialView? From(Denial? denial) => denial is null ? null : new(denial.Limit, denial.Actual, denial.Unit);
}
