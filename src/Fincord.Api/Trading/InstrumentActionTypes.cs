using Fincord.Contracts.Members;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using HotChocolate.Authorization;
using HotChocolate.Language;

namespace Fincord.Api.Trading;

/// <summary>Announcing what instruments do.</summary>
[ExtendObjectType(OperationType.Mutation)]
public sealed class InstrumentActionMutations
{
    /// <summary>Announces an action of an instrument. It counts for what all accounts hold when it takes effect.</summary>
    [Authorize(Permissions.InstrumentsAct)]
    public async Task<AnnounceActionPayload> AnnounceActionAsync(AnnounceActionInput input, CurrentMember member, InstrumentActor actions, CancellationToken cancellation)
    {
        try
        {
            return new(await actions.Announce(member, input.IdempotencyKey, input, cancellation), null);
        }
        catch (RefusalException refusal)
        {
            return new(null, TradingError.From(refusal));
        }
    }
}

/// <summary>Reading what instruments did and will do.</summary>
[ExtendObjectType(OperationType.Query)]
public sealed class InstrumentActionQueries
{
    private const int MaxPageSize = 200;

    /// <summary>An instrument's actions (dividends, splits, funding and the like), the latest known first; those with a smaller number than <paramref name="after"/> when given.</summary>
    [Authorize(Permissions.MarketsRead)]
    public async Task<IReadOnlyList<InstrumentActionView>> GetInstrumentActionsAsync(
        string instrumentKey, InstrumentActor actions, CancellationToken cancellation, int first = 50, long? after = null) => first is < 1 or > MaxPageSize
        ? throw RefusalException.InvalidArgument($"first is a number from 1 to {MaxPageSize}.")
        : (await actions.Read(instrumentKey, after, first, cancellation)).Items;
}

/// <summary>How an account settles.</summary>
[ExtendObjectType(typeof(AccountView))]
public sealed class SettlementFields
{
    /// <summary>What of its trades has settled, and what is to be delivered against what, as it stands at a moment; now by default.</summary>
    public Task<SettlementsView> GetSettlementsAsync(
        [Parent] AccountView account, Timestamp? asOf, CurrentMember member, SettlementReader settlements, CancellationToken cancellation) =>
        settlements.Read(member, TradingIds.ToAccount(account.Id), asOf, cancellation);
}

/// <summary>Whether a fill has settled.</summary>
[ExtendObjectType(typeof(FillView))]
public sealed class FillSettlementFields
{
    /// <summary>Whether it has settled by now.</summary>
    public SettlementStatus GetSettlementStatus([Parent] FillView fill, TimeProvider time) =>
        fill.SettlesOn <= Timestamp.FromDateTimeOffset(time.GetUtcNow()) ? SettlementStatus.Settled : SettlementStatus.Pending;
}

/// <summary>An action of an instrument as it is announced.</summary>
public sealed record AnnounceActionInput : AnnounceActionRequest
{
    /// <inheritdoc cref="OpenAccountInput.IdempotencyKey"/>
    public required string IdempotencyKey { get; init; }
}

/// <summary>What came of announcing an action.</summary>
/// <param name="Action">The action as it was taken; null when it was refused.</param>
/// <param name="Error">Why it was refused.</param>
public sealed record AnnounceActionPayload(InstrumentActionView? Action, TradingError? Error);

/// <summary>The GraphQL type <c>InstrumentAction</c>.</summary>
public sealed class InstrumentActionType : ObjectType<InstrumentActionView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<InstrumentActionView> descriptor)
    {
        descriptor.Name("InstrumentAction");
        descriptor.Field(action => action.Id).Type<NonNullType<IdType>>();
    }
}

/// <summary>The GraphQL type <c>Settlements</c>.</summary>
public sealed class SettlementsType : ObjectType<SettlementsView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<SettlementsView> descriptor) => descriptor.Name("Settlements");
}

/// <summary>The GraphQL type <c>SettlementCash</c>.</summary>
public sealed class SettlementCashType : ObjectType<SettlementCashView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<SettlementCashView> descriptor) => descriptor.Name("SettlementCash");
}

/// <summary>The GraphQL type <c>SettlementInstruction</c>.</summary>
public sealed class SettlementInstructionType : ObjectType<SettlementInstructionView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<SettlementInstructionView> descriptor) => descriptor.Name("SettlementInstruction");
}

/// <summary>The GraphQL type <c>SettlingFill</c>.</summary>
public sealed class SettlingFillType : ObjectType<SettlingFillView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<SettlingFillView> descriptor)
    {
        descriptor.Name("SettlingFill");
        descriptor.Field(fill => fill.FillId).Type<NonNullType<IdType>>();
    }
}
