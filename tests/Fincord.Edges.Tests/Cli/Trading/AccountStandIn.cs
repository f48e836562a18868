using System.Collections.Concurrent;
using System.Text.Json;
using Fincord.Contracts;
using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fincord.Edges.Tests.Cli.Trading;

/// <summary>A small server on a port of its own with one account, whose venue answers an order when it is looked at.</summary>
public sealed class AccountStandIn : IAsyncLifetime
{
    public const string AccountId = "01980c5e-0000-7000-8000-000000000001";
    public const string OrderId = "01980c5e-0000-7000-8000-000000000002";

    private static readonly Timestamp _at = new(1_500_000_000);

    private readonly WebApplication _app;

    public AccountStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(Answer);
    }

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>What it was asked to do.</summary>
    public ConcurrentQueue<Asked> Asked { get; } = new();

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static OrderView Order(OrderStatus status) => new(
        OrderId, AccountId, "42", "BINANCE:XRPETH", OrderSide.Buy, OrderType.Limit, 5, 0.00123m, null, null, null, null, TimeInForce.GoodTillCancelled, null,
        PostOnly: false, ReduceOnly: false, status, 2, 3, 0.0012m, 0.0024m, 0, null, null, 4, OrderOrigin.Member, null, [], _at, _at);

    private static readonly AccountView Account = new(
        AccountId, "Paper", "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", IsKilled: true, 100.5m, 23, 77.5m, 23, 0, [new("USD", 77.5m, 10, 67.5m)],
        [new("42", "BINANCE:XRPETH", 23, 1, 23, 1.1m, 25.3m, 2.3m, 0, 0, 0.5m)], 7, _at);

    private static KillSwitchView Switch => new("venue:paper", IsOn: true, ClosesPositions: false, OrderId, "A drill.", _at, 7);

    private static BudgetView Budget => new(
        "venue:paper", IsLimited: true, "USD", 1_000, null, 0.1m, 50, 100, 300, 320.5m, 5_000, 0, 0.02m, null, 3, IsComplete: true);

    private static InstrumentActionView Split => new(
        OrderId, "BINANCE:XRPETH", 1, InstrumentActionKind.Split, _at, _at, null, 50, null, 2, 1, null, null, null);

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        if (method != "GET") Asked.Enqueue(new(method, path, await reader.ReadToEndAsync(), context.Request.Headers["Idempotency-Key"], context.Request.Headers.IfMatch));
        const string account = $"/api/v1/accounts/{AccountId}";
        var answer = (method, path) switch
        {
            ("GET", "/api/v1/accounts") => Write(context, new PageView<AccountHeaderView>([new(AccountId, "Paper", "paper", AccountKind.Cash, "USD", _at)])),
            ("GET", account) => Write(context, Account),
            ("GET", $"{account}/fills") => Write(context, new PageView<FillView>(
                [new(OrderId, OrderId, "42", "BINANCE:XRPETH", OrderSide.Buy, 0.0012m, 2, LiquiditySide.Maker, 0, 0.0024m, 0, _at, _at)])),
            ("GET", $"{account}/statement") => Write(context, new AccountStatementView(
                _at, _at, "USD", new(100, _at, [new("USD", 100)], []), new(100.5m, _at, [new("USD", 77.5m)], [new("BINANCE:XRPETH", 23, 23)]),
                [new(MovementKind.Fill, "USD", -22, 1), new(MovementKind.Fee, "USD", -0.5m, 1)], [new("BINANCE:XRPETH", "USD", 0, 0)],
                new(0.5m, 0, 1, 0.5m, 0, 0))),
            ("GET", $"{account}/pnl") => Write(context, new PageView<DailyPnlView>([new(new(0), 100, 100.5m, new(0.5m, 0, 1, 0.5m, 0, 0), 0.005)])),
            ("GET", $"{account}/performance") => Write(context, new PerformanceView(
                _at, _at, 0.005, 0.005, null, RateOutcome.Found, "empyrical", 1, 365, 5.17, null, null, null, null, null, null, 0, 0)),
            ("GET", $"{account}/trades") => Write(context, new PageView<TradeView>(
                [new(OrderId, "42", "BINANCE:XRPETH", OrderSide.Buy, true, OrderOrigin.Bot, [OrderId], [OrderId], 2, 2, 1.1m, 1.2m, 0.2m, 0.05m, 0.15m, _at, _at, 0)])),
            ("GET", $"{account}/risk") => Write(context, new PageView<RiskView>(
                [new(_at, 100.5m, 23, 23, 0.228856m, null, [new("USD", 23, 23)], [new("BINANCE:XRPETH", 23, 23)], CandleInterval.D1, 30, new(-1.25, -1.5, -1.2), null)])),
            ("GET", $"{account}/orders") => Write(context, new PageView<OrderView>([Order(OrderStatus.PartiallyFilled)])),
            ("GET", $"{account}/orders/{OrderId}") => Write(context, Order(OrderStatus.PartiallyFilled)),
            ("POST", $"{account}/orders") when Asked.Last().Body.Contains("\"9999\"", StringComparison.Ordinal) => Deny(context),
            ("PATCH", account) => Write(context, Account with { Name = "Renamed", SettingsVersion = 2 }),
            ("GET", "/api/v1/risk/kill-switches") => Write(context, new PageView<KillSwitchView>([Switch])),
            ("PUT", "/api/v1/risk/kill-switches/venue:paper") => Write(context, new KillSwitchTurnView(Switch, 3, [AccountId])),
            ("GET" or "PUT", "/api/v1/risk/budgets/venue:paper") => Write(context, Budget),
            ("POST", $"{account}/orders") or ("DELETE", not "/api/v1/instruments/BINANCE:XRPETH/halt") => Write(context, new PageView<OrderView>([Order(OrderStatus.Submitted)])),
            ("GET", "/api/v1/instruments/BINANCE:XRPETH/terms") => Write(context, new TermsView(0.01m, 1, 1, 1_000, 10, 1_000_000, 1, null, 0.5m, 0.25m, 1, "XNYS")),
            ("GET" or "PUT" or "DELETE", "/api/v1/instruments/BINANCE:XRPETH/session" or "/api/v1/instruments/BINANCE:XRPETH/halt") => Write(
                context, new SessionView(TradingPhase.Halted, _at, TradingPhase.Closed, "1970-01-01", "America/New_York", new("News pending", _at))),
            ("POST", "/api/v1/accounts") => Write(context, new AccountView(
                AccountId, "Summer", "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", IsKilled: false, 0, 0, 0, 0, 0, [], [], 1, _at)),
            ("GET", $"{account}/settlements") => Write(context, new SettlementsView(
                _at, [new("USD", 77.5m, -2)], [new(_at, "BINANCE:XRPETH", SettlementStatus.Pending, 2, -2, "USD", 1)], [new(OrderId, _at, SettlementStatus.Pending)])),
            ("GET", "/api/v1/actions/BINANCE:XRPETH") => Write(context, new PageView<InstrumentActionView>([Split])),
            ("POST", "/api/v1/actions") => Write(context, Split),
            ("PATCH", _) => Write(context, Order(OrderStatus.PendingUpdate)),
            _ => Refuse(context),
        };
        await answer;
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Write(context, new ErrorView(404, "No account of yours has this id.", RefusalCodes.UnknownAccount));
    }

    private static Task Deny(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Write(context, new ErrorView(422, "Not enough money is free.", "INSUFFICIENT_BALANCE") { Limit = 77.5m, Actual = 100, Unit = "USD" });
    }

    private static Task Write<T>(HttpContext context, T body) => context.Response.WriteAsync(JsonSerializer.Serialize(body, FincordJson.Options));
}

/// <summary>A request that changes something.</summary>
public sealed record Asked(string Method, string Path, string Body, string? Key, string? IfMatch);
