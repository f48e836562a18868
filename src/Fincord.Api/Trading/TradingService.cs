using System.Collections.Immutable;
using Fincord.Api.Grpc;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Trading;
using Microsoft.AspNetCore.Routing;
using V1 = Fincord.Schemas.Trading.V1;

namespace Fincord.Api.Trading;

/// <summary>The commands of <c>fincord.trading.v1.TradingService</c> (schemas/fincord/trading/v1/trading.proto); its streams are <see cref="AccountStreams"/>.</summary>
public sealed class TradingService(IGrainFactory grains, IInstrumentRegistry registry, ITradingStore store, TimeProvider time)
{
    private const int MostTickets = 4;

    private readonly AccountStreams _streams = new(grains, registry, store, time);

    internal void Map(IEndpointRouteBuilder routes)
    {
        const string Service = "/fincord.trading.v1.TradingService";
        routes.MapUnary($"{Service}/PlaceOrder", Permissions.OrdersPlace, V1.PlaceOrderRequest.Parser, Place);
        routes.MapUnary($"{Service}/AmendOrder", Permissions.OrdersPlace, V1.AmendOrderRequest.Parser, Amend);
        routes.MapUnary($"{Service}/CancelOrder", Permissions.OrdersPlace, V1.CancelOrderRequest.Parser, Cancel);
        routes.MapServerStreaming($"{Service}/StreamOrders", Permissions.AccountRead, V1.StreamOrdersRequest.Parser, _streams.OpenOrders);
        routes.MapServerStreaming($"{Service}/StreamFills", Permissions.AccountRead, V1.StreamFillsRequest.Parser, _streams.OpenFills);
    }

    internal static AccountId ReadAccountId(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? new(id) : throw RefusalException.InvalidArgument($"account_id is a GUID of 36 characters, not '{text}'.");

    private async Task<V1.OrdersResponse> Place(V1.PlaceOrderRequest request, GrpcCall call)
    {
        if (request.Tickets.Count is 0 or > MostTickets) throw RefusalException.InvalidArgument($"A command has one to {MostTickets} tickets, not {request.Tickets.Count}.");
        var tickets = ImmutableArray.CreateBuilder<OrderTicket>(request.Tickets.Count);
        foreach (var ticket in request.Tickets)
        {
            var instrument = await FindInstrument(ticket.InstrumentKey, call.Cancellation);
            tickets.Add(Read(() => ticket.ToDomain(instrument)));
        }
        var account = AccountOf(request.AccountId);
        return await Answer(await account.Place(new(
            call.Member.Id, request.IdempotencyKey, Read(() => request.Structure.ToDomain()), tickets.MoveToImmutable(), OrderOrigin.Member)));
    }

    private async Task<V1.OrdersResponse> Amend(V1.AmendOrderRequest request, GrpcCall call)
    {
        var (account, id) = (AccountOf(request.AccountId), ReadOrderId(request.OrderId));
        if (await store.FindOrder(ReadAccountId(request.AccountId), id, call.Cancellation) is not { } order)
            throw (await account.GetAccount(call.Member.Id)).Refusal?.ToException() ?? RefusalException.UnknownOrder();      // who may not see the account is not told more
        var instrument = await InstrumentOf(order);
        var amendment = Read(() => request.ToDomain(instrument));
        return await Answer(await account.Amend(new(call.Member.Id, request.IdempotencyKey, id, amendment, request.HasVersion ? request.Version : null)));
    }

    private async Task<V1.OrdersResponse> Cancel(V1.CancelOrderRequest request, GrpcCall call) => await Answer(
        await AccountOf(request.AccountId).Cancel(new(call.Member.Id, request.IdempotencyKey, ReadOrderId(request.OrderId))));

    private async Task<V1.OrdersResponse> Answer(OrdersResult result)
    {
        if (result.Refusal is { } refusal) throw refusal.ToException();
        var response = new V1.OrdersResponse();
        foreach (var order in result.Orders) response.Orders.Add(order.ToMessage(await InstrumentOf(order)));
        return response;
    }

    private IAccountGrain AccountOf(string id) => grains.GetGrain<IAccountGrain>(GrainKeys.Account(ReadAccountId(id)));

    private async Task<Instrument> InstrumentOf(Order order) => await registry.Find(order.Ticket.InstrumentId, CancellationToken.None)
        ?? throw new UnknownInstrumentException($"No instrument has the number {order.Ticket.InstrumentId}.");

    private async Task<Instrument> FindInstrument(string text, CancellationToken cancellation) =>
        !InstrumentKey.TryParse(text, out var key) ? throw RefusalException.InvalidArgument(InstrumentKey.Explain(text))
        : await registry.Find(key, cancellation) ?? throw RefusalException.UnknownInstrument(text);

    private static OrderId ReadOrderId(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? new(id) : throw RefusalException.InvalidArgument($"order_id is a GUID of 36 characters, not '{text}'.");

    // The message is well-formed, but what it says is not.
    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw RefusalException.InvalidArgument(exception.Message);
        }
    }
}
