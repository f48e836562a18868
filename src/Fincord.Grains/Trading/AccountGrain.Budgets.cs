using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Trading;

/// <summary>The account's leases of budgets above it.</summary>
internal sealed partial class AccountGrain
{
    private AccountBudgets? _leases;

    private AccountBudgets Leases => _leases ??= new(_account.Id, ids.Next(), GrainFactory, world, time);

    public async Task RenewBudgets()
    {
        ThrowIfStale();
        await DrawBudgets(0, 0);
    }

    /// <summary>What a decision that was denied needs of the budgets above the account; null when it was not for them.</summary>
    private (decimal Exposure, int Orders)? ShortOf(AccountDecision? decision, OrderRefusal? refusal)
    {
        if (_leases is null) return null;
        var denied = decision?.Events.OfType<OrderPlaced>().Where(placed => placed.Order.Denial is not null).ToList();
        return (refusal?.Denial ?? denied?.FirstOrDefault()?.Order.Denial) switch
        {
            { Code: DenialCode.BudgetExhausted, Actual: { } exposure } => (exposure, denied?.Count ?? 0),
            { Code: DenialCode.OrderRate } => (0, denied?.Count ?? 0),
            _ => null,
        };
    }

    private void CountOrders(AccountDecision? decision)
    {
        if (_leases is null || decision is null) return;
        _leases.Place(decision.Events.Count(happened => happened is OrderPlaced { Order.Denial: null }));
    }

    private async Task DrawBudgets(decimal exposure, int orders)
    {
        if (_account.Settings is not { } settings) return;
        var limits = (await desk.Look()).LimitsOf(settings);
        if (limits.IsEmpty && _leases is null) return;
        await Leases.Draw(() => _account, () => Look([]), limits, exposure, orders);
    }

    private async Task RenewLeases()
    {
        if (IsStale || _leases is not { HoldsAny: true }) return;
        try
        {
            await DrawBudgets(0, 0);
            _leases.DropEmpty();
        }
        catch (Exception exception)
        {
            LogNotRenewed(exception, _account.Id);      // a decision that needs a lease asks again
        }
    }

    [LoggerMessage(LogLevel.Warning, "Account {Account} did not renew its leases of budgets above it; it is tried again.")]
    private partial void LogNotRenewed(Exception exception, AccountId account);
}
