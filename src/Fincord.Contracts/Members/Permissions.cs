using System.Collections.Frozen;

namespace Fincord.Contracts.Members;

/// <summary>
/// The one list of permissions. Every operation of GraphQL, REST, gRPC and Discord names the one that it needs; a permission is a noun of the
/// product and what may be done with it. They are stored with roles and keys, so they never change.
/// </summary>
public static class Permissions
{
    /// <summary>To look at instruments, quotes, books and candles.</summary>
    public const string MarketsRead = "markets.read";

    /// <summary>To look at one's own accounts: cash, positions, orders, fills, ledger, equity.</summary>
    public const string AccountRead = "account.read";

    /// <summary>To place, amend and cancel orders of one's own accounts.</summary>
    public const string OrdersPlace = "orders.place";

    /// <summary>To look at kill switches and budgets above accounts, of whomever.</summary>
    public const string RiskRead = "risk.read";

    /// <summary>To turn kill switches and set budgets above accounts, of whomever.</summary>
    public const string RiskManage = "risk.manage";

    /// <summary>To halt the trading of an instrument for all, and to let it go on.</summary>
    public const string InstrumentsHalt = "instruments.halt";

    /// <summary>To tell of actions of instruments, which change what all who hold them have: funding, dividends, splits and the like.</summary>
    public const string InstrumentsAct = "instruments.act";

    /// <summary>All of them.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal, MarketsRead, AccountRead, OrdersPlace, RiskRead, RiskManage, InstrumentsHalt, InstrumentsAct);
}
