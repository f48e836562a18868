using Fincord.Api.Members;
using Fincord.Contracts.Members;
using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using HotChocolate.Authorization;
using HotChocolate.Execution;
using HotChocolate.Language;

namespace Fincord.Api.Markets;

/// <summary>
/// What can be watched of markets. A slow reader misses what lies between: the latest wins. Who lacks the permission is told before anything
/// is watched, by the method that opens the stream: the attribute alone would deny each event instead.
/// </summary>
[ExtendObjectType(OperationType.Subscription)]
public sealed class MarketSubscriptions
{
    /// <summary>The state of a market, each time it changed.</summary>
    [Authorize(Permissions.MarketsRead)]
    [Subscribe(With = nameof(WatchQuote))]
    public QuoteView QuoteChanged(string key, [EventMessage] QuoteView quote) => quote;

    /// <summary>A candle of a market, each time it changed: the open one as it grows, closed ones when they close or are amended.</summary>
    [Authorize(Permissions.MarketsRead)]
    [Subscribe(With = nameof(WatchCandles))]
    public CandleView CandleChanged(string key, CandleInterval interval, [EventMessage] CandleView candle) => candle;

    /// <summary>Opens the stream behind <see cref="QuoteChanged"/>.</summary>
    public async ValueTask<ISourceStream<QuoteView>> WatchQuote(
        string key, CurrentMember member, MarketReader markets, MarketHub hub, CancellationToken cancellation)
    {
        member.Require(Permissions.MarketsRead);
        return await hub.WatchQuote(await markets.FindInstrument(key, cancellation), cancellation);
    }

    /// <summary>Opens the stream behind <see cref="CandleChanged"/>.</summary>
    public async ValueTask<ISourceStream<CandleView>> WatchCandles(
        string key, CandleInterval interval, CurrentMember member, MarketReader markets, MarketHub hub, CancellationToken cancellation)
    {
        member.Require(Permissions.MarketsRead);
        return await hub.WatchCandles(await markets.FindInstrument(key, cancellation), interval, cancellation);
    }
}
