using Fincord.Contracts.Members;
using Fincord.Schemas.Views;
using HotChocolate.Authorization;
using HotChocolate.Language;

namespace Fincord.Api.Trading;

/// <summary>What is done to accounts from above. A refusal is in the payload, with its code.</summary>
[ExtendObjectType(OperationType.Mutation)]
public sealed class RiskMutations
{
    /// <summary>
    /// Turns a kill switch above accounts. When it answers that it is on, no account in its scope places an order that does not reduce any more,
    /// and what was open is being cancelled.
    /// </summary>
    [Authorize(Permissions.RiskManage)]
    public async Task<TurnScopeKillSwitchPayload> TurnScopeKillSwitchAsync(TurnScopeKillSwitchInput input, CurrentMember member, RiskControl risk)
    {
        try
        {
            var turned = await risk.Turn(member, input.IdempotencyKey, input.Scope, input);
            return new(turned.KillSwitch, turned.Reached, turned.Unreached, null);
        }
        catch (RefusalException refusal)
        {
            return new(null, 0, [], TradingError.From(refusal));
        }
    }

    /// <summary>Sets the limits above the accounts of a scope, or takes them away.</summary>
    [Authorize(Permissions.RiskManage)]
    public async Task<SetBudgetPayload> SetBudgetAsync(SetBudgetInput input, CurrentMember member, RiskControl risk)
    {
        try
        {
            return new(await risk.SetBudget(member, input.IdempotencyKey, input.Scope, input), null);
        }
        catch (RefusalException refusal)
        {
            return new(null, TradingError.From(refusal));
        }
    }
}

/// <summary>Sets the limits above the accounts of a scope.</summary>
public sealed record SetBudgetInput : SetBudgetRequest
{
    /// <inheritdoc cref="OpenAccountInput.IdempotencyKey"/>
    public required string IdempotencyKey { get; init; }

    /// <summary>The accounts: all, venue:NAME, member:ID, bot:ID or fund:ID.</summary>
    public required string Scope { get; init; }
}

/// <summary>What came of setting limits.</summary>
/// <param name="Budget">The budget as it is now; null when nothing was done.</param>
/// <param name="Error">Why nothing was done; null when all is well.</param>
public sealed record SetBudgetPayload(BudgetView? Budget, TradingError? Error);

/// <summary>Turns a kill switch above accounts.</summary>
public sealed record TurnScopeKillSwitchInput : TurnScopeKillSwitchRequest
{
    /// <inheritdoc cref="OpenAccountInput.IdempotencyKey"/>
    public required string IdempotencyKey { get; init; }

    /// <summary>The accounts that it stops: all, venue:NAME, member:ID, bot:ID or fund:ID.</summary>
    public required string Scope { get; init; }
}

/// <summary>What came of turning a kill switch.</summary>
/// <param name="KillSwitch">The switch as it stands; null when nothing was done.</param>
/// <param name="Reached">How many accounts had orders or positions and have asked their venue to cancel them.</param>
/// <param name="Unreached">Accounts that could not do so yet: they place nothing, and are tried again until they have.</param>
/// <param name="Error">Why nothing was done; null when all is well.</param>
public sealed record TurnScopeKillSwitchPayload(KillSwitchView? KillSwitch, int Reached, IReadOnlyList<string> Unreached, TradingError? Error);
