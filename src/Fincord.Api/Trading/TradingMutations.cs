using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using HotChocolate.Authorization;
using HotChocolate.Language;

namespace Fincord.Api.Trading;

/// <summary>What members do with their accounts. A refusal is in the payload, with its code; what it answers is durable.</summary>
[ExtendObjectType(OperationType.Mutation)]
public sealed class TradingMutations
{
    /// <summary>Opens an account.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> OpenAccountAsync(OpenAccountInput input, CurrentMember member, Trader trader) =>
        Answer(() => Trader.IdOf(member.Id, input.IdempotencyKey), _ => trader.Open(member, input.IdempotencyKey, input));

    /// <summary>Changes an account's name, leverage, margin mode or limits.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> ChangeSettingsAsync(ChangeSettingsInput input, CurrentMember member, Trader trader) => Answer(
        () => TradingIds.ToAccount(input.AccountId), account => trader.ChangeSettings(member, account, input.IdempotencyKey, input, input.Version));

    /// <summary>Places an order, an order with exits, or orders that belong together; all of them are taken, or all denied.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> PlaceOrderAsync(PlaceOrderInput input, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation) =>
        Answer(input.AccountId, account => trader.Place(member, account, input.IdempotencyKey, input, cancellation), accounts, cancellation);

    /// <summary>Changes a working order.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> AmendOrderAsync(AmendOrderInput input, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation) => Answer(
        input.AccountId,
        account => trader.Amend(member, account, input.IdempotencyKey, TradingIds.ToOrder(input.OrderId), input, input.Version, cancellation),
        accounts, cancellation);

    /// <summary>Cancels an order.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> CancelOrderAsync(CancelOrderInput input, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation) => Answer(
        input.AccountId, account => trader.Cancel(member, account, input.IdempotencyKey, TradingIds.ToOrder(input.OrderId)), accounts, cancellation);

    /// <summary>Cancels all open orders, or those of one instrument.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> CancelAllOrdersAsync(CancelAllOrdersInput input, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation) => Answer(
        input.AccountId, account => trader.CancelAll(member, account, input.IdempotencyKey, input.InstrumentKey, cancellation), accounts, cancellation);

    /// <summary>Cancels an instrument's orders and closes its position at the market.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> ClosePositionAsync(ClosePositionInput input, CurrentMember member, Trader trader, AccountReader accounts, CancellationToken cancellation) => Answer(
        input.AccountId, account => trader.ClosePosition(member, account, input.IdempotencyKey, input.InstrumentKey, cancellation), accounts, cancellation);

    /// <summary>Moves money in, or out when the amount is negative.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> PayAsync(PayInput input, CurrentMember member, Trader trader) => Answer(
        () => TradingIds.ToAccount(input.AccountId),
        account => trader.Pay(member, account, input.IdempotencyKey, new() { Currency = input.Currency, Amount = input.Amount }));

    /// <summary>Turns an account's kill switch; on also cancels all open orders.</summary>
    [Authorize(Permissions.OrdersPlace)]
    public Task<TradingPayload> TurnKillSwitchAsync(TurnKillSwitchInput input, CurrentMember member, Trader trader) => Answer(
        () => TradingIds.ToAccount(input.AccountId),
        account => trader.TurnKillSwitch(member, account, input.IdempotencyKey, new() { IsOn = input.IsOn }));

    private static async Task<TradingPayload> Answer(
        string accountId, Func<AccountId, Task<OrdersResult>> carryOut, AccountReader accounts, CancellationToken cancellation)
    {
        AccountId? known = null;
        try
        {
            var account = TradingIds.ToAccount(accountId);
            known = account;
            var result = await carryOut(account);
            var error = result.Refusal is { } refusal ? TradingError.From(refusal) : TradingError.Of(result.Orders);
            return new(account, await accounts.ToViews(result.Orders, cancellation), error);
        }
        catch (RefusalException refusal)
        {
            return new(known, [], TradingError.From(refusal));
        }
    }

    private static async Task<TradingPayload> Answer(Func<AccountId> id, Func<AccountId, Task<AccountResult>> carryOut)
    {
        try
        {
            var account = id();
            var result = await carryOut(account);
            return new(account, [], result.Refusal is { } refusal ? TradingError.From(refusal) : null);
        }
        catch (RefusalException refusal)
        {
            return new(null, [], TradingError.From(refusal));
        }
    }
}
