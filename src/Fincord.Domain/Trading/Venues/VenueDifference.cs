using System.Collections.Immutable;

namespace Fincord.Domain.Trading;

/// <summary>That a live venue has another amount than the account. It is told, and never mended by guessing.</summary>
/// <param name="Unit">A currency, <c>instr:42</c> for units of an instrument, or the venue's own name of what no instrument of ours is.</param>
/// <param name="Ours">What the account has.</param>
/// <param name="Theirs">What the venue says.</param>
[GenerateSerializer, Immutable, Alias("trading.venue-difference")]
public sealed record VenueDifference(string Unit, decimal Ours, decimal Theirs)
{
    /// <summary>
    /// Where an account and its venue differ, by unit. <paramref name="theirs"/> is all that the venue has, by unit; null for what it cannot tell
    /// apart. <paramref name="scales"/> says how quantities of the held instruments are counted.
    /// </summary>
    public static ImmutableArray<VenueDifference> Between(
        AccountState account, IReadOnlyDictionary<string, decimal?> theirs, Func<Markets.InstrumentId, Markets.DecimalScale> scales)
    {
        var ours = account.Cash.ToDictionary(cash => cash.Key, cash => cash.Value, StringComparer.Ordinal);
        foreach (var position in account.Positions.Values.Where(position => !position.IsFlat))
            ours[JournalEntry.UnitOf(position.InstrumentId)] = scales(position.InstrumentId).ToDecimal(position.Count);
        return
        [
            .. ours.Keys.Union(theirs.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Where(unit => !theirs.TryGetValue(unit, out var known) || known is not null)
                .Select(unit => new VenueDifference(unit, ours.GetValueOrDefault(unit), theirs.GetValueOrDefault(unit) ?? 0))
                .Where(difference => difference.Ours != difference.Theirs),
        ];
    }
}
