namespace Fincord.Domain.Trading;

/// <summary>Booking what a live venue moves by itself.</summary>
public static class TakeMovement
{
    /// <summary>
    /// Books a movement of money. What happened before the account was opened here changes nothing: the owner's first payment has it. The caller
    /// has made sure that it was not booked before.
    /// </summary>
    public static AccountDecision Take(this AccountState account, CashMovement movement, Markets.Timestamp now)
    {
        var amount = Currencies.Round(movement.Amount, movement.Currency);
        if (amount == 0 || movement.OccurredAt < account.OpenedAt) return AccountDecision.Nothing(account);
        var change = new AccountChange(account);
        var entry = JournalEntry.Income(movement.Kind, SourceOf(movement.Kind), movement.Currency, amount, movement.OccurredAt, movement.Id);
        change.Happened(new EntryPosted(now, entry) { Movement = movement.Id });
        return change.ToDecision();
    }

    private static LedgerAccount SourceOf(JournalKind kind) => kind switch
    {
        JournalKind.Funding => LedgerAccount.Funding,
        JournalKind.Dividend => LedgerAccount.Dividends,
        JournalKind.Borrow => LedgerAccount.Interest,
        JournalKind.Fee => LedgerAccount.Fees,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not what a venue moves by itself."),
    };
}
