using Fincord.Contracts;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>Reads how a member's accounts settle.</summary>
public sealed class SettlementReader(AccountReader accounts, ISettlementStore store, TradingTerms terms, IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(7);

    /// <summary>
    /// The settlement of an account as it stands at a moment, now when nothing is said: what settles on a later day, and what settled in the week
    /// before. Throws <see cref="RefusalException"/> when the member has no such account.
    /// </summary>
    public async Task<SettlementsView> Read(CurrentMember member, AccountId id, Timestamp? asOf, CancellationToken cancellation)
    {
        var answer = await grains.GetGrain<IAccountGrain>(GrainKeys.Account(id)).GetAccount(member.Id);
        var account = (answer.Account ?? throw RefusalException.UnknownAccount()).State;
        var moment = asOf ?? Timestamp.FromDateTimeOffset(time.GetUtcNow());
        if (moment < Timestamp.MinValue + Past) throw RefusalException.InvalidArgument("There was nothing to settle then.");
        var rows = await store.ReadSettling(id, moment - Past, Timestamp.MaxValue, cancellation);
        var instruments = new Dictionary<InstrumentId, Instrument>();
        foreach (var instrument in rows.Select(row => row.Fill.InstrumentId).Distinct()) instruments[instrument] = await accounts.InstrumentOf(instrument, cancellation);
        var instructions = Settlements.Instruct(rows.Select(row => new SettlingFill(row.Fill, row.Notional, row.Realized)), instruments.ToDictionary(instrument => instrument.Key, instrument => terms.Of(instrument.Value)), moment);
        var unsettled = Settlements.UnsettledCash(instructions);
        return new(
            moment,
            [
                .. account.Cash.Keys.Union(unsettled.Keys).Order(StringComparer.Ordinal).Select(currency => new SettlementCashView(
                    currency, account.Cash.GetValueOrDefault(currency) - unsettled.GetValueOrDefault(currency), unsettled.GetValueOrDefault(currency))),
            ],
            [
                .. instructions.Select(instruction => new SettlementInstructionView(
                    instruction.SettlesOn, instruments[instruction.InstrumentId].Key.Value, instruction.Status,
                    instruments[instruction.InstrumentId].QuantityScale.ToDecimal(instruction.Units), instruction.Money, instruction.Currency, instruction.Fills)),
            ],
            [.. rows.Select(row => new SettlingFillView(row.Fill.Id.ToString(), row.Fill.SettlesOn, row.Fill.StatusAt(moment)))]);
    }
}
