using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;

namespace Fincord.Domain.Trading;

/// <summary>
/// What stands above accounts at a moment: which kill switches are on, and which scopes have limits. Each change has the next epoch, and each
/// decision of an account sees the board of an epoch that no later one has replaced when it decides.
/// </summary>
/// <param name="Epoch">The number of the last change; 0 before the first.</param>
/// <param name="On">The kill switches that are on.</param>
/// <param name="Limited">The limits of the scopes that have some.</param>
[GenerateSerializer, Immutable, Alias("trading.risk-board")]
public sealed record RiskBoard(long Epoch, ImmutableArray<KillSwitch> On, ImmutableArray<ScopeLimits> Limited)
{
    /// <summary>For how long a board may be relied on without asking again, counted from before it was asked for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    /// <summary>Nothing was ever changed.</summary>
    public static readonly RiskBoard Empty = new(0, [], []);

    /// <summary>The kill switch over an account with these settings, of several that of the widest scope; null when none is on.</summary>
    public KillSwitch? Over(AccountSettings settings)
    {
        KillSwitch? widest = null;
        foreach (var killSwitch in On)
        {
            if (killSwitch.Scope.Covers(settings) && !(widest?.Scope.Kind <= killSwitch.Scope.Kind)) widest = killSwitch;
        }
        return widest;
    }

    /// <summary>The limits above an account with these settings.</summary>
    public ImmutableArray<ScopeLimits> LimitsOf(AccountSettings settings) => Limited.IsEmpty ? [] : [.. Limited.Where(limits => limits.Scope.Covers(settings))];

    /// <summary>The board after a change of a kill switch.</summary>
    public RiskBoard Turn(KillSwitch turned)
    {
        var others = On.RemoveAll(killSwitch => killSwitch.Scope == turned.Scope);
        return this with { Epoch = turned.Epoch, On = turned.IsOn ? others.Add(turned) : others };
    }

    /// <summary>The board after a change of the limits of a scope.</summary>
    public RiskBoard Limit(RiskScope scope, BudgetLimits? limits, long epoch)
    {
        var others = Limited.RemoveAll(limited => limited.Scope == scope);
        return this with { Epoch = epoch, Limited = limits is null ? others : others.Add(new(scope, limits, epoch)) };
    }
}

/// <summary>How a kill switch above accounts stands, who turned it and why.</summary>
/// <param name="Scope">The accounts that it stops.</param>
/// <param name="Epoch">The number of this change.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="ClosesPositions">Whether it also closes what they hold.</param>
/// <param name="By">Who turned it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("trading.kill-switch")]
public sealed record KillSwitch(RiskScope Scope, long Epoch, bool IsOn, bool ClosesPositions, MemberId By, string Reason, Timestamp At);
