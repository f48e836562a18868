using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Interest on the money that a margin account owes: each UTC day costs a 365th of the yearly rate on what is owed at its end.</summary>
public static class AccrueInterest
{
    /// <summary>
    /// Decides on the interest of each day that has ended since the last one that was paid for. The first day counts from when the account is
    /// first looked at. What is paid is owed on the next day, too.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="rateOf">The yearly rate of a currency, as a part of one.</param>
    /// <param name="now">The moment.</param>
    public static AccountDecision Accrue(this AccountState account, Func<string, decimal> rateOf, Timestamp now)
    {
        var midnight = CandleInterval.D1.OpenTime(now);
        if (account.Settings is not { Kind: AccountKind.Margin, Venue: AccountSettings.Paper } || midnight <= account.InterestThrough) return AccountDecision.Nothing(account);
        var change = new AccountChange(account);
        if (account.InterestThrough == default) change.Happened(new InterestAccrued(now, midnight, null));
        else
        {
            foreach (var end in FundingSchedule.Moments(account.InterestThrough, midnight, TimeSpan.FromDays(1))) change.AccrueDay(end, rateOf, now);
        }
        return change.ToDecision();
    }

    private static void AccrueDay(this AccountChange change, Timestamp end, Func<string, decimal> rateOf, Timestamp now)
    {
        var posted = false;
        foreach (var (currency, amount) in change.Account.Cash)
        {
            var interest = amount >= 0 ? 0 : Currencies.Round(amount * rateOf(currency) * DayCount.Actual365(1), currency);
            if (interest == 0) continue;
            change.Happened(new InterestAccrued(now, end, JournalEntry.Income(JournalKind.Borrow, LedgerAccount.Interest, currency, interest, end, $"interest-{end}")));
            posted = true;
        }
        if (!posted) change.Happened(new InterestAccrued(now, end, null));
    }
}
