using System.Collections.Immutable;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Orleans.Concurrency;

namespace Fincord.Contracts.Trading;

/// <summary>
/// One trading account: its cash, positions, open orders and risk; the only writer of its rows. Key: <see cref="GrainKeys.Account"/>.
/// What it answers is durable. Commands carry an idempotency key: the same key with the same content gets the same answer, with other
/// content it is refused with <see cref="RefusalCodes.IdempotencyConflict"/>. An account of somebody else answers as one that does not exist:
/// <see cref="RefusalCodes.UnknownAccount"/>.
/// </summary>
[Alias("trading.IAccountGrain")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Opens the account, unless it is open.</summary>
    [Alias("Open")]
    Task<AccountResult> Open(OpenAccount command);

    /// <summary>Places orders; denied ones are in the answer, with their code.</summary>
    [Alias("Place")]
    Task<OrdersResult> Place(PlaceOrdersCommand command);

    /// <summary>Changes a working order.</summary>
    [Alias("Amend")]
    Task<OrdersResult> Amend(AmendOrderCommand command);

    /// <summary>Cancels an order.</summary>
    [Alias("Cancel")]
    Task<OrdersResult> Cancel(CancelOrderCommand command);

    /// <summary>Cancels all open orders, or those of one instrument.</summary>
    [Alias("CancelAll")]
    Task<OrdersResult> CancelAll(CancelAllOrdersCommand command);

    /// <summary>Cancels an instrument's orders and closes its position with a market order.</summary>
    [Alias("ClosePosition")]
    Task<OrdersResult> ClosePosition(ClosePositionCommand command);

    /// <summary>Moves money in or out.</summary>
    [Alias("Pay")]
    Task<AccountResult> Pay(PayCommand command);

    /// <summary>Turns the account's own kill switch on or off; on also cancels all open orders.</summary>
    [Alias("TurnKillSwitch")]
    Task<AccountResult> TurnKillSwitch(TurnKillSwitchCommand command);

    /// <summary>Changes how the account is run: its name, leverage, margin mode or limits.</summary>
    [Alias("ChangeSettings")]
    Task<AccountResult> ChangeSettings(ChangeSettingsCommand command);

    /// <summary>What the account is and is worth now.</summary>
    [Alias("GetAccount"), ReadOnly]
    Task<AccountResult> GetAccount(MemberId member);

    /// <summary>What a venue tells of the account's orders, in the order of its sequence. It may be told again.</summary>
    [Alias("Report")]
    Task Report([Immutable] ImmutableArray<VenueReport> reports);

    /// <summary>Finishes what a crash interrupted: sends again what the venue has not answered, and asks for what it told meanwhile.</summary>
    [Alias("Recover")]
    Task Recover();

    /// <summary>
    /// Compares the account with its live venue: what became of its orders, what the venue moved by itself is booked once, and differences of what
    /// both hold are told in <see cref="AccountSnapshot.Differences"/>. It happens by itself every minute; a venue asks for it when it has news.
    /// </summary>
    [Alias("Reconcile")]
    Task Reconcile();

    /// <summary>Carries out the kill switches of a board, durably: cancels what is open, and closes what is held where one asks for it.</summary>
    [Alias("Halt")]
    Task Halt(RiskBoard board);

    /// <summary>Tells the budgets above it what it uses, and gives back what it does not need.</summary>
    [Alias("RenewBudgets")]
    Task RenewBudgets();

    /// <summary>Asks for <see cref="IAccountObserver"/> calls for the next minute; ask again before it is over.</summary>
    [Alias("Subscribe")]
    Task Subscribe(IAccountObserver observer);

    /// <summary>Ends what <see cref="Subscribe"/> asked for.</summary>
    [Alias("Unsubscribe")]
    Task Unsubscribe(IAccountObserver observer);
}

/// <summary>What an API or Discord process hears of the accounts it watches. Calls may be lost: the sequence tells, and the gap is read from the store.</summary>
[Alias("trading.IAccountObserver")]
public interface IAccountObserver : IGrainObserver
{
    /// <summary>An account changed, durably.</summary>
    [Alias("OnChanged"), OneWay]
    Task OnChanged([Immutable] AccountChanged change);
}
