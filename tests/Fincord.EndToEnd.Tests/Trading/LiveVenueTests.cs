using System.Globalization;
using System.Text.Json;
using Fincord.Connectors.Tests.Binance;
using Fincord.Connectors.Tests.Venues;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>The real host with Binance USD-M futures, which a stub of ours speaks for.</summary>
public sealed class LiveVenueTests : IAsyncLifetime
{
    private const string Instrument = "BINANCE:BTCUSDT-PERP";
    private const int Orders = 20;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder _data = new();
    private readonly BinanceStub _stub = new(isFutures: true, TimeProvider.System) { RetryAfter = 1, ClockOffset = TimeSpan.FromSeconds(30) };

    public async ValueTask InitializeAsync()
    {
        await _stub.Start();
        await File.WriteAllTextAsync(_data.Combine("trades.csv"), "1767623406,40000,1\n1767623407,40000,1\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _stub.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData("FINCORD_VENUES__BINANCE__REST", "ftp://nowhere", "Venues:Binance:Rest is the scheme and host")]
    [InlineData("FINCORD_VENUES__BINANCE__ENABLED", "perhaps", "perhaps")]
    [InlineData("FINCORD_VENUES__BINANSE__ENABLED", "true", "Binanse")]
    public async Task A_setting_of_venues_that_makes_no_sense_ends_the_start_with_one_line(string setting, string value, string complaint)
    {
        var environment = new Dictionary<string, string> { ["FINCORD_VENUES__BINANCE__ENABLED"] = "true", [setting] = value };

        var (exitCode, _, error) = await FincordProcess.Run(Programs.Host, environment, "--port", "0", "--data", _data.Combine("host"));

        Assert.Equal(2, exitCode);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("fincord: ", line, StringComparison.Ordinal);
        Assert.Contains(complaint, line, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_happened_at_the_venue_while_the_process_was_dead_is_found_and_everything_counts_once()
    {
        var account = await OpenAccount();
        foreach (var fault in new[] { Fault.TakeThenFail, Fault.TooMany, Fault.TakeThenCut, Fault.FailOnly, Fault.TakeThenHang }) _stub.Faults.Enqueue(fault);

        await using (var host = await Start(account))
        {
            await host.Send(HttpMethod.Post, $"{Path(account)}/payments", new { currency = "USDT", amount = "100000" }, ("Idempotency-Key", "deposit"));
            var placing = Task.WhenAll(Enumerable.Range(1, Orders).Select(number => TryPlace(host, account, number)));
            await Until(async () => (await host.Get("/health/live")).IsSuccessStatusCode && Ours.Count >= Orders / 3);
            await host.Process.Kill();
            await placing;
        }
        // Nobody listens: half of what the venue has is filled, one is cancelled there, a position closed by force, funding charged.
        foreach (var order in Ours.Where((order, index) => index % 2 == 0)) _stub.Trade(order, order.Quantity, order.Price);
        Ours.First(order => order.IsOpen).Status = "CANCELED";
        _stub.Liquidate("BTCUSDT", "SELL", 0.2m, 30_000);
        _stub.Income.Enqueue(("FUNDING_FEE", "USDT", -1.25m, 7_001));

        await using var again = await Start(account);
        // Who got no answer asks again with the same key: placed or not before, there is one of each.
        foreach (var number in Enumerable.Range(1, Orders)) Assert.Equal(201, (await Place(again, account, number)).Status);
        await Until(async () => (await OrdersOf(again, account)).Count(order => Word(order, "status") is "SUBMITTED") == 0);
        _stub.CutStreams();
        foreach (var order in Ours.Where(order => order.IsOpen)) _stub.Trade(order, order.Quantity, order.Price);
        await Until(async () => !(await again.GetJson($"{Path(account)}/orders?onlyOpen=true")).GetProperty("results").EnumerateArray().Any());
        await Until(async () => (await JournalOf(again, account)).Any(entry => Word(entry, "kind") == "FUNDING"));

        await EverythingCountsOnce(again, account);
        await DifferencesAreToldAndNotMended(again, account);
    }

    private IReadOnlyList<StubOrder> Ours => [.. _stub.Orders.Where(order => !order.ClientId.StartsWith("autoclose", StringComparison.Ordinal)).OrderBy(order => order.Id)];

    private async Task EverythingCountsOnce(FincordHost host, string account)
    {
        var orders = (await OrdersOf(host, account)).ToDictionary(order => Word(order, "id"));
        var fills = await List(host, $"{Path(account)}/fills");
        Assert.Equal(Orders + 1, orders.Count);
        Assert.Equal(Orders, Ours.Count);
        foreach (var venue in Ours)
        {
            Assert.Equal(venue.Filled, Number(orders[venue.ClientId], "filled"));
            Assert.Equal(venue.Trades.Count, fills.Count(fill => Word(fill, "orderId") == venue.ClientId));
        }
        var forced = Assert.Single(orders.Values, order => Word(order, "origin") == "LIQUIDATION");
        Assert.Equal(("FILLED", "SELL", 0.2m), (Word(forced, "status"), Word(forced, "side"), Number(forced, "filled")));

        var view = await host.GetJson(Path(account));
        var position = Assert.Single(view.GetProperty("positions").EnumerateArray());
        Assert.Equal(Ours.Sum(order => order.Filled) - 0.2m, Number(position, "quantity"));
        var cash = Assert.Single(view.GetProperty("balances").EnumerateArray());
        Assert.Equal(0, Number(cash, "held"));
        Assert.Equal(100_000 - 1.25m + fills.Sum(fill => Number(fill, "realized") - Number(fill, "fee")), Number(cash, "total"));

        var journal = await JournalOf(host, account);
        Assert.Single(journal, entry => Word(entry, "kind") == "FUNDING");
        Assert.All(journal, entry => Assert.All(
            entry.GetProperty("lines").EnumerateArray().GroupBy(line => Word(line, "unit")), unit => Assert.Equal(0, unit.Sum(line => Number(line, "amount")))));
    }

    private async Task DifferencesAreToldAndNotMended(FincordHost host, string account)
    {
        var view = await host.GetJson(Path(account));
        var (held, cash) = (Number(view.GetProperty("positions")[0], "quantity"), Number(view.GetProperty("balances")[0], "total"));
        (_stub.Holdings["BTCUSDT"], _stub.Holdings["USDT"]) = (held + 1, cash);

        await Until(async () => Differences(await host.GetJson(Path(account))) is [{ } only] && Number(only, "theirs") == held + 1 && Number(only, "ours") == held);
        _stub.Holdings["BTCUSDT"] = held;
        await Until(async () => Differences(await host.GetJson(Path(account))).Count == 0);

        var health = await host.GetJson("/health/ready");
        Assert.Equal("healthy", health.GetProperty("checks").GetProperty("venue binance-futures").GetString());
    }

    /// <summary>Asks for an account; its refusal tells the id under which a key is to be configured.</summary>
    private async Task<string> OpenAccount()
    {
        await using var host = await Start(account: null);
        var (status, body) = await Open(host);
        Assert.Equal((422, "VENUE_CREDENTIALS"), (status, Word(body, "code")));
        return Word(body, "reason").Split(' ', ':').Single(word => Guid.TryParse(word, out _));
    }

    private static Task<(int Status, JsonElement Body)> Open(FincordHost host) => host.Send(
        HttpMethod.Post, "/api/v1/accounts",
        new { name = "Futures", venue = "binance-futures", kind = "MARGIN", leverage = "5", baseCurrency = "USDT" }, ("Idempotency-Key", "futures"));

    private async Task<FincordHost> Start(string? account)
    {
        var environment = new Dictionary<string, string>
        {
            ["FINCORD_VENUES__BINANCEFUTURES__ENABLED"] = "true",
            ["FINCORD_VENUES__BINANCEFUTURES__REST"] = _stub.Address,
            ["FINCORD_VENUES__BINANCEFUTURES__STREAM"] = _stub.Address.Replace("http", "ws", StringComparison.Ordinal),
            ["FINCORD_VENUES__REQUESTTIMEOUT"] = "00:00:01",
            ["FINCORD_VENUES__RECEIVEWINDOW"] = "00:00:01",
            ["FINCORD_TRADING__RETRYINTERVAL"] = "00:00:01",
            ["FINCORD_TRADING__RECONCILEINTERVAL"] = "00:00:01",
        };
        if (account is not null)
        {
            var prefix = $"FINCORD_VENUES__KEYS__{account.Replace("-", "", StringComparison.Ordinal)}__";
            (environment[prefix + "VENUE"], environment[prefix + "KEY"], environment[prefix + "SECRET"]) = ("binance-futures", VenueStub.Key, VenueStub.Secret);
        }
        var host = await FincordHost.Start(_data, environment, "--replay", _data.Combine("trades.csv"), "--instrument", Instrument, "--speed", "max");
        await host.Process.WaitForLine(line => line == $"Orders are also taken for binance-futures ({new Uri(_stub.Address).Authority}, not a server of the venue's own).");
        await host.Replayed();
        if (account is not null) Assert.Equal((201, account), ((await Open(host)) is var (status, body) ? (status, Word(body, "id")) : default));
        return host;
    }

    private static Task<(int Status, JsonElement Body)> Place(FincordHost host, string account, int number) => host.Send(
        HttpMethod.Post, $"{Path(account)}/orders",
        new { instrumentKey = Instrument, side = "BUY", type = "LIMIT", quantity = "0.1", limitPrice = $"{39_000 + number}" }, ("Idempotency-Key", $"order-{number}"));

    private static async Task TryPlace(FincordHost host, string account, int number)
    {
        try
        {
            await Place(host, account, number);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The process was killed before it answered.
        }
    }

    private static async Task<List<JsonElement>> List(FincordHost host, string path) => [.. (await host.GetJson(path)).GetProperty("results").EnumerateArray()];

    private static Task<List<JsonElement>> OrdersOf(FincordHost host, string account) => List(host, $"{Path(account)}/orders");

    private static Task<List<JsonElement>> JournalOf(FincordHost host, string account) => List(host, $"{Path(account)}/journal");

    private static List<JsonElement> Differences(JsonElement account) => [.. account.GetProperty("venueDifferences").EnumerateArray()];

    private static string Path(string account) => $"/api/v1/accounts/{account}";

    private static string Word(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static decimal Number(JsonElement element, string name) => decimal.Parse(Word(element, name), CultureInfo.InvariantCulture);

    private static async Task Until(Func<Task<bool>> isMet)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (!await isMet()) Assert.False(patience.IsCancellationRequested, "It did not happen in time.");
    }
}
