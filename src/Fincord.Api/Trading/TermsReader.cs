using Fincord.Api.Markets;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Members;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>Tells on what terms and when instruments are traded, and halts them, for GraphQL and REST.</summary>
public sealed class TermsReader(TradingTerms terms, MarketReader markets, IGrainFactory grains, TimeProvider time)
{
    private Timestamp Now => Timestamp.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The terms of an instrument.</summary>
    public TermsView ReadTerms(Instrument instrument) => TermsView.From(terms.Of(instrument));

    /// <summary>What its market does now; <paramref name="state"/> is the market's.</summary>
    public SessionView ToSession(Instrument instrument, MarketState state) => SessionView.From(terms.CalendarOf(terms.Of(instrument)), state.Halt, Now);

    /// <summary>Halts trading, or, without a reason, lets it go on; throws <see cref="RefusalException"/> for an unknown key or a reason that cannot be told.</summary>
    public async Task<(Instrument Instrument, SessionView Session)> Halt(CurrentMember member, string key, string? reason, CancellationToken cancellation)
    {
        var instrument = await markets.FindInstrument(key, cancellation);
        var state = await grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(instrument.Id)).Halt(reason is null ? null : new(reason, member.Id, Now));
        return (instrument, ToSession(instrument, state));
    }

    /// <summary>The reason of a halt; throws <see cref="RefusalException"/> when it cannot be told.</summary>
    public static string CheckReason(string? reason) => TradingHalt.IsReason(reason)
        ? reason!
        : throw RefusalException.InvalidArgument($"A halt has a reason of 1 to {TradingHalt.MaxReasonLength} characters.");
}
