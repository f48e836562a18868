using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Fincord.Api.Grpc;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Fincord.Schemas.Trading;
using V1 = Fincord.Schemas.Trading.V1;

namespace Fincord.Api.Trading;

/// <summary>
/// What happens in an account, as streams that miss nothing: an observer only wakes them, and what they tell is read from the store. A reader that is
/// slow is told later, and nothing is queued for it.
/// </summary>
internal sealed class AccountStreams(IGrainFactory grains, IInstrumentRegistry registry, ITradingStore store, TimeProvider time)
{
    private const int PageSize = 500;

    public async Task<IAsyncEnumerable<V1.FillReport>> OpenFills(V1.StreamFillsRequest request, GrpcCall call)
    {
        var (account, signal, after) = await Open(request.AccountId, request.HasAfterSequence ? request.AfterSequence : null, call);
        return ReadFills(account, signal, after);
    }

    public async Task<IAsyncEnumerable<V1.OrderChange>> OpenOrders(V1.StreamOrdersRequest request, GrpcCall call)
    {
        var (account, signal, after) = await Open(request.AccountId, request.HasAfterSequence ? request.AfterSequence : null, call);
        return ReadOrders(account, signal, after);
    }

    private async Task<(AccountId Account, AccountSignal Signal, long After)> Open(string accountId, long? after, GrpcCall call)
    {
        var id = TradingService.ReadAccountId(accountId);
        var account = await store.LoadAccount(id, call.Cancellation);
        if (account?.Settings?.Owner != call.Member.Id) throw RefusalException.UnknownAccount();
        if (after < 0 || after > account.Sequence) throw RefusalException.InvalidArgument($"after_sequence is a number from 0 to {account.Sequence}, not {after}.");
        return (id, await AccountSignal.Open(grains, id, time), after ?? account.Sequence);
    }

    private async IAsyncEnumerable<V1.FillReport> ReadFills(AccountId account, AccountSignal signal, long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var previous = after;
        await foreach (var (first, page) in ReadPages(account, signal, after, cancellation))
        {
            for (var index = 0; index < page.Length; index++)
            {
                if (page[index] is not OrderFilled filled) continue;
                var instrument = await registry.Find(filled.Fill.InstrumentId, cancellation)
                    ?? throw new UnknownInstrumentException($"No instrument has the number {filled.Fill.InstrumentId}.");
                yield return new() { Sequence = first + index, PreviousSequence = previous, Fill = filled.ToMessage(instrument) };
                previous = first + index;
            }
        }
    }

    private async IAsyncEnumerable<V1.OrderChange> ReadOrders(AccountId account, AccountSignal signal, long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var previous = after;
        await foreach (var (first, page) in ReadPages(account, signal, after, cancellation))
        {
            // Of several changes of an order in a page the last one is told, since it is read as it is now.
            var changed = page.Select((next, index) => (Sequence: first + index, OrderId: OrderOf(next)))
                .Where(change => change.OrderId is not null)
                .GroupBy(change => change.OrderId!.Value, change => change.Sequence, (id, sequences) => (Id: id, Sequence: sequences.Max()))
                .OrderBy(change => change.Sequence);
            foreach (var (id, sequence) in changed)
            {
                if (await store.FindOrder(account, id, cancellation) is not { } order) continue;
                var instrument = await registry.Find(order.Ticket.InstrumentId, cancellation)
                    ?? throw new UnknownInstrumentException($"No instrument has the number {order.Ticket.InstrumentId}.");
                yield return new() { Sequence = sequence, PreviousSequence = previous, Order = order.ToMessage(instrument) };
                previous = sequence;
            }
        }
    }

    /// <summary>The account's events after a sequence, for ever, in pages with the sequence of their first.</summary>
    private async IAsyncEnumerable<(long First, ImmutableArray<AccountEvent> Events)> ReadPages(
        AccountId account, AccountSignal signal, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var watch = signal;
        while (true)
        {
            var page = await store.ReadEvents(account, after, PageSize, cancellation);
            if (!page.IsEmpty) yield return (after + 1, page);
            after += page.Length;
            if (page.Length < PageSize) await signal.Wait(cancellation);
        }
    }

    private static OrderId? OrderOf(AccountEvent next) => next switch
    {
        OrderPlaced placed => placed.Order.Id,
        OrderAdvanced advanced => advanced.OrderId,
        OrderFilled filled => filled.Fill.OrderId,
        _ => null,
    };
}
