using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>What an account had at two moments, and all that was booked between them. In each unit opening and movements are closing.</summary>
/// <param name="From">The first moment, inclusive.</param>
/// <param name="To">The last moment, exclusive.</param>
/// <param name="BaseCurrency">The currency that equity is counted in.</param>
/// <param name="Opening">What it had before.</param>
/// <param name="Closing">What it had afterwards.</param>
/// <param name="Movements">What moved, by reason and unit.</param>
/// <param name="Realized">What was realized, by instrument.</param>
/// <param name="Profit">What it brought, between the marks that its ends name; null without marks.</param>
public sealed record AccountStatementView(
    Timestamp From, Timestamp To, string BaseCurrency, StatementEndView Opening, StatementEndView Closing,
    IReadOnlyList<MovementView> Movements, IReadOnlyList<RealizedView> Realized, ProfitView? Profit);

/// <summary>An end of a statement.</summary>
/// <param name="Equity">What the account was worth at the last mark before it; null when there was none.</param>
/// <param name="EquityAt">When that mark was.</param>
/// <param name="Cash">Its money, by currency.</param>
/// <param name="Positions">What it held.</param>
public sealed record StatementEndView(decimal? Equity, Timestamp? EquityAt, IReadOnlyList<AmountView> Cash, IReadOnlyList<HoldingView> Positions);

/// <summary>An amount of money.</summary>
/// <param name="Currency">The currency's code.</param>
/// <param name="Amount">How much.</param>
public sealed record AmountView(string Currency, decimal Amount);

/// <summary>What was held of an instrument. Sums are in the instrument's currency.</summary>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Quantity">How much; negative for a short position.</param>
/// <param name="Cost">What was paid for it, at average cost; negative for a short position.</param>
public sealed record HoldingView(string InstrumentKey, decimal Quantity, decimal Cost);

/// <summary>All that moved a unit for one reason.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Unit">A currency's code, or the key of an instrument whose units moved.</param>
/// <param name="Amount">How much more the owner has; less when negative.</param>
/// <param name="Count">How many entries moved it.</param>
public sealed record MovementView(MovementKind Kind, string Unit, decimal Amount, int Count);

/// <summary>What was realized in an instrument.</summary>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Average">At average cost.</param>
/// <param name="Fifo">First in, first out.</param>
public sealed record RealizedView(string InstrumentKey, string Currency, decimal Average, decimal Fifo);

/// <summary>What some time brought, in the account's base currency: total = realized + unrealized + income - fees.</summary>
/// <param name="Total">The change of equity without what came and went.</param>
/// <param name="Realized">Gains less losses of what was closed, at average cost, before fees.</param>
/// <param name="Unrealized">The change of what is not booked: open positions, and what other currencies are worth.</param>
/// <param name="Fees">Fees paid.</param>
/// <param name="Income">Funding, interest and dividends, received less paid.</param>
/// <param name="Flow">Deposits less withdrawals.</param>
public sealed record ProfitView(decimal Total, decimal Realized, decimal Unrealized, decimal Fees, decimal Income, decimal Flow)
{
    /// <summary>What days brought together, in the ledger's digits.</summary>
    public static ProfitView From(IEnumerable<DailyPnl> days, string currency)
    {
        decimal total = 0, realized = 0, fees = 0, income = 0, flow = 0;
        foreach (var day in days)
        {
            total += day.Total;
            realized += day.Realized;
            fees += day.Fees;
            income += day.Income;
            flow += day.Flow;
        }
        decimal Round(decimal sum) => Currencies.Round(sum, currency);
        return new(Round(total), Round(realized), Round(total) - Round(realized) + Round(fees) - Round(income), Round(fees), Round(income), Round(flow));
    }
}

/// <summary>What a UTC day brought, in the account's base currency.</summary>
/// <param name="Day">The day, from its midnight.</param>
/// <param name="OpeningEquity">What the account was worth before.</param>
/// <param name="ClosingEquity">What it was worth at the day's last mark.</param>
/// <param name="Profit">What the day brought.</param>
/// <param name="Return">Its time-weighted return as a fraction; null where it is not defined.</param>
public sealed record DailyPnlView(Timestamp Day, decimal OpeningEquity, decimal ClosingEquity, ProfitView Profit, double? Return)
{
    /// <summary>The view of a day.</summary>
    public static DailyPnlView From(DailyPnl day, string currency) => new(
        day.Day, Currencies.Round(day.OpeningEquity, currency), Currencies.Round(day.ClosingEquity, currency), ProfitView.From([day], currency), day.Return);
}
