using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Adds up what was booked, in an account's base currency at given rates.</summary>
internal sealed class BookedSums(ImmutableSortedDictionary<string, decimal> rates, string baseCurrency)
{
    public decimal Realized { get; private set; }

    public decimal Fees { get; private set; }

    public decimal Income { get; private set; }

    /// <summary>Adds an event that leads from one account to the next.</summary>
    public void Add(AccountState before, AccountState after, AccountEvent booked, Func<InstrumentId, string> currencyOf)
    {
        if (booked.Instrument() is { } instrument)
            Realized += ToBase(after.PositionOf(instrument).Realized - before.PositionOf(instrument).Realized, currencyOf(instrument));
        foreach (var movement in booked.Entry() is { } entry ? Movement.Of([entry]) : [])
        {
            if (!Currencies.IsCode(movement.Unit)) continue;
            var amount = ToBase(movement.Amount, movement.Unit);
            if (movement.Kind is MovementKind.Fee) Fees -= amount;
            else if (movement.Kind is MovementKind.Funding or MovementKind.Interest or MovementKind.Dividend) Income += amount;
        }
    }

    // A currency without a rate counts as nothing in equity, and so here.
    private decimal ToBase(decimal amount, string currency) => currency == baseCurrency ? amount : amount * rates.GetValueOrDefault(currency);
}
