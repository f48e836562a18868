using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>One host over the simulated market and one browser for all tests of the trading pages. Each opens an account of its own.</summary>
[CollectionDefinition]
public sealed class TradingScreen : IAsyncLifetime, ICollectionFixture<TradingScreen>
{
    private static readonly string Axe = Path.Combine(Programs.Repository, "src", "web", "node_modules", "axe-core", "axe.min.js");

    private readonly ApiTests.SimulatedMarket _market = new();
    private Task<Browser>? _browser;
    private IPage? _page;
    private int _keys;

    internal FincordHost Host => _market.Host;

    public async ValueTask InitializeAsync()
    {
        // The first paint of a busy machine may take longer than Playwright's five seconds.
        Assertions.SetDefaultExpectTimeout(60_000);
        await _market.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is { IsCompletedSuccessfully: true }) await (await _browser).DisposeAsync();
        await _market.DisposeAsync();
    }

    /// <summary>A new account with 100,000 USD.</summary>
    public async Task<string> OpenAccount()
    {
        var opened = await Mutate("openAccount", new { name = "Screen" });
        var account = opened.GetProperty("account").GetProperty("id").GetString()!;
        await Mutate("pay", new { accountId = account, currency = "USD", amount = "100000" });
        return account;
    }

    /// <summary>Places an order past the page.</summary>
    public Task<JsonElement> Place(string account, string quantity, string? limitPrice = null) => Mutate("placeOrder", new
    {
        accountId = account, instrumentKey = "SIM:BTCUSD", side = "BUY", type = limitPrice is null ? "MARKET" : "LIMIT", quantity, limitPrice,
    });

    /// <summary>
    /// Opens the page of an account in a profile of its own, and closes that of the test before: it would go on to follow the market. A test is
    /// skipped where there is no browser.
    /// </summary>
    public async Task<IPage> Open(
        string account, string path = "/trade/?key=SIM:BTCUSD", int width = 1280, int height = 800, ColorScheme colours = ColorScheme.Light)
    {
        var browser = await (_browser ??= Browser.Start());
        if (_page is not null) await _page.Context.CloseAsync();
        _page = await browser.Open($"{Host.Address}{path}", width, height, colours, $"localStorage.setItem('fincord.account', '{account}')");
        _page.SetDefaultTimeout(60_000);
        return _page;
    }

    /// <summary>The rows of a table.</summary>
    public static ILocator Row(IPage page, string table) => page.Locator($"[data-testid={table}] tbody tr");

    /// <summary>Fills in the ticket and sends it to its confirmation.</summary>
    public static async Task Review(IPage page, params IEnumerable<(string Field, string Value)> fields)
    {
        foreach (var (field, value) in fields)
        {
            var box = page.GetByTestId($"ticket-{field}");
            if (field is "type" or "timeInForce") await box.SelectOptionAsync(value);
            else await box.FillAsync(value);
        }
        await page.GetByTestId("review").ClickAsync();
    }

    /// <summary>Confirms what a dialog asks, and waits until it is done.</summary>
    public static async Task Confirm(IPage page)
    {
        await page.GetByTestId("confirm").ClickAsync();
        await Assertions.Expect(page.GetByTestId("command-dialog")).ToBeHiddenAsync();
    }

    /// <summary>What axe-core finds against WCAG 2.2 A and AA.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        Assert.SkipUnless(File.Exists(Axe), "npm ci has not run in src/web.");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
                .violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
            """);
    }

    private async Task<JsonElement> Mutate(string mutation, object input)
    {
        var fields = JsonSerializer.SerializeToNode(input)!.AsObject();
        fields["idempotencyKey"] = $"screen-{Interlocked.Increment(ref _keys)}";
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!";
        var answer = await Host.Query($$"""mutation($input: {{type}}) { {{mutation}}(input: $input) { account { id } error { code message } } }""", new { input = fields });
        Assert.Equal(JsonValueKind.Null, answer.GetProperty(mutation).GetProperty("error").ValueKind);
        return answer.GetProperty(mutation);
    }
}
