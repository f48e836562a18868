using Fincord.Contracts.Members;
using Fincord.Schemas.Views;
using HotChocolate.Authorization;
using HotChocolate.Execution;
using HotChocolate.Language;

namespace Fincord.Api.Trading;

/// <summary>
/// What can be watched of the member's accounts. Orders and fills come in their order; of the account itself the latest is told. Who lacks the
/// permission is told before anything is watched, not with each event.
/// </summary>
[ExtendObjectType(OperationType.Subscription)]
public sealed class TradingSubscriptions
{
    /// <summary>An order of an account, each time it changed.</summary>
    [Authorize(Permissions.AccountRead, ApplyPolicy.Validation)]
    [Subscribe(With = nameof(WatchOrders))]
    public OrderView OrderChanged([GraphQLType<NonNullType<IdType>>] string accountId, [EventMessage] OrderView order) => order;

    /// <summary>A fill of an account.</summary>
    [Authorize(Permissions.AccountRead, ApplyPolicy.Validation)]
    [Subscribe(With = nameof(WatchFills))]
    public FillView Filled([GraphQLType<NonNullType<IdType>>] string accountId, [EventMessage] FillView fill) => fill;

    /// <summary>An account, each time something happened in it.</summary>
    [Authorize(Permissions.AccountRead, ApplyPolicy.Validation)]
    [Subscribe(With = nameof(WatchAccount))]
    public AccountView AccountChanged([GraphQLType<NonNullType<IdType>>] string accountId, [EventMessage] AccountView account) => account;

    /// <summary>Opens the stream behind <see cref="OrderChanged"/>.</summary>
    public ValueTask<ISourceStream<OrderView>> WatchOrders(string accountId, CurrentMember member, AccountHub hub, CancellationToken cancellation) =>
        hub.WatchOrders(member, TradingIds.ToAccount(accountId), cancellation);

    /// <summary>Opens the stream behind <see cref="Filled"/>.</summary>
    public ValueTask<ISourceStream<FillView>> WatchFills(string accountId, CurrentMember member, AccountHub hub, CancellationToken cancellation) =>
        hub.WatchFills(member, TradingIds.ToAccount(accountId), cancellation);

    /// <summary>Opens the stream behind <see cref="AccountChanged"/>.</summary>
    public ValueTask<ISourceStream<AccountView>> WatchAccount(string accountId, CurrentMember member, AccountHub hub, CancellationToken cancellation) =>
        hub.WatchAccount(member, TradingIds.ToAccount(accountId), cancellation);
}
