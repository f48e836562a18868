using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Opening an account and moving money in and out of it.</summary>
public static class MovePayments
{
    /// <summary>Opens an account; nothing happens when it is open.</summary>
    public static AccountDecision Open(this AccountState account, AccountSettings settings, Timestamp now)
    {
        if (account.Settings is not null) return AccountDecision.Nothing(account);
        var change = new AccountChange(account);
        change.Happened(new AccountOpened(now, account.Id, settings));
        return change.ToDecision();
    }

    /// <summary>Money comes in from outside, or goes out when <paramref name="amount"/> is negative; out goes only what is free.</summary>
    public static (AccountDecision? Decision, OrderRefusal? Refusal) Pay(
        this AccountState account, string currency, decimal amount, string reference, TradingContext context)
    {
        if (!Currencies.IsCode(currency)) return (null, new("INVALID_ARGUMENT", "A currency is a code of 3 to 8 capital letters.", null));
        if (amount == 0 || !Currencies.IsRepresentable(amount, currency) || Math.Abs(amount) > 1_000_000_000_000_000m) return (null, OrderRefusal.Of(new(
            DenialCode.OutOfRange, null, amount, currency, $"An amount of {currency} is not zero and has at most {Currencies.DigitsOf(currency)} decimal digits.")));
        if (amount < 0)
        {
            var free = account.FreeCash(currency);
            if (account.Settings!.Kind is AccountKind.Margin) free = Math.Min(free, AccountValuation.Of(account, context).FreeMargin);
            if (-amount > free) return (null, OrderRefusal.Of(new(
                DenialCode.InsufficientBalance, free, -amount, currency, "Not enough money is free.")));
        }
        var change = new AccountChange(account);
        change.Happened(new EntryPosted(context.Now, JournalEntry.Payment(currency, amount, context.Now, reference)));
        // A mark at each flow, the first one, too: only then is known what the markets made of the rest.
        change.Happened(MarkOf(change.Account, context.ToBase(amount, currency), context));
        return (change.ToDecision(), null);
    }

    /// <summary>Values the account and remembers it: the equity curve, the day's beginning and the peak are made of these marks.</summary>
    public static AccountDecision Mark(this AccountState account, TradingContext context)
    {
        var change = new AccountChange(account);
        change.Happened(MarkOf(account, 0, context));
        change.CheckBreakers(context);
        return change.ToDecision();
    }

    private static MarkedToMarket MarkOf(AccountState account, decimal flow, TradingContext context)
    {
        var rates = context.Rates.Where(rate => rate.Key != account.Settings!.BaseCurrency).ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new(context.Now, AccountValuation.Of(account, context).Equity, flow) { Rates = rates.IsEmpty ? null : rates };
    }
}
