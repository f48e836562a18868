using System.Text.Json;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>How the views look in JSON, for those who write them (the API) and those who read them (the command line).</summary>
public static class FincordJson
{
    /// <summary>camelCase names, decimals as strings without trailing zeros, enum values as upper-case words, times as RFC 3339 text.</summary>
    public static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>Teaches a framework's own options to write and read the views like <see cref="Options"/>.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new DecimalTextJsonConverter());
        options.AddWords<InstrumentType>();
        options.AddWords<OrderSide>();
        options.AddWords<OrderType>();
        options.AddWords<OrderStatus>();
        options.AddWords<OrderOrigin>();
        options.AddWords<OrderStructure>();
        options.AddWords<TimeInForce>();
        options.AddWords<LiquiditySide>();
        options.AddWords<AccountKind>();
        options.AddWords<MarginMode>();
        options.AddWords<JournalKind>();
        options.AddWords<LedgerAccount>();
        options.AddWords<InstrumentActionKind>();
        options.AddWords<SettlementStatus>();
        options.AddWords<TradingPhase>();
        options.AddWords<MovementKind>();
        options.AddWords<RateOutcome>();
        options.Converters.Add(new JsonStringEnumConverter<CandleInterval>(namingPolicy: null, allowIntegerValues: false));
        options.TypeInfoResolverChain.Insert(0, ViewJsonContext.Default);
    }

    // GraphQL writes enum values the same way: GOOD_TILL_CANCELLED.
    private static void AddWords<TEnum>(this JsonSerializerOptions options) where TEnum : struct, Enum =>
        options.Converters.Add(new JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false));

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InstrumentView))]
[JsonSerializable(typeof(QuoteView))]
[JsonSerializable(typeof(CandleView))]
[JsonSerializable(typeof(PageView<InstrumentView>))]
[JsonSerializable(typeof(PageView<CandleView>))]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(OrderView))]
[JsonSerializable(typeof(OpenAccountRequest))]
[JsonSerializable(typeof(ChangeSettingsRequest))]
[JsonSerializable(typeof(PlaceOrdersRequest))]
[JsonSerializable(typeof(AmendOrderRequest))]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(KillSwitchRequest))]
[JsonSerializable(typeof(InstrumentActionView))]
[JsonSerializable(typeof(AnnounceActionRequest))]
[JsonSerializable(typeof(PageView<InstrumentActionView>))]
[JsonSerializable(typeof(SettlementsView))]
[JsonSerializable(typeof(TermsView))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(HaltRequest))]
[JsonSerializable(typeof(PageView<AccountHeaderView>))]
[JsonSerializable(typeof(PageView<KillSwitchView>))]
[JsonSerializable(typeof(PageView<RiskChangeView>))]
[JsonSerializable(typeof(KillSwitchTurnView))]
[JsonSerializable(typeof(TurnScopeKillSwitchRequest))]
[JsonSerializable(typeof(SetBudgetRequest))]
[JsonSerializable(typeof(BudgetView))]
[JsonSerializable(typeof(PageView<OrderView>))]
[JsonSerializable(typeof(PageView<FillView>))]
[JsonSerializable(typeof(PageView<JournalEntryView>))]
[JsonSerializable(typeof(PageView<EquityPointView>))]
[JsonSerializable(typeof(AccountStatementView))]
[JsonSerializable(typeof(PerformanceView))]
[JsonSerializable(typeof(RiskView))]
[JsonSerializable(typeof(PageView<DailyPnlView>))]
[JsonSerializable(typeof(PageView<TradeView>))]
[JsonSerializable(typeof(PageView<RiskView>))]
[JsonSerializable(typeof(PageView<JsonElement>))]
[JsonSerializable(typeof(ErrorView))]
internal sealed partial class ViewJsonContext : JsonSerializerContext;
