using System.Net;
using System.Text.Json;
using Fincord.Domain.Trading;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>Every reason of the closed list to deny an order, met by a member who places one that deserves it: through REST on the real host.</summary>
public sealed class DenialTests(DenialTests.StrictMarket market) : IClassFixture<DenialTests.StrictMarket>
{
    private static int _keys;

    public static TheoryData<DenialCode> All => [.. Enum.GetValues<DenialCode>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_reason_to_deny_an_order_is_told_by_its_code_and_the_order_is_kept_as_denied(DenialCode code)
    {
        var (host, account, order) = await Deserve(code);

        var (status, body) = await Place(host, account, order);

        Assert.True(status == 422 && Text(body, "code") == code.ToWire(), $"{status} {body}");
        Assert.NotEmpty(Text(body, "reason")!);
        var denied = (await host.GetJson($"{account}/orders")).GetProperty("results")[0];
        Assert.Equal(("DENIED", code.ToWire()), (Text(denied, "status"), Text(denied, "code")));
    }

    // An account, and what it is to ask for; what else must have happened has happened.
    private async Task<(FincordHost Host, string Account, object Order)> Deserve(DenialCode code)
    {
        const string coin = "SIM:BTCUSD", silent = "TEST:SILENT";
        var host = code is DenialCode.NoMarketPrice or DenialCode.BudgetExhausted ? await market.Silent() : market.Host;
        var account = await Open(host, code switch
        {
            DenialCode.MaxOpenOrders => new { maxOpenOrders = 1 },
            DenialCode.OrderRate => new { ordersPerSecond = 1, orderBurst = 1 },
            DenialCode.PositionLimit => new { maxPositionNotional = "5" },
            DenialCode.ExposureLimit => new { maxExposure = "5" },
            DenialCode.DailyLoss => new { maxDailyLoss = "0.01" },
            DenialCode.Drawdown => new { maxDrawdown = "0.0000001" },
            _ => new object(),
        }, code is DenialCode.InsufficientMargin ? "MARGIN" : "CASH");
        switch (code)
        {
            case DenialCode.KillSwitch:
                await host.Send(HttpMethod.Put, $"{account}/kill-switch", new { isOn = true }, NextKey());
                break;
            case DenialCode.MaxOpenOrders or DenialCode.OrderRate:
                Assert.Equal(201, (await Place(host, account, Limit(coin, "0.1", "100"))).Status);
                break;
            case DenialCode.DailyLoss or DenialCode.Drawdown:
                Assert.Equal(201, (await Place(host, account, Market(coin, "0.1"))).Status);     // fees and the spread are the loss
                await Until(host, account, body => body.GetProperty("positions").GetArrayLength() > 0);
                break;
            case DenialCode.BudgetExhausted:
                await host.Send(HttpMethod.Put, "/api/v1/risk/budgets/all", new { maxExposure = "1", reason = "A drill." }, NextKey());
                break;
        }
        return (host, account, code switch
        {
            DenialCode.InvalidTicket => new { instrumentKey = coin, side = "BUY", type = "LIMIT", quantity = "0.1" },
            DenialCode.OutOfRange => Limit(coin, "0", "100"),
            DenialCode.TickSize => Limit("SIM:RHEINWERK", "1", "88.21"),
            DenialCode.LotSize => Limit("SIM:EURUSD", "1500", "1"),
            DenialCode.MinQuantity => Limit("SIM:ETHUSD", "0.01", "3000"),
            DenialCode.MaxQuantity => Limit("SIM:ETHUSD", "11", "3000"),
            DenialCode.AlreadyExpired => new { instrumentKey = coin, side = "BUY", type = "LIMIT", quantity = "0.1", limitPrice = "100", timeInForce = "GOOD_TILL_DATE", expiresAt = "2020-01-01T00:00:00Z" },
            DenialCode.MarketClosed => Market("SIM:NOVABIO", "1"),
            DenialCode.NoMarketPrice => Market(silent, "1"),
            DenialCode.PriceBand => Limit("SIM:ETHUSD", "1", "100"),
            DenialCode.MinNotional => Limit("SIM:ACME", "1", "1"),
            DenialCode.MaxNotional => Limit("SIM:ACME", "1000", "142.50"),
            DenialCode.ReduceOnly => new { instrumentKey = coin, side = "SELL", type = "LIMIT", quantity = "0.1", limitPrice = "100", reduceOnly = true },
            DenialCode.ShortNotAllowed => new { instrumentKey = coin, side = "SELL", type = "LIMIT", quantity = "0.1", limitPrice = "100" },
            DenialCode.BudgetExhausted => Limit(silent, "0.1", "100"),
            DenialCode.InsufficientBalance or DenialCode.InsufficientMargin => Limit(coin, "5000", "100"),
            _ => Limit(coin, "0.1", "100"),
        });
    }

    private static object Limit(string instrumentKey, string quantity, string limitPrice) => new { instrumentKey, side = "BUY", type = "LIMIT", quantity, limitPrice };

    private static object Market(string instrumentKey, string quantity) => new { instrumentKey, side = "BUY", type = "MARKET", quantity };

    private static Task<(int Status, JsonElement Body)> Place(FincordHost host, string account, object order) =>
        host.Send(HttpMethod.Post, $"{account}/orders", order, NextKey());

    private static async Task<string> Open(FincordHost host, object limits, string kind)
    {
        var (_, account) = await host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Test", kind, limits }, NextKey());
        var path = $"/api/v1/accounts/{Text(account, "id")}";
        await host.Send(HttpMethod.Post, $"{path}/payments", new { currency = "USD", amount = "100000" }, NextKey());
        return path;
    }

    private static async Task Until(FincordHost host, string path, Func<JsonElement, bool> isMet)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isMet(await host.GetJson(path))) await Task.Delay(20, patience.Token);
    }

    private static string? Text(JsonElement body, string name) => body.GetProperty(name).GetString();

    private static (string Name, string Value) NextKey() => ("Idempotency-Key", $"denial-{Interlocked.Increment(ref _keys)}");

    /// <summary>The simulated market on stricter terms, with one instrument halted; and beside it one of which nobody ever told a price.</summary>
    public sealed class StrictMarket : IAsyncLifetime
    {
        private readonly TemporaryFolder _data = new();
        private readonly TemporaryFolder _silentData = new();
        private FincordHost? _silent;

        internal FincordHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var settings = _data.Combine("settings.json");
            File.WriteAllText(settings, """
                { "Trading": { "Terms": [
                    { "Match": "SIM:ETHUSD", "MinQuantity": "0.1", "MaxQuantity": "10", "PriceBand": "0.9" },
                    { "Match": "SIM:ACME", "MinNotional": "10", "MaxNotional": "100000" } ] } }
                """);
            Host = await FincordHost.Start(_data, "--config", settings);
            foreach (var key in new[] { "SIM:BTCUSD", "SIM:ETHUSD", "SIM:ACME" })
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                while ((await Host.Get($"/api/v1/instruments/{key}/quote")).StatusCode is not HttpStatusCode.OK) await Task.Delay(20, patience.Token);
            }
            await Host.Send(HttpMethod.Put, "/api/v1/instruments/SIM:NOVABIO/halt", new { reason = "News pending" });
        }

        /// <summary>A host that knows TEST:SILENT, of which the only records were no trades.</summary>
        internal async Task<FincordHost> Silent()
        {
            if (_silent is not null) return _silent;
            var file = _silentData.Combine("trades.csv");
            File.WriteAllLines(file, ["1672531437,ninety,1", "1672531438,90.50,-1"]);
            _silent = await FincordHost.Replay(_silentData, file, "TEST:SILENT");
            await _silent.Replayed();
            return _silent;
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            if (_silent is not null) await _silent.DisposeAsync();
            _data.Dispose();
            _silentData.Dispose();
        }
    }
}
