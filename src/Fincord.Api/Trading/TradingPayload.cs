using Fincord.Contracts.Members;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>What came of a command: the orders that it placed, changed or cancelled, and why something was refused.</summary>
public sealed record TradingPayload
{
    internal TradingPayload(AccountId? account, IReadOnlyList<OrderView> orders, TradingError? error) => (AccountId, Orders, Error) = (account, orders, error);

    internal AccountId? AccountId { get; }

    /// <summary>The orders as they are after it, denied ones included.</summary>
    public IReadOnlyList<OrderView> Orders { get; }

    /// <summary>Why nothing was done, or why the orders were denied; null when all is well.</summary>
    public TradingError? Error { get; }

    /// <summary>The account as it is now; null when it is not the member's.</summary>
    public async Task<AccountView?> GetAccountAsync(CurrentMember member, AccountReader accounts, CancellationToken cancellation)
    {
        if (AccountId is not { } id) return null;
        try
        {
            return await accounts.Read(member, id, cancellation);
        }
        catch (RefusalException)
        {
            return null;
        }
    }
}

/// <summary>Why a command was refused.</summary>
/// <param name="Code">Why, in a word for programs that never changes.</param>
/// <param name="Message">Why, in a sentence for people.</param>
/// <param name="Limit">What would have been allowed, where that is a number.</param>
/// <param name="Actual">What it was.</param>
/// <param name="Unit">What the two count: a currency, an instrument's unit, or nothing.</param>
public sealed record TradingError(string Code, string Message, decimal? Limit, decimal? Actual, string? Unit)
{
    internal static TradingError From(OrderRefusal refusal) => new(refusal.Code, refusal.Detail, refusal.Denial);

    internal static TradingError From(RefusalException refusal) => new(refusal.Code, refusal.Message, refusal.Denial);

    /// <summary>Why orders were denied; all of them for one reason. Null when they were not.</summary>
    internal static TradingError? Of(IEnumerable<Order> orders) =>
        orders.FirstOrDefault(order => order.Status is OrderStatus.Denied) is { Code: { } code } denied ? new(code, denied.Reason ?? code, denied.Denial) : null;

    private TradingError(string code, string message, Denial? denial) : this(code, message, denial?.Limit, denial?.Actual, denial?.Unit) { }
}
