namespace Fincord.Domain.Trading;

/// <summary>Why an account has more or less of something.</summary>
public enum MovementKind : byte
{
    /// <summary>Money came in from outside.</summary>
    Deposit = 1,
    /// <summary>Money went out.</summary>
    Withdrawal = 2,
    /// <summary>Units and money of fills; of contracts the money is what was realized.</summary>
    Fill = 3,
    /// <summary>Fees, rebates against them.</summary>
    Fee = 4,
    /// <summary>Funding of perpetuals.</summary>
    Funding = 5,
    /// <summary>Interest for what was borrowed.</summary>
    Interest = 6,
    /// <summary>Dividends.</summary>
    Dividend = 7,
    /// <summary>Splits, mergers, symbol changes and expiries.</summary>
    CorporateAction = 8,
    /// <summary>One currency for another.</summary>
    Conversion = 9,
}

/// <summary>All that moved a unit for one reason.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Unit">A currency's code, or an instrument's unit (<c>instr:42</c>).</param>
/// <param name="Amount">How much more the owner has; less when negative.</param>
/// <param name="Count">How many entries moved it.</param>
public sealed record Movement(MovementKind Kind, string Unit, decimal Amount, int Count)
{
    /// <summary>The movements of ledger entries, summed up by reason and unit.</summary>
    public static IEnumerable<Movement> Of(IEnumerable<JournalEntry> entries) => entries.SelectMany(Of)
        .GroupBy(movement => (movement.Kind, movement.Unit))
        .Select(same => new Movement(same.Key.Kind, same.Key.Unit, same.Sum(movement => movement.Amount), same.Count()))
        .Where(movement => movement.Amount != 0 || movement.Kind is MovementKind.Fill)
        .OrderBy(movement => movement.Kind).ThenBy(movement => movement.Unit, StringComparer.Ordinal);

    // Each line of an entry that is not the owner's tells why the owner has more or less: entries are balanced in each unit.
    private static IEnumerable<Movement> Of(JournalEntry entry) => entry.Lines
        .Where(line => line.Account is not (LedgerAccount.Cash or LedgerAccount.Position))
        .GroupBy(line => (Kind: KindOf(entry.Kind, line.Account), line.Unit))
        .Select(same => new Movement(same.Key.Kind, same.Key.Unit, -same.Sum(line => line.Amount), 1));

    private static MovementKind KindOf(JournalKind kind, LedgerAccount account) => account switch
    {
        LedgerAccount.Fees => MovementKind.Fee,
        LedgerAccount.Funding => MovementKind.Funding,
        LedgerAccount.Interest => MovementKind.Interest,
        LedgerAccount.Dividends => MovementKind.Dividend,
        LedgerAccount.CorporateAction => MovementKind.CorporateAction,
        _ => kind switch
        {
            JournalKind.Deposit => MovementKind.Deposit,
            JournalKind.Withdrawal => MovementKind.Withdrawal,
            JournalKind.Funding => MovementKind.Funding,
            JournalKind.Borrow => MovementKind.Interest,
            JournalKind.Dividend => MovementKind.Dividend,
            JournalKind.CorporateAction => MovementKind.CorporateAction,
            JournalKind.Conversion => MovementKind.Conversion,
            _ => MovementKind.Fill,
        },
    };
}
