using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>A trading account and what it is worth at a moment. Sums without a currency of their own are in the base currency.</summary>
/// <param name="Id">Its id, a GUID.</param>
/// <param name="Name">The name that its owner reads.</param>
/// <param name="Venue">Where its orders go: <c>paper</c>, or the name of a live venue.</param>
/// <param name="Kind">What it may do with borrowed money.</param>
/// <param name="MarginMode">What backs its positions.</param>
/// <param name="Leverage">The most notional per unit of equity.</param>
/// <param name="BaseCurrency">The currency that its equity and limits are counted in.</param>
/// <param name="IsKilled">Whether its kill switch is on.</param>
/// <param name="Equity">Cash and positions at the market's prices.</param>
/// <param name="Exposure">All positions at the market's prices, long and short added up.</param>
/// <param name="FreeMargin">What new positions may be opened with.</param>
/// <param name="InitialMargin">What the positions need to be opened.</param>
/// <param name="MaintenanceMargin">What they need to be kept.</param>
/// <param name="Balances">Its money, by currency.</param>
/// <param name="Positions">What it holds, by instrument.</param>
/// <param name="Sequence">The number of its last event; it rises with every change.</param>
/// <param name="At">The moment.</param>
public sealed record AccountView(
    string Id,
    string Name,
    string Venue,
    AccountKind Kind,
    MarginMode MarginMode,
    decimal Leverage,
    string BaseCurrency,
    bool IsKilled,
    decimal Equity,
    decimal Exposure,
    decimal FreeMargin,
    decimal InitialMargin,
    decimal MaintenanceMargin,
    IReadOnlyList<BalanceView> Balances,
    IReadOnlyList<PositionView> Positions,
    long Sequence,
    Timestamp At)
{
    /// <summary>How many times its settings were set; a change may name the version that its asker saw.</summary>
    public int SettingsVersion { get; init; } = 1;

    /// <summary>What it may do at most.</summary>
    public RiskLimitsView Limits { get; init; } = RiskLimitsView.From(RiskLimits.Default);

    /// <summary>Where the account and its live venue differ; nothing is mended by itself. Empty on paper.</summary>
    public IReadOnlyList<VenueDifferenceView> VenueDifferences { get; init; } = [];

    /// <summary>When they were compared last; null on paper, and before the first time.</summary>
    public Timestamp? VenueComparedAt { get; init; }

    /// <summary>The kill switch above it that is on: the scope, such as <c>all</c> or <c>venue:paper</c>; null when none is.</summary>
    public string? HaltedBy { get; init; }

    /// <summary>The loss limit that it has reached: until it is within the limit again only orders that reduce are taken.</summary>
    public BreakerView? Breaker { get; init; }

    /// <summary>The paper league whose books it trades in; null when it has books of its own.</summary>
    public string? League { get; init; }

    /// <summary>The view of an open account. The instruments of its positions must be given, and the market's price of each as far as there is one.</summary>
    public static AccountView From(
        AccountState account, AccountValuation valuation, IReadOnlyDictionary<long, Price> marks, IReadOnlyDictionary<InstrumentId, Instrument> instruments,
        TradingTerms terms, Timestamp at)
    {
        var settings = account.Settings!;
        return new(
            account.Id.ToString(),
            settings.Name,
            settings.Venue,
            settings.Kind,
            settings.MarginMode,
            settings.Leverage,
            settings.BaseCurrency,
            account.IsKilled,
            Currencies.Round(valuation.Equity, settings.BaseCurrency),
            Currencies.Round(valuation.Exposure, settings.BaseCurrency),
            Currencies.Round(valuation.FreeMargin, settings.BaseCurrency),
            Currencies.Round(valuation.InitialMargin, settings.BaseCurrency),
            Currencies.Round(valuation.MaintenanceMargin, settings.BaseCurrency),
            [.. account.Cash.Select(cash => new BalanceView(cash.Key, cash.Value, account.Held.GetValueOrDefault(cash.Key), account.FreeCash(cash.Key)))],
            [
                .. account.Positions.Values.Where(position => !position.IsFlat).Select(position => PositionView.From(
                    instruments[position.InstrumentId], terms.Of(instruments[position.InstrumentId]), position, marks.TryGetValue(position.InstrumentId.Value, out var mark) ? mark : null)),
            ],
            account.Sequence,
            at)
        {
            SettingsVersion = settings.Version,
            Limits = RiskLimitsView.From(settings.Limits),
            Breaker = BreakerView.From(account.Breaker),
            League = settings.League,
        };
    }
}

/// <summary>What an account may do at most. What is null is not limited. Sums are in its base currency.</summary>
/// <param name="MaxOrderNotional">The largest order.</param>
/// <param name="MaxOpenOrders">Orders that have not ended.</param>
/// <param name="MaxPositionNotional">The largest position in one instrument, open orders on the same side included.</param>
/// <param name="MaxExposure">All positions and open orders together, long and short added up.</param>
/// <param name="MaxDailyLoss">The largest loss since the day began.</param>
/// <param name="MaxDrawdown">The largest loss from the highest equity, as a part of it.</param>
/// <param name="OrdersPerSecond">How many orders a second, in the long run.</param>
/// <param name="OrderBurst">How many at once.</param>
public sealed record RiskLimitsView(
    decimal? MaxOrderNotional,
    int MaxOpenOrders,
    decimal? MaxPositionNotional,
    decimal? MaxExposure,
    decimal? MaxDailyLoss,
    decimal? MaxDrawdown,
    int OrdersPerSecond,
    int OrderBurst)
{
    internal static RiskLimitsView From(RiskLimits limits) => new(
        limits.MaxOrderNotional, limits.MaxOpenOrders, limits.MaxPositionNotional, limits.MaxExposure, limits.MaxDailyLoss, limits.MaxDrawdown,
        limits.OrdersPerSecond, limits.OrderBurst);
}

/// <summary>That a live venue has another amount than the account.</summary>
/// <param name="Unit">A currency, <c>instr:42</c> for units of an instrument, or the venue's own name of what no instrument of the account is.</param>
/// <param name="Ours">What the account has.</param>
/// <param name="Theirs">What the venue says.</param>
public sealed record VenueDifferenceView(string Unit, decimal Ours, decimal Theirs);

/// <summary>Money of one currency.</summary>
/// <param name="Currency">The currency's code.</param>
/// <param name="Total">All of it.</param>
/// <param name="Held">What is set aside for open orders.</param>
/// <param name="Free">What is not.</param>
public sealed record BalanceView(string Currency, decimal Total, decimal Held, decimal Free);

/// <summary>What an account holds of an instrument. Sums are in the instrument's currency.</summary>
/// <param name="InstrumentId">The instrument's number.</param>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Quantity">How much; negative for a short position.</param>
/// <param name="AverageCost">What was paid per unit.</param>
/// <param name="Cost">What was paid for all of it; negative for a short position.</param>
/// <param name="Mark">The market's price; null when it has none.</param>
/// <param name="Value">What is held, at that price.</param>
/// <param name="Unrealized">What closing it at that price would bring beyond what was paid.</param>
/// <param name="Realized">Gains less losses of what was closed, at average cost.</param>
/// <param name="RealizedFifo">The same, first in, first out.</param>
/// <param name="Fees">Fees of all its fills.</param>
public sealed record PositionView(
    string InstrumentId,
    string InstrumentKey,
    decimal Quantity,
    decimal AverageCost,
    decimal Cost,
    decimal? Mark,
    decimal? Value,
    decimal? Unrealized,
    decimal Realized,
    decimal RealizedFifo,
    decimal Fees)
{
    internal const int AverageDigits = 12;      // an average need not end; what is shown of it does

    /// <summary>The view of a position that holds something.</summary>
    public static PositionView From(Instrument instrument, InstrumentTerms terms, Position position, Price? mark) => new(
            instrument.Id.ToString(),
            instrument.Key.Value,
            instrument.QuantityScale.ToDecimal(position.Count),
            decimal.Round(position.AverageCost(terms) ?? 0, AverageDigits),
            position.Cost,
            mark is { } known ? instrument.PriceScale.ToDecimal(known) : null,
            mark is { } valued ? position.Value(terms, valued) : null,
            mark is { } closing ? position.Unrealized(terms, closing) : null,
            position.Realized,
            position.RealizedFifo,
            position.Fees);
}

/// <summary>An account in a list.</summary>
/// <param name="Id">Its id, a GUID.</param>
/// <param name="Name">The name that its owner reads.</param>
/// <param name="Venue">Where its orders go.</param>
/// <param name="Kind">What it may do with borrowed money.</param>
/// <param name="BaseCurrency">The currency that its equity and limits are counted in.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record AccountHeaderView(string Id, string Name, string Venue, AccountKind Kind, string BaseCurrency, Timestamp OpenedAt);
