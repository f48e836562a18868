using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>What an account did, through REST and GraphQL on the real host.</summary>
public sealed class FigureEndpointTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    private const string Nobody = "/api/v1/accounts/01980c5e-0000-7000-8000-000000000000";

    private static int _keys;

    [Fact]
    public async Task What_was_bought_and_sold_again_is_a_trade_and_a_statement_that_ties_out()
    {
        var account = await OpenWithMoney();
        await Trade(account, "BUY");
        await Trade(account, "SELL");

        var trade = Assert.Single((await market.Host.GetJson($"{account}/trades")).GetProperty("results").EnumerateArray());
        Assert.Equal(("BUY", true, "MEMBER"), (Text(trade, "side"), trade.GetProperty("isClosed").GetBoolean(), Text(trade, "origin")));
        Assert.Equal(Decimal(trade, "netProfit"), Decimal(trade, "realized") - Decimal(trade, "fees"));

        var statement = await market.Host.GetJson($"{account}/statement");
        Assert.Empty(statement.GetProperty("opening").GetProperty("cash").EnumerateArray());
        var moved = statement.GetProperty("movements").EnumerateArray().Where(movement => Text(movement, "unit") == "USD").ToList();
        Assert.Equal(["DEPOSIT", "FILL", "FEE"], moved.Select(movement => Text(movement, "kind")));
        var closing = Assert.Single(statement.GetProperty("closing").GetProperty("cash").EnumerateArray());
        Assert.Equal(Decimal(closing, "amount"), moved.Sum(movement => Decimal(movement, "amount")));
        Assert.Equal(100_000m + Decimal(trade, "netProfit"), Decimal(closing, "amount"));
        Assert.Equal(-Decimal(trade, "fees"), Decimal(moved[2], "amount"));

        // The deposit is a mark, so that the day has begun.
        var day = Assert.Single((await market.Host.GetJson($"{account}/pnl")).GetProperty("results").EnumerateArray());
        Assert.Equal((0m, 100_000m), (Decimal(day, "openingEquity"), Decimal(day.GetProperty("profit"), "flow")));
    }

    [Fact]
    public async Task GraphQL_tells_the_same()
    {
        var account = await OpenWithMoney();
        await Trade(account, "BUY");

        var told = (await market.Host.Query(
            """
            query($id: ID!) { account(id: $id) {
              statement { opening { equity } closing { cash { currency amount } positions { instrumentKey quantity } } movements { kind unit amount count } profit { total } }
              dailyPnl { day profit { flow } return }
              performance { timeWeightedReturn moneyWeightedOutcome sampleSize sharpe definition }
              trades(first: 5) { nodes { id isClosed quantity instrument { key } } pageInfo { hasNextPage } }
              risk { grossExposure at95 { valueAtRisk } }
              riskHistory { at }
            } }
            """, new { id = account[(account.LastIndexOf('/') + 1)..] })).GetProperty("account");

        Assert.Equal("0.1", Text(told.GetProperty("statement").GetProperty("closing").GetProperty("positions")[0], "quantity"));
        var trade = Assert.Single(told.GetProperty("trades").GetProperty("nodes").EnumerateArray());
        Assert.Equal((false, "SIM:BTCUSD"), (trade.GetProperty("isClosed").GetBoolean(), Text(trade.GetProperty("instrument"), "key")));
        Assert.Equal((1, "empyrical"), (told.GetProperty("performance").GetProperty("sampleSize").GetInt32(), Text(told.GetProperty("performance"), "definition")));
        Assert.Equal(1, told.GetProperty("dailyPnl").GetArrayLength());
    }

    [Theory]
    [InlineData("statement?from=yesterday")]
    [InlineData("statement?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")]
    [InlineData("statement?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")]
    [InlineData("pnl?from=1980-01-01T00:00:00Z")]
    [InlineData("pnl?from=1677-09-22T00:00:00Z&to=2262-04-11T00:00:00Z")]
    [InlineData("performance?to=1677-09-22T00:00:00Z")]
    [InlineData("risk?limit=0")]
    [InlineData("trades?after=last")]
    [InlineData("trades?after=01980c5e-0000-7000-8000-000000000000")]
    public async Task A_bad_range_is_refused_with_its_code(string question)
    {
        var account = await OpenWithMoney();

        var (status, body) = await market.Host.Send(HttpMethod.Get, $"{account}/{question}");

        Assert.Equal((400, "INVALID_ARGUMENT"), (status, Text(body, "code")));
    }

    [Theory]
    [InlineData("statement")]
    [InlineData("pnl")]
    [InlineData("performance")]
    [InlineData("trades")]
    [InlineData("risk")]
    public async Task An_account_of_somebody_else_does_not_exist(string what)
    {
        var (status, body) = await market.Host.Send(HttpMethod.Get, $"{Nobody}/{what}");

        Assert.Equal((404, "UNKNOWN_ACCOUNT"), (status, Text(body, "code")));
    }

    private async Task Trade(string account, string side)
    {
        var (status, placed) = await market.Host.Send(
            HttpMethod.Post, $"{account}/orders", new { instrumentKey = "SIM:BTCUSD", side, type = "MARKET", quantity = "0.1", timeInForce = "IMMEDIATE_OR_CANCEL" }, NextKey());
        Assert.True(status == 201, placed.GetRawText());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var order = await market.Host.GetJson($"{account}/orders/{Text(placed.GetProperty("results")[0], "id")}");
            if (Text(order, "status") == "FILLED") return;
            Assert.False(patience.IsCancellationRequested, $"The order is still {order}.");
        }
    }

    private async Task<string> OpenWithMoney()
    {
        var (_, account) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Figures" }, NextKey());
        var path = $"/api/v1/accounts/{Text(account, "id")}";
        await market.Host.Send(HttpMethod.Post, $"{path}/payments", new { currency = "USD", amount = "100000" }, NextKey());
        return path;
    }

    private static string? Text(JsonElement holder, string name) => holder.GetProperty(name).GetString();

    private static decimal Decimal(JsonElement holder, string name) => decimal.Parse(Text(holder, name)!);

    private static (string Name, string Value) NextKey() => ("Idempotency-Key", $"figures-{Interlocked.Increment(ref _keys)}");
}
