using System.Security.Cryptography;
using System.Text;
using Fincord.Api.Markets;
using Fincord.Contracts;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>
/// Carries out what members ask of their accounts, for GraphQL and REST. What cannot be asked at all is a <see cref="RefusalException"/>; what
/// an account refuses is in its answer.
/// </summary>
public sealed class Trader(OrderTickets tickets, MarketReader markets, AccountReader accounts, IGrainFactory grains)
{
    private const string Paper = "paper";
    private const string Dollar = "USD";

    /// <summary>Opens an account. Its id is made of the member and the key, so that asking again opens nothing else.</summary>
    public async Task<AccountResult> Open(CurrentMember member, string key, OpenAccountRequest request)
    {
        if (!IdempotencyKey.IsValid(key)) throw RefusalException.InvalidArgument(IdempotencyKey.Rule);
        var settings = new AccountSettings(
            request.Name ?? "",
            member.Id,
            request.Venue ?? Paper,
            request.Kind ?? AccountKind.Cash,
            request.MarginMode ?? MarginMode.Cross,
            request.Leverage ?? 1,
            request.BaseCurrency ?? Dollar,
            PaperRules.Default.Fees,
            ToLimits(request.Limits))
        {
            CancelsWhenTripped = request.Limits?.CancelsWhenTripped ?? false,
            League = request.League,
        };
        var id = IdOf(member.Id, key);
        var answer = await AccountOf(id).Open(new(settings));
        return answer.Account is { } open && !IsSame(open.State.Settings!, settings)
            ? new(null, new(RefusalCodes.IdempotencyConflict, "The idempotency key was used before, for another account.", null))
            : answer;
    }

    /// <summary>Changes how an account is run, if its settings have the version that the member saw.</summary>
    public async Task<AccountResult> ChangeSettings(CurrentMember member, AccountId account, string key, ChangeSettingsRequest request, int? version)
    {
        if (request is { Name: null, Leverage: null, MarginMode: null, Limits: null })
            throw RefusalException.InvalidArgument("Nothing is to change: name, leverage, marginMode and limits are missing.");
        return await AccountOf(account).ChangeSettings(new(
            member.Id, key,
            new(request.Name, request.Leverage, request.MarginMode, request.Limits is null ? null : ToLimits(request.Limits))
            {
                CancelsWhenTripped = request.Limits?.CancelsWhenTripped,
            },
            version));
    }

    /// <summary>Places orders.</summary>
    public async Task<OrdersResult> Place(CurrentMember member, AccountId account, string key, PlaceOrdersRequest request, CancellationToken cancellation)
    {
        var (structure, orders) = await tickets.Make(request, cancellation);
        return await AccountOf(account).Place(new(member.Id, key, structure, orders, OrderOrigin.Member));
    }

    /// <summary>Changes a working order, if it has the version that the member saw.</summary>
    public async Task<OrdersResult> Amend(
        CurrentMember member, AccountId account, string key, OrderId id, AmendOrderRequest request, int? version, CancellationToken cancellation)
    {
        await accounts.Check(member, account, cancellation);
        var (instrument, _) = await accounts.ReadOrder(account, id, cancellation);
        return await AccountOf(account).Amend(new(member.Id, key, id, OrderTickets.Make(instrument, request), version));
    }

    /// <summary>Cancels an order.</summary>
    public Task<OrdersResult> Cancel(CurrentMember member, AccountId account, string key, OrderId id) =>
        AccountOf(account).Cancel(new(member.Id, key, id));

    /// <summary>Cancels all open orders, or those of one instrument.</summary>
    public async Task<OrdersResult> CancelAll(CurrentMember member, AccountId account, string key, string? instrumentKey, CancellationToken cancellation) =>
        await AccountOf(account).CancelAll(new(
            member.Id, key, instrumentKey is null ? null : (await markets.FindInstrument(instrumentKey, cancellation)).Id));

    /// <summary>Closes a position at the market.</summary>
    public async Task<OrdersResult> ClosePosition(CurrentMember member, AccountId account, string key, string instrumentKey, CancellationToken cancellation) =>
        await AccountOf(account).ClosePosition(new(member.Id, key, (await markets.FindInstrument(instrumentKey, cancellation)).Id));

    /// <summary>Moves money in or out.</summary>
    public async Task<AccountResult> Pay(CurrentMember member, AccountId account, string key, PaymentRequest request) => await AccountOf(account).Pay(new(
        member.Id, key,
        request.Currency ?? throw RefusalException.InvalidArgument("A payment needs currency."),
        request.Amount ?? throw RefusalException.InvalidArgument("A payment needs amount.")));

    /// <summary>Turns the account's kill switch on or off.</summary>
    public async Task<AccountResult> TurnKillSwitch(CurrentMember member, AccountId account, string key, KillSwitchRequest request) =>
        await AccountOf(account).TurnKillSwitch(new(member.Id, key, request.IsOn ?? throw RefusalException.InvalidArgument("A kill switch needs isOn.")));

    /// <summary>The id of the account that a member opens with a key.</summary>
    public static AccountId IdOf(MemberId member, string key) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{member}\n{key}")).AsSpan(0, 16)));

    private static RiskLimits ToLimits(AccountLimits? limits) => limits is null ? RiskLimits.Default : new(
        limits.MaxOrderNotional, limits.MaxOpenOrders ?? RiskLimits.Default.MaxOpenOrders, limits.MaxPositionNotional, limits.MaxExposure, limits.MaxDailyLoss,
        limits.MaxDrawdown, limits.OrdersPerSecond ?? RiskLimits.Default.OrdersPerSecond, limits.OrderBurst ?? RiskLimits.Default.OrderBurst);

    // Fees and limits hold lists and may be changed later by others than the owner; the rest is what was asked for, as far as it was not changed since.
    private static bool IsSame(AccountSettings known, AccountSettings asked) => known with
    {
        Fees = asked.Fees,
        Limits = asked.Limits,
        Name = known.Version > 1 ? asked.Name : known.Name,
        Leverage = known.Version > 1 ? asked.Leverage : known.Leverage,
        MarginMode = known.Version > 1 ? asked.MarginMode : known.MarginMode,
        CancelsWhenTripped = known.Version > 1 ? asked.CancelsWhenTripped : known.CancelsWhenTripped,
        Version = asked.Version,
    } == asked;

    private IAccountGrain AccountOf(AccountId id) => grains.GetGrain<IAccountGrain>(GrainKeys.Account(id));
}
