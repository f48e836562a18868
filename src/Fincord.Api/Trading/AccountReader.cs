using System.Collections.Frozen;
using Fincord.Api.Markets;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>Reads a member's accounts for GraphQL and REST. An account of somebody else is refused like one that does not exist.</summary>
public sealed class AccountReader(ITradingStore store, IInstrumentRegistry registry, TradingTerms terms, IGrainFactory grains, TimeProvider time)
{
    /// <summary>The largest page.</summary>
    public const int MaxPageSize = 1_000;

    /// <summary>The most points of an equity curve that are told at once: a week of minutes.</summary>
    public const int MaxEquityPoints = 7 * 24 * 60;

    /// <summary>The member's accounts, in the order of their opening.</summary>
    public async Task<IReadOnlyList<AccountHeader>> List(CurrentMember member, CancellationToken cancellation) =>
        [.. (await store.ListAccounts(member.Id, cancellation)).OrderBy(account => account.OpenedAt).ThenBy(account => account.Id)];

    /// <summary>The member's account as it is now; throws <see cref="RefusalException"/> when it has none with this id.</summary>
    public async Task<AccountView> Read(CurrentMember member, AccountId id, CancellationToken cancellation)
    {
        var answer = await grains.GetGrain<IAccountGrain>(GrainKeys.Account(id)).GetAccount(member.Id);
        return await ToView(answer.Account ?? throw RefusalException.UnknownAccount(), cancellation);
    }

    /// <summary>Refuses an id that is no account of the member's.</summary>
    public async Task Check(CurrentMember member, AccountId id, CancellationToken cancellation)
    {
        if ((await store.ListAccounts(member.Id, cancellation)).All(account => account.Id != id)) throw RefusalException.UnknownAccount();
    }

    /// <summary>An order, open or ended; throws <see cref="RefusalException"/> when the account has none with this id.</summary>
    public async Task<(Instrument Instrument, Order Order)> ReadOrder(AccountId account, OrderId id, CancellationToken cancellation)
    {
        var order = await store.FindOrder(account, id, cancellation) ?? throw RefusalException.UnknownOrder();
        return (await InstrumentOf(order.Ticket.InstrumentId, cancellation), order);
    }

    /// <summary>A page of orders, the latest first, after (older than) one when given.</summary>
    public async Task<Page<OrderView>> ReadOrders(AccountId account, bool onlyOpen, OrderId? after, int limit, CancellationToken cancellation)
    {
        var page = Page<Order>.Cut(await store.ReadOrders(account, onlyOpen, after, limit + 1, cancellation), limit);
        return new(await ToViews(page.Items, cancellation), page.HasNext);
    }

    /// <summary>A page of fills, the latest first, with their numbers in the account; below a number when given.</summary>
    public async Task<Page<(long Sequence, FillView Fill)>> ReadFills(AccountId account, long? after, int limit, CancellationToken cancellation)
    {
        var page = Page<FillRow>.Cut(await store.ReadFills(account, after, limit + 1, cancellation), limit);
        var instruments = await InstrumentsOf(page.Items.Select(row => row.Fill.InstrumentId), cancellation);
        return new([.. page.Items.Select(row => (row.Sequence, FillView.From(instruments[row.Fill.InstrumentId], row.Fill, row.Notional, row.Realized)))], page.HasNext);
    }

    /// <summary>A page of journal entries, the latest first; below a number when given.</summary>
    public async Task<Page<JournalEntryView>> ReadJournal(AccountId account, long? after, int limit, CancellationToken cancellation)
    {
        var page = Page<JournalRow>.Cut(await store.ReadJournal(account, after, limit + 1, cancellation), limit);
        return new([.. page.Items.Select(row => JournalEntryView.From(row.Sequence, row.Entry))], page.HasNext);
    }

    /// <summary>The equity curve in [from, to), by time: of the last week when nothing is said, and at most <see cref="MaxEquityPoints"/>.</summary>
    public async Task<Page<EquityPointView>> ReadEquity(AccountId account, Timestamp? from, Timestamp? to, CancellationToken cancellation)
    {
        var start = from ?? Timestamp.FromDateTimeOffset(time.GetUtcNow()) - TimeSpan.FromMinutes(MaxEquityPoints);
        var points = await store.ReadEquity(account, start, to ?? Timestamp.MaxValue, MaxEquityPoints + 1, cancellation);
        return Page<EquityPointView>.Cut([.. points.Select(point => new EquityPointView(point.At, point.Equity, point.Flow))], MaxEquityPoints);
    }

    /// <summary>The views of orders, in their order.</summary>
    public async Task<IReadOnlyList<OrderView>> ToViews(IEnumerable<Order> orders, CancellationToken cancellation)
    {
        var all = orders.ToList();
        var instruments = await InstrumentsOf(all.Select(order => order.Ticket.InstrumentId), cancellation);
        return [.. all.Select(order => ToView(instruments[order.Ticket.InstrumentId], order))];
    }

    /// <summary>The view of an order of an instrument.</summary>
    public OrderView ToView(Instrument instrument, Order order) => OrderView.From(instrument, terms.Of(instrument), order);

    /// <summary>The view of an account.</summary>
    public async Task<AccountView> ToView(AccountSnapshot account, CancellationToken cancellation) => AccountView.From(
        account.State, account.Valuation, account.Marks,
        await InstrumentsOf(account.State.Positions.Values.Where(position => !position.IsFlat).Select(position => position.InstrumentId), cancellation), terms, account.At) with
        {
            VenueDifferences = [.. account.Differences.Select(difference => new VenueDifferenceView(difference.Unit, difference.Ours, difference.Theirs))],
            VenueComparedAt = account.ComparedAt,
            HaltedBy = account.HaltedBy?.Scope.ToString(),
        };

    /// <summary>An instrument that an account knows: it was traded, so it exists.</summary>
    public async Task<Instrument> InstrumentOf(InstrumentId id, CancellationToken cancellation) =>
        await registry.Find(id, cancellation) ?? throw new UnknownInstrumentException($"No instrument has the number {id}.");

    private async Task<FrozenDictionary<InstrumentId, Instrument>> InstrumentsOf(IEnumerable<InstrumentId> ids, CancellationToken cancellation)
    {
        var instruments = await Task.WhenAll(ids.Distinct().Select(id => InstrumentOf(id, cancellation)));
        return instruments.ToFrozenDictionary(instrument => instrument.Id);
    }
}
