using Fincord.Api.Markets;
using Fincord.Contracts;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>Kill switches and budgets above accounts, for GraphQL and REST. What is refused is a <see cref="RefusalException"/>.</summary>
public sealed class RiskControl(IRiskStore store, IGrainFactory grains)
{
    /// <summary>The largest page of changes.</summary>
    public const int MaxPageSize = 1_000;

    private const int DrawdownDigits = 6;

    /// <summary>The kill switches that are on, in the order of their turning.</summary>
    public async Task<IReadOnlyList<KillSwitchView>> ListKillSwitches(CancellationToken cancellation) =>
        [.. (await store.LoadBoard(cancellation)).On.OrderBy(killSwitch => killSwitch.Epoch).Select(KillSwitchView.From)];

    /// <summary>Turns a kill switch; when this returns no account in its scope places an order that does not reduce.</summary>
    public async Task<KillSwitchTurnView> Turn(CurrentMember member, string key, string scope, TurnScopeKillSwitchRequest request)
    {
        var isOn = request.IsOn ?? throw RefusalException.InvalidArgument("A kill switch needs isOn.");
        var result = await Board.Turn(new(member.Id, key, ToScope(scope), isOn, isOn && request.ClosesPositions is true, request.Reason ?? ""));
        return result.KillSwitch is { } killSwitch
            ? new(KillSwitchView.From(killSwitch), result.Reached, [.. result.Unreached.Select(account => account.ToString())])
            : throw result.Refusal!.ToException();
    }

    /// <summary>The limits of a scope, and what is used of them.</summary>
    public async Task<BudgetView> ReadBudget(string scope)
    {
        var about = ToScope(scope);
        if (await grains.GetGrain<IBudgetGrain>(GrainKeys.Budget(about)).GetStanding() is not { Limits.Limits: var limits } standing)
            return new(scope, false, null, null, null, null, null, null, 0, 0, 0, 0, null, null, 0, true);
        return new(
            scope, true, limits.Currency, limits.MaxExposure, limits.MaxDailyLoss, limits.MaxDrawdown, limits.OrdersPerSecond, limits.OrderBurst,
            Round(standing.Used), Round(standing.Reserved), Round(standing.Equity), Round(standing.DayLoss),
            standing.Drawdown is { } drawdown ? decimal.Round(drawdown, DrawdownDigits) : null, standing.Tripped?.Code.ToWire(), standing.Accounts, standing.IsComplete);

        decimal Round(decimal sum) => Currencies.Round(sum, limits.Currency);
    }

    /// <summary>Sets the limits of a scope, or takes them away; when this returns every decision sees them.</summary>
    public async Task<BudgetView> SetBudget(CurrentMember member, string key, string scope, SetBudgetRequest request)
    {
        var limits = request.IsUnlimited is true ? null : new BudgetLimits(
            request.Currency ?? "USD", request.MaxExposure, request.MaxDailyLoss, request.MaxDrawdown, request.OrdersPerSecond, request.OrderBurst);
        var result = await Board.SetLimits(new(member.Id, key, ToScope(scope), limits, request.Reason ?? ""));
        return result.Refusal is { } refusal ? throw refusal.ToException() : await ReadBudget(scope);
    }

    /// <summary>Changes, the latest first, below an epoch when given; of one scope when given.</summary>
    public async Task<Page<RiskChangeView>> ReadChanges(string? scope, long? before, int limit, CancellationToken cancellation)
    {
        RiskScope? about = scope is null ? null : ToScope(scope);
        var page = Page<RiskChange>.Cut(await store.ReadChanges(about, before, limit + 1, cancellation), limit);
        return new([.. page.Items.Select(ToView)], page.HasNext);
    }

    internal static RiskScope ToScope(string text) => RiskScope.TryParse(text, out var scope) ? scope
        : throw RefusalException.InvalidArgument($"A scope is all, venue:NAME, member:ID, bot:ID or fund:ID, not '{text}'.");

    private static RiskChangeView ToView(RiskChange change) => new(
        change.Epoch, change.Scope.ToString(), change.Turned is null ? "LIMITS" : "KILL_SWITCH", change.Turned?.IsOn ?? change.Limits is not null,
        change.By.ToString(), change.Reason, change.At);

    private IRiskBoardGrain Board => grains.GetGrain<IRiskBoardGrain>(GrainKeys.RiskBoard);
}
