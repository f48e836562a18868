using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;

namespace Fincord.Domain.Trading;

/// <summary>What a UTC day brought, in the account's base currency.</summary>
/// <param name="Day">The day, from its midnight.</param>
/// <param name="OpeningEquity">What the account was worth at the mark before; what it was when its curve began.</param>
/// <param name="ClosingEquity">What it was worth at the day's last mark; as before on a day without one.</param>
/// <param name="Flow">Deposits less withdrawals.</param>
/// <param name="Realized">Gains less losses of what was closed, at average cost, before fees.</param>
/// <param name="Fees">Fees paid.</param>
/// <param name="Income">Funding, interest and dividends, received less paid.</param>
/// <param name="Return">The day's time-weighted return; null where it is not defined.</param>
public sealed record DailyPnl(
    Timestamp Day, decimal OpeningEquity, decimal ClosingEquity, decimal Flow, decimal Realized, decimal Fees, decimal Income, double? Return)
{
    /// <summary>What the day brought: the change of equity without what came and went.</summary>
    public decimal Total => ClosingEquity - OpeningEquity - Flow;

    /// <summary>The change of what open positions would bring, and of what other currencies are worth: all that is not booked.</summary>
    public decimal Unrealized => Total - Realized + Fees - Income;

    /// <summary>
    /// The days from the curve's first to its last. A day without marks brought nothing. Bookings count to the day of the first mark after them,
    /// which is the first that shows them, at the rates of that day's last mark.
    /// </summary>
    /// <param name="before">The mark before the first day; null when there is none.</param>
    /// <param name="curve">Marks by time: at least each day's last, and one at each flow.</param>
    /// <param name="opening">The account before the first booking.</param>
    /// <param name="booked">What was booked since the mark before, in order.</param>
    /// <param name="currencyOf">The currency that an instrument is paid in.</param>
    /// <param name="baseCurrency">The account's base currency.</param>
    public static IReadOnlyList<DailyPnl> Of(
        EquityPoint? before, IReadOnlyList<EquityPoint> curve, AccountState opening, IReadOnlyList<AccountEvent> booked,
        Func<InstrumentId, string> currencyOf, string baseCurrency)
    {
        var days = new List<DailyPnl>();
        var (account, next) = (opening, 0);
        foreach (var marks in curve.GroupBy(point => CandleInterval.D1.OpenTime(point.At)))
        {
            while (days.Count > 0 && CandleInterval.D1.CloseTime(days[^1].Day) is var missed && missed < marks.Key) days.Add(Quiet(missed, days[^1].ClosingEquity));
            var last = marks.Last();
            var sums = new BookedSums(last.Rates, baseCurrency);
            for (; next < booked.Count && booked[next].At <= last.At; next++)
            {
                var after = account.Apply(booked[next]);
                sums.Add(account, after, booked[next], currencyOf);
                account = after;
            }
            var start = days.Count > 0 ? days[^1].ClosingEquity : before?.Equity ?? marks.First().Equity - marks.First().Flow;
            var growth = TimeWeightedReturn.Of(before is null && days.Count == 0 ? marks : marks.Prepend(new(marks.Key, start, 0)));
            days.Add(new(marks.Key, start, last.Equity, marks.Sum(mark => mark.Flow), sums.Realized, sums.Fees, sums.Income, growth));
        }
        return days;
    }

    private static DailyPnl Quiet(Timestamp day, decimal equity) => new(day, equity, equity, 0, 0, 0, 0, 0);
}
