using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HotChocolate.Execution.Configuration;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Text.Json;
using HotChocolate.Types.Pagination;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>The schema of the markets in small: the same shapes that the application has.</summary>
public static class MarketSchema
{
    public static void Add(IRequestExecutorBuilder builder) => builder
        .AddQueryType<MarketQuery>()
        .AddSubscriptionType<MarketSubscription>()
        .AddTypeExtension<InstrumentFields>()
        .BindRuntimeType<decimal, DecimalScalar>()
        .BindRuntimeType<Moment, MomentScalar>()
        .DisableIntrospection(false)
        .ModifyCostOptions(options => options.EnforceCostLimits = false)
        .AddInMemorySubscriptions();

    public static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(Add, services => services.AddSingleton<Catalogue>());
}

public readonly record struct Moment(long Nanoseconds);

/// <summary>A decimal number as a string.</summary>
public sealed class DecimalScalar : ScalarType<decimal, StringValueNode>
{
    public DecimalScalar() : base("Decimal") => Description = "A decimal number as a string.";

    protected override decimal OnCoerceInputLiteral(StringValueNode valueLiteral) => decimal.Parse(valueLiteral.Value, CultureInfo.InvariantCulture);

    protected override decimal OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        decimal.Parse(inputValue.GetString()!, CultureInfo.InvariantCulture);

    protected override void OnCoerceOutputValue(decimal runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(runtimeValue.ToString(CultureInfo.InvariantCulture));

    protected override StringValueNode OnValueToLiteral(decimal runtimeValue) => new(runtimeValue.ToString(CultureInfo.InvariantCulture));
}

public sealed class MomentScalar : ScalarType<Moment, StringValueNode>
{
    public MomentScalar() : base("Timestamp") { }

    protected override Moment OnCoerceInputLiteral(StringValueNode valueLiteral) => new(long.Parse(valueLiteral.Value, CultureInfo.InvariantCulture));

    protected override Moment OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        new(long.Parse(inputValue.GetString()!, CultureInfo.InvariantCulture));

    protected override void OnCoerceOutputValue(Moment runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(runtimeValue.Nanoseconds.ToString(CultureInfo.InvariantCulture));

    protected override StringValueNode OnValueToLiteral(Moment runtimeValue) => new(runtimeValue.Nanoseconds.ToString(CultureInfo.InvariantCulture));
}

public enum InstrumentType { Equity, Etf, CryptoSpot }

public enum CandleInterval { S1, M1, M15, MN1 }

/// <summary>Something that is traded.</summary>
[GraphQLName("Instrument")]
public sealed record InstrumentView([property: ID("Instrument")] int Id, string Key, string Venue, string? Note, InstrumentType Type);

[GraphQLName("Quote")]
public sealed record QuoteView(decimal? Bid, decimal? Ask, Moment? OccurredAt);

[GraphQLName("Candle")]
public sealed record CandleView(Moment OpenTime, decimal Open, long TradeCount, int Revision, bool IsClosed);

public sealed class Catalogue
{
    public IReadOnlyList<InstrumentView> All { get; } =
        [.. Enumerable.Range(1, 60).Select(id => new InstrumentView(id, $"SIM:{id}", "SIM", null, id % 2 == 0 ? InstrumentType.Equity
            : InstrumentType.CryptoSpot))];
}

[GraphQLName("Query")]
public sealed class MarketQuery
{
    /// <summary>The instrument of a key.</summary>
    /// <param name="key">Venue and symbol.</param>
    /// <param name="catalogue">Where they are.</param>
    public InstrumentView? GetInstrument(string key, Catalogue catalogue) => catalogue.All.FirstOrDefault(instrument => instrument.Key == key);

    [UsePaging(MaxPageSize = 50, AllowBackwardPagination = false)]
    public IEnumerable<InstrumentView> GetInstruments(Catalogue catalogue) => catalogue.All;
}

[ExtendObjectType(typeof(InstrumentView))]
public sealed class InstrumentFields
{
    public QuoteView? GetQuote([Parent] InstrumentView instrument) => instrument.Id == 1 ? new(1.50m, null, new(7)) : null;

    [UsePaging(MaxPageSize = 1000, AllowBackwardPagination = false)]
    public async Task<Connection<CandleView>> GetCandlesAsync(
        [Parent] InstrumentView instrument, CandleInterval interval, Moment? from, Moment? to, int? first, string? after,
            CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        var start = from?.Nanoseconds ?? (after is null ? 0 : long.Parse(after, CultureInfo.InvariantCulture) + 1);
        var end = Math.Min(start + (first ?? 10), to?.Nanoseconds ?? long.MaxValue);
        var edges = new List<Edge<CandleView>>();
        for (var time = start; time < end; time++)
            edges.Add(new(new(new(time), time + 0.10m, time * 10, (int)interval, true), time.ToString(CultureInfo.InvariantCulture)));
        return new(edges, new(true, start > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
    }
}

[GraphQLName("Subscription")]
public sealed class MarketSubscription
{
    [Subscribe]
    [Topic("quotes_{key}")]
    public QuoteView QuoteChanged(string key, [EventMessage] QuoteView quote) => quote;

    [Subscribe(With = nameof(StreamCandlesAsync))]
    public CandleView CandleChanged(string key, CandleInterval interval, [EventMessage] CandleView candle) => candle;

    public async IAsyncEnumerable<CandleView> StreamCandlesAsync(string key, CandleInterval interval,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var time = 0; time < 3; time++)
        {
            await Task.Yield();
            yield return new(new(time), time, time, (int)interval, false);
        }
        if (key == "broken") throw new InvalidOperationException("The feed is gone.");
    }
}
