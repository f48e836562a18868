using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Whether what was traded has been delivered.</summary>
[GenerateSerializer, Alias("trading.settlement-status")]
public enum SettlementStatus : byte
{
    /// <summary>It is owed: its day has not come.</summary>
    Pending = 1,
    /// <summary>It was delivered against payment.</summary>
    Settled = 2,
}

/// <summary>What a fill moves when it settles.</summary>
/// <param name="Fill">The fill.</param>
/// <param name="Notional">What it cost.</param>
/// <param name="Realized">What it realized, at average cost: of a contract only that is paid.</param>
public sealed record SettlingFill(Fill Fill, decimal Notional, decimal Realized);

/// <summary>What is to be delivered against what on a day, for all fills of an instrument that settle then together.</summary>
/// <param name="SettlesOn">The day, from its midnight in UTC.</param>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Status">Whether it has been done.</param>
/// <param name="Units">Units that come, in quantity counts; negative for those that go.</param>
/// <param name="Money">Money that comes; negative for what goes. Fees are included.</param>
/// <param name="Fills">How many fills it nets.</param>
public sealed record SettlementInstruction(
    Timestamp SettlesOn, InstrumentId InstrumentId, string Currency, SettlementStatus Status, long Units, decimal Money, int Fills);

/// <summary>When fills settle and what moves then. The ledger counts from the trade; here is what of it is still to come.</summary>
public static class Settlements
{
    /// <summary>Whether a fill has settled at a moment: from the midnight on with which its day begins.</summary>
    public static SettlementStatus StatusAt(this Fill fill, Timestamp asOf) => fill.SettlesOn <= asOf ? SettlementStatus.Settled : SettlementStatus.Pending;

    /// <summary>The instructions for fills, by day and then by instrument, as they stand at a moment.</summary>
    public static ImmutableArray<SettlementInstruction> Instruct(
        IEnumerable<SettlingFill> fills, IReadOnlyDictionary<InstrumentId, InstrumentTerms> terms, Timestamp asOf) =>
    [
        .. fills.GroupBy(settling => (settling.Fill.SettlesOn, settling.Fill.InstrumentId)).OrderBy(group => group.Key.SettlesOn).ThenBy(group => group.Key.InstrumentId)
            .Select(group => new SettlementInstruction(
                group.Key.SettlesOn, group.Key.InstrumentId, terms[group.Key.InstrumentId].Currency, group.First().Fill.StatusAt(asOf),
                group.Sum(settling => SignOf(settling.Fill) * settling.Fill.Quantity.Count),
                group.Sum(settling => MoneyOf(settling, terms[group.Key.InstrumentId])),
                group.Count())),
    ];

    /// <summary>Money of each currency that has been traded but not settled: positive for what is to come.</summary>
    public static ImmutableSortedDictionary<string, decimal> UnsettledCash(IEnumerable<SettlementInstruction> instructions) => instructions
        .Where(instruction => instruction.Status is SettlementStatus.Pending).GroupBy(instruction => instruction.Currency, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(currency => currency.Key, currency => currency.Sum(instruction => instruction.Money), StringComparer.Ordinal);

    private static decimal MoneyOf(SettlingFill settling, InstrumentTerms terms) =>
        (terms.IsContract ? settling.Realized : -SignOf(settling.Fill) * settling.Notional) - settling.Fill.Fee;

    private static int SignOf(Fill fill) => fill.Side is OrderSide.Buy ? 1 : -1;
}
