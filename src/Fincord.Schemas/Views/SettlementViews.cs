using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>How an account's trades settle, as it stands at a moment.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Cash">Its money, by currency: what has settled and what has not.</param>
/// <param name="Instructions">What is to be delivered against what, by day and instrument; fills that settle together are netted.</param>
/// <param name="Fills">The fills that they net, by day.</param>
public sealed record SettlementsView(
    Timestamp AsOf, IReadOnlyList<SettlementCashView> Cash, IReadOnlyList<SettlementInstructionView> Instructions, IReadOnlyList<SettlingFillView> Fills);

/// <summary>Money of one currency.</summary>
/// <param name="Currency">The currency's code.</param>
/// <param name="Settled">What has been paid by then.</param>
/// <param name="Unsettled">What is still to come for what was traded; negative for what is still to be paid.</param>
public sealed record SettlementCashView(string Currency, decimal Settled, decimal Unsettled);

/// <summary>What is to be delivered against what.</summary>
/// <param name="SettlesOn">The day, from its midnight in UTC.</param>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Status">Whether it has been done.</param>
/// <param name="Units">Units that come; negative for those that go.</param>
/// <param name="Money">Money that comes, fees included; negative for what goes.</param>
/// <param name="Currency">The currency's code.</param>
/// <param name="FillCount">How many fills it nets.</param>
public sealed record SettlementInstructionView(
    Timestamp SettlesOn, string InstrumentKey, SettlementStatus Status, decimal Units, decimal Money, string Currency, int FillCount);

/// <summary>A fill and whether it has settled.</summary>
/// <param name="FillId">The fill's id, a GUID.</param>
/// <param name="SettlesOn">The day, from its midnight in UTC.</param>
/// <param name="Status">Whether it has settled.</param>
public sealed record SettlingFillView(string FillId, Timestamp SettlesOn, SettlementStatus Status);
