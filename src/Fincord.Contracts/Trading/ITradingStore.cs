using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;

namespace Fincord.Contracts.Trading;

/// <summary>
/// Where accounts and paper books are durable. Each commit is one transaction, flushed to the disk; what is read was committed. The rows of
/// orders, fills, ledger, positions and holds are made of the events in the same transaction, and constraints make a lost or double posting
/// impossible.
/// </summary>
public interface ITradingStore
{
    /// <summary>The account as its events left it, or null when it was never opened.</summary>
    Task<AccountState?> LoadAccount(AccountId id, CancellationToken cancellation);

    /// <summary>How far each venue's reports were applied to the account.</summary>
    Task<ImmutableSortedDictionary<string, long>> LoadWatermarks(AccountId id, CancellationToken cancellation);

    /// <summary>
    /// Adds an account's next events. Throws <see cref="AccountConflictException"/> when the account does not stand where the commit goes on:
    /// the caller's memory is stale.
    /// </summary>
    Task CommitAccount(AccountCommit commit, CancellationToken cancellation);

    /// <summary>What was answered to an earlier command with this key, or null.</summary>
    Task<CommandRecord?> FindCommand(AccountId id, string key, CancellationToken cancellation);

    /// <summary>The keys of all commands that are kept, and when each was answered.</summary>
    Task<ImmutableArray<(string Key, Timestamp AnsweredAt)>> ListCommandKeys(AccountId id, CancellationToken cancellation);

    /// <summary>Forgets the commands that were answered before a moment.</summary>
    Task ForgetCommands(AccountId id, Timestamp before, CancellationToken cancellation);

    /// <summary>An order of the account, ended ones included; null when it has none with this id.</summary>
    Task<Order?> FindOrder(AccountId account, OrderId id, CancellationToken cancellation);

    /// <summary>Whether a fill was applied.</summary>
    Task<bool> HasFill(FillId id, CancellationToken cancellation);

    /// <summary>Whether a movement of money that the account's venue told, by the venue's id, was booked.</summary>
    Task<bool> HasMovement(AccountId account, string movement, CancellationToken cancellation);

    /// <summary>The accounts of a member, by id.</summary>
    Task<ImmutableArray<AccountHeader>> ListAccounts(MemberId owner, CancellationToken cancellation);

    /// <summary>The accounts that have open orders or trade at a live venue: they are woken at the start.</summary>
    Task<ImmutableArray<AccountId>> ListActiveAccounts(CancellationToken cancellation);

    /// <summary>Orders, the latest first, that come after (are older than) one.</summary>
    Task<ImmutableArray<Order>> ReadOrders(AccountId account, bool onlyOpen, OrderId? before, int limit, CancellationToken cancellation);

    /// <summary>Fills, the latest first, below a sequence.</summary>
    Task<ImmutableArray<FillRow>> ReadFills(AccountId account, long? before, int limit, CancellationToken cancellation);

    /// <summary>Journal entries, the latest first, below a sequence.</summary>
    Task<ImmutableArray<JournalRow>> ReadJournal(AccountId account, long? before, int limit, CancellationToken cancellation);

    /// <summary>The equity curve: marks in [from, to), by time.</summary>
    Task<ImmutableArray<EquityPoint>> ReadEquity(AccountId account, Timestamp from, Timestamp to, int limit, CancellationToken cancellation);

    /// <summary>The account's events after a sequence, in order.</summary>
    Task<ImmutableArray<AccountEvent>> ReadEvents(AccountId account, long after, int limit, CancellationToken cancellation);

    /// <summary>The working orders of a paper book, as the book kept them, and how far it has told each account.</summary>
    Task<PaperBookRecord?> LoadBook(string book, CancellationToken cancellation);

    /// <summary>
    /// Keeps what a paper book did before it tells anybody: its state, its reports, and its own side of each fill. Throws
    /// <see cref="AccountConflictException"/> when the book does not stand where the commit goes on.
    /// </summary>
    Task CommitBook(PaperBookCommit commit, CancellationToken cancellation);

    /// <summary>What a book told an account after a sequence, in order.</summary>
    Task<ImmutableArray<VenueReport>> ReadReports(string book, AccountId account, long after, int limit, CancellationToken cancellation);

    /// <summary>The accounts that have not applied all that books told them.</summary>
    Task<ImmutableArray<AccountId>> ListUntoldAccounts(CancellationToken cancellation);

    /// <summary>Whether a book ever told anything of an order: it has had it, though it may have ended since.</summary>
    Task<bool> HasReports(string book, OrderId id, CancellationToken cancellation);

    /// <summary>The books that have working orders: they are woken at the start.</summary>
    Task<ImmutableArray<string>> ListActiveBooks(CancellationToken cancellation);

    /// <summary>The net of all clearing accounts in each unit, the books' own sides included: zero, once every account has applied its reports.</summary>
    Task<ImmutableSortedDictionary<string, decimal>> ReadClearingNet(CancellationToken cancellation);
}

/// <summary>Events of an account that become durable together.</summary>
/// <param name="Before">The account before them: its sequence must be the stored one.</param>
/// <param name="After">The account after them.</param>
/// <param name="Events">The events.</param>
/// <param name="Orders">The orders that they changed, as they are after, ended ones included.</param>
/// <param name="Command">The command that they answer, if one does.</param>
/// <param name="Watermarks">How far venues' reports are applied with them.</param>
public sealed record AccountCommit(
    AccountState Before,
    AccountState After,
    ImmutableArray<AccountEvent> Events,
    ImmutableArray<Order> Orders,
    CommandRecord? Command,
    ImmutableSortedDictionary<string, long> Watermarks);

/// <summary>A command and what was answered, kept for at least seven days.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="ContentHash">SHA-256 of what was asked, in hexadecimal digits.</param>
/// <param name="Answer">What was answered, as JSON.</param>
/// <param name="At">When.</param>
public sealed record CommandRecord(string Key, string ContentHash, string Answer, Timestamp At);

/// <summary>An account in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Settings">How it is run.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record AccountHeader(AccountId Id, AccountSettings Settings, Timestamp OpenedAt);

/// <summary>A fill and what it did.</summary>
/// <param name="Sequence">The number of its event.</param>
/// <param name="Fill">The fill.</param>
/// <param name="Notional">What it cost.</param>
/// <param name="Realized">What it realized, at average cost.</param>
public sealed record FillRow(long Sequence, Fill Fill, decimal Notional, decimal Realized);

/// <summary>A journal entry of an account.</summary>
/// <param name="Sequence">The number of its event.</param>
/// <param name="Entry">The entry.</param>
public sealed record JournalRow(long Sequence, JournalEntry Entry);

/// <summary>What is stored of a paper book.</summary>
/// <param name="State">The book's state without its orders.</param>
/// <param name="Orders">Its orders.</param>
/// <param name="Commits">How many commits led to it.</param>
/// <param name="Sequences">The last report's number, by account.</param>
public sealed record PaperBookRecord(PaperExchangeState State, ImmutableArray<PaperOrderRow> Orders, long Commits, ImmutableDictionary<AccountId, long> Sequences);

/// <summary>What a paper book did in one step.</summary>
/// <param name="Book">The book.</param>
/// <param name="Number">The number of this commit, from 1: the one before must be the stored one.</param>
/// <param name="Change">What became of it. Its clearing is what the venue's clearing account has by now of its own side of fills against the market.</param>
/// <param name="WorkingOrders">How many orders are working in it.</param>
/// <param name="Reports">What it tells, by account; their venue is the book.</param>
public sealed record PaperBookCommit(
    string Book,
    long Number,
    PaperExchangeChange Change,
    int WorkingOrders,
    ImmutableArray<(AccountId Account, VenueReport Report)> Reports);

/// <summary>The stored account, or book, does not stand where a commit goes on.</summary>
[GenerateSerializer, Alias("trading.account-conflict")]
public sealed class AccountConflictException(string message) : Exception(message);
