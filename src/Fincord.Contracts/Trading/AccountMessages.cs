using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Opens an account.</summary>
/// <param name="Settings">How it is run; its owner is the member who opens it.</param>
[GenerateSerializer, Immutable, Alias("trading.open-account")]
public sealed record OpenAccount(AccountSettings Settings);

/// <summary>Places orders together.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="Structure">How the orders belong together.</param>
/// <param name="Tickets">The orders, the entry first.</param>
/// <param name="Origin">Who placed them.</param>
[GenerateSerializer, Immutable, Alias("trading.place-orders-command")]
public sealed record PlaceOrdersCommand(
    MemberId Member, string Key, OrderStructure Structure, ImmutableArray<OrderTicket> Tickets, OrderOrigin Origin);

/// <summary>Changes a working order.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="Amendment">What changes.</param>
/// <param name="Version">The version of the order that the member saw; null to change whatever it is now.</param>
[GenerateSerializer, Immutable, Alias("trading.amend-order-command")]
public sealed record AmendOrderCommand(MemberId Member, string Key, OrderId OrderId, OrderAmendment Amendment, int? Version);

/// <summary>Cancels an order.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="OrderId">Which order.</param>
[GenerateSerializer, Immutable, Alias("trading.cancel-order-command")]
public sealed record CancelOrderCommand(MemberId Member, string Key, OrderId OrderId);

/// <summary>Cancels all open orders.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="InstrumentId">Only those of this instrument; null for all.</param>
[GenerateSerializer, Immutable, Alias("trading.cancel-all-orders-command")]
public sealed record CancelAllOrdersCommand(MemberId Member, string Key, InstrumentId? InstrumentId);

/// <summary>Closes a position at the market.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="InstrumentId">Of which instrument.</param>
[GenerateSerializer, Immutable, Alias("trading.close-position-command")]
public sealed record ClosePositionCommand(MemberId Member, string Key, InstrumentId InstrumentId);

/// <summary>Moves money in, or out when the amount is negative.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Amount">How much.</param>
[GenerateSerializer, Immutable, Alias("trading.pay-command")]
public sealed record PayCommand(MemberId Member, string Key, string Currency, decimal Amount);

/// <summary>Turns an account's kill switch.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="IsOn">On or off.</param>
[GenerateSerializer, Immutable, Alias("trading.turn-kill-switch-command")]
public sealed record TurnKillSwitchCommand(MemberId Member, string Key, bool IsOn);

/// <summary>Changes how an account is run.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="Change">What changes.</param>
/// <param name="Version">The version of the settings that the member saw; null to change whatever they are now.</param>
[GenerateSerializer, Immutable, Alias("trading.change-settings-command")]
public sealed record ChangeSettingsCommand(MemberId Member, string Key, SettingsChange Change, int? Version);

/// <summary>The answer to a command on orders: the orders as they are after it, or why nothing was done.</summary>
/// <param name="Orders">The orders that it placed, changed or cancelled; denied ones included.</param>
/// <param name="Refusal">Why nothing was done.</param>
[GenerateSerializer, Immutable, Alias("trading.orders-result")]
public sealed record OrdersResult(ImmutableArray<Order> Orders, OrderRefusal? Refusal);

/// <summary>The answer to a command on an account: the account as it is after it, or why nothing was done.</summary>
/// <param name="Account">The account.</param>
/// <param name="Refusal">Why nothing was done.</param>
[GenerateSerializer, Immutable, Alias("trading.account-result")]
public sealed record AccountResult(AccountSnapshot? Account, OrderRefusal? Refusal);

/// <summary>An account at a moment.</summary>
/// <param name="State">What it is.</param>
/// <param name="Valuation">What it is worth, in its base currency.</param>
/// <param name="Marks">The market's price of each instrument that it holds, as far as there is one.</param>
/// <param name="At">The moment.</param>
[GenerateSerializer, Immutable, Alias("trading.account-snapshot")]
public sealed record AccountSnapshot(
    AccountState State, AccountValuation Valuation, ImmutableSortedDictionary<long, Price> Marks, Timestamp At)
{
    /// <summary>Where the account and its live venue differed twice in a row, by unit.</summary>
    [Id(0)]
    public ImmutableArray<VenueDifference> Differences { get; init; } = [];

    /// <summary>When they were compared last; null when they were not since the account was loaded.</summary>
    [Id(1)]
    public Timestamp? ComparedAt { get; init; }

    /// <summary>The kill switch above it that is on, of several that of the widest scope; null when none is.</summary>
    [Id(2)]
    public KillSwitch? HaltedBy { get; init; }
}

/// <summary>What changed in an account, durably.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Sequence">The number of its last event; a gap to the one before says that something was not heard.</param>
/// <param name="Orders">The orders that changed, as they are now.</param>
/// <param name="Fills">The fills.</param>
[GenerateSerializer, Immutable, Alias("trading.account-changed")]
public sealed record AccountChanged(AccountId AccountId, long Sequence, ImmutableArray<Order> Orders, ImmutableArray<Fill> Fills);
