using Fincord.Api.Markets;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>Tells and reads what instruments do to those who hold them, for GraphQL and REST.</summary>
public sealed class InstrumentActor(MarketReader markets, IInstrumentActionStore store, IInstrumentRegistry registry, IGrainFactory grains)
{
    /// <summary>Announces an action; throws <see cref="RefusalException"/> when it cannot be told at all, and when it is refused.</summary>
    public async Task<InstrumentActionView> Announce(CurrentMember member, string key, AnnounceActionRequest request, CancellationToken cancellation)
    {
        var instrument = await markets.FindInstrument(request.InstrumentKey ?? throw Missing("instrumentKey"), cancellation);
        var into = request.IntoKey is { } other ? await markets.FindInstrument(other, cancellation) : null;
        if (request.NewUnits is null != request.OldUnits is null) throw RefusalException.InvalidArgument("A ratio is newUnits and oldUnits.");
        var action = new InstrumentAction(
            default, instrument.Id, request.Kind ?? throw Missing("kind"), request.EffectiveAt ?? throw Missing("effectiveAt"), default, 0)
        {
            Rate = request.Rate,
            Price = request.Price,
            CashPerUnit = request.CashPerUnit,
            Ratio = request is { NewUnits: { } @new, OldUnits: { } old } ? new(@new, old) : null,
            Into = into?.Id,
            CostShare = request.CostShare,
            Symbol = request.Symbol,
        };
        var answer = await grains.GetGrain<IInstrumentActionGrain>(GrainKeys.InstrumentActions(instrument.Id)).Announce(new(member.Id, key, action));
        return InstrumentActionView.From(instrument, answer.Action ?? throw answer.Refusal!.ToException(), into);
    }

    /// <summary>A page of an instrument's actions, the latest known first; below a number when given.</summary>
    public async Task<Page<InstrumentActionView>> Read(string key, long? after, int limit, CancellationToken cancellation)
    {
        var instrument = await markets.FindInstrument(key, cancellation);
        var page = Page<InstrumentAction>.Cut(await store.ReadLatest(instrument.Id, after, limit + 1, cancellation), limit);
        var views = new List<InstrumentActionView>();
        foreach (var action in page.Items)
            views.Add(InstrumentActionView.From(instrument, action, action.Into is { } into ? await registry.Find(into, cancellation) : null));
        return new(views, page.HasNext);
    }

    private static RefusalException Missing(string part) => RefusalException.InvalidArgument($"An action has {part}.");
}
