using System.Text.RegularExpressions;
using Fincord.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Fincord.EndToEnd.Tests.Trading.TradingScreen;
using static Microsoft.Playwright.Assertions;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>The pages of trading as a member uses them, in a real browser against the real host.</summary>
[Collection(typeof(TradingScreen))]
public sealed class TradingPageTests(TradingScreen screen)
{
    [Fact]
    public async Task A_market_order_is_reviewed_placed_and_filled()
    {
        var page = await screen.Open(await screen.OpenAccount());

        await Review(page, ("quantity", "0.1"));
        await Expect(page.GetByTestId("command-dialog")).ToContainTextAsync("Buy 0.1 BTCUSD at the market.");
        await Confirm(page);

        await Expect(page.GetByTestId("notices")).ToContainTextAsync("Bought 0.1 BTCUSD at");
        await Expect(page.GetByTestId("no-orders")).ToBeVisibleAsync();
        await page.GetByTestId("tab-positions").ClickAsync();
        await Expect(Row(page, "positions")).ToHaveAttributeAsync("data-key", "SIM:BTCUSD");
        await page.GetByTestId("tab-history").ClickAsync();
        await Expect(Row(page, "order-history")).ToHaveAttributeAsync("data-status", "FILLED");
        await page.GetByTestId("tab-fills").ClickAsync();
        await Expect(Row(page, "fills").First).ToContainTextAsync("BTCUSD");
        await page.GetByTestId("tab-balances").ClickAsync();
        await Expect(Row(page, "balances")).ToHaveAttributeAsync("data-currency", "USD");
    }

    [Fact]
    public async Task Every_type_of_order_is_placed_from_the_ticket_and_rests()
    {
        var account = await screen.OpenAccount();
        await screen.Place(account, "0.1");
        var page = await screen.Open(account);
        (string, string)[][] orders =
        [
            [("type", "LIMIT"), ("limitPrice", "100")],
            [("type", "STOP"), ("triggerPrice", "900000")],
            [("type", "STOP_LIMIT"), ("triggerPrice", "900000"), ("limitPrice", "900001")],
            [("type", "MARKET_IF_TOUCHED"), ("triggerPrice", "100")],
            [("type", "LIMIT_IF_TOUCHED"), ("triggerPrice", "100"), ("limitPrice", "101")],
            [("type", "TRAILING_STOP"), ("trailing", "50")],
            [("type", "LIMIT"), ("limitPrice", "100"), ("timeInForce", "GOOD_TILL_DATE"), ("expiresAt", "2100-01-01T12:00")],
        ];

        for (var i = 0; i < orders.Length; i++)
        {
            await Review(page, [.. orders[i], ("quantity", "0.01")]);
            await Confirm(page);
            await Expect(page.Locator("[data-testid=open-orders] [data-status=ACCEPTED]")).ToHaveCountAsync(i + 1);
        }

        await page.GetByTestId("cancel-all").ClickAsync();
        await Confirm(page);
        await Expect(page.GetByTestId("no-orders")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_limit_order_rests_is_changed_and_is_cancelled()
    {
        var page = await screen.Open(await screen.OpenAccount());
        await Review(page, ("type", "LIMIT"), ("quantity", "0.1"), ("limitPrice", "100"));
        await Confirm(page);
        await Expect(Row(page, "open-orders")).ToHaveAttributeAsync("data-status", "ACCEPTED");

        await page.GetByTestId("amend-order").ClickAsync();
        await page.GetByTestId("amend-limitPrice").FillAsync("200");
        await Confirm(page);
        await Expect(Row(page, "open-orders")).ToContainTextAsync("200");
        await Expect(Row(page, "open-orders")).ToHaveAttributeAsync("data-status", "ACCEPTED");

        await page.GetByTestId("cancel-order").ClickAsync();
        await Expect(page.GetByTestId("no-orders")).ToBeVisibleAsync();
        await page.GetByTestId("tab-history").ClickAsync();
        await Expect(Row(page, "order-history")).ToHaveAttributeAsync("data-status", "CANCELLED");
    }

    [Fact]
    public async Task A_denied_order_says_why_and_leads_back_to_what_is_wrong()
    {
        var page = await screen.Open(await screen.OpenAccount());
        await Review(page, ("type", "LIMIT"), ("quantity", "1000"), ("limitPrice", "50000"));
        await page.GetByTestId("confirm").ClickAsync();

        await Expect(page.GetByTestId("refusal")).ToHaveAttributeAsync("data-code", "INSUFFICIENT_BALANCE");
        await Expect(page.GetByTestId("refusal")).ToContainTextAsync("Not enough money is free.");
        await Expect(page.GetByTestId("refusal")).ToContainTextAsync("Allowed: 100,000 USD");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("ticket-quantity")).ToBeFocusedAsync();

        await Review(page, ("quantity", "0.1"), ("limitPrice", "100"));
        await Confirm(page);
        await Expect(Row(page, "open-orders")).ToHaveAttributeAsync("data-status", "ACCEPTED");
        await page.GetByTestId("tab-history").ClickAsync();
        await Expect(Row(page, "order-history")).ToHaveAttributeAsync("data-code", "INSUFFICIENT_BALANCE");
    }

    [Fact]
    public async Task What_is_no_quantity_is_told_at_its_field_and_not_sent()
    {
        var page = await screen.Open(await screen.OpenAccount());
        foreach (var (quantity, message) in new[]
        {
            ("", "Enter a quantity."), ("0", "Enter more than zero."), ("-1", "Enter a number such as 12.5, with a point and without a sign."),
            ("1,5", "Enter a number such as 12.5, with a point and without a sign."), ("NaN", "Enter a number such as 12.5, with a point and without a sign."),
        })
        {
            await Review(page, ("quantity", quantity));

            await Expect(page.GetByTestId("ticket-quantity")).ToHaveAccessibleDescriptionAsync(message);
            await Expect(page.GetByTestId("ticket-quantity")).ToBeFocusedAsync();
            await Expect(page.GetByTestId("command-dialog")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_price_between_two_ticks_is_told_at_its_field_and_not_sent()
    {
        var page = await screen.Open(await screen.OpenAccount());
        await Expect(page.GetByTestId("ticket-quantity")).ToHaveAccessibleDescriptionAsync("Multiples of 0.00001");

        await Review(page, ("type", "LIMIT"), ("quantity", "0.1"), ("limitPrice", "100.001"));

        await Expect(page.GetByTestId("ticket-limitPrice")).ToHaveAccessibleDescriptionAsync("Enter a multiple of 0.01.");
        await Expect(page.GetByTestId("command-dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_ticket_of_an_exchange_says_what_its_market_does_and_when_that_changes()
    {
        var page = await screen.Open(await screen.OpenAccount(), "/trade/?key=SIM:RHEINWERK");

        await Expect(page.GetByTestId("session")).ToHaveTextAsync(
            new Regex(@"^(?:The market is|Orders are collected for) .+\. It .+ \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_position_shows_its_gain_at_the_markets_price_and_is_closed()
    {
        var account = await screen.OpenAccount();
        await screen.Place(account, "0.1");
        var page = await screen.Open(account);
        await page.GetByTestId("tab-positions").ClickAsync();
        await Expect(page.GetByTestId("unrealized")).Not.ToHaveAttributeAsync("value", "");

        await page.GetByTestId("close-position").ClickAsync();
        await Expect(page.GetByTestId("command-dialog")).ToContainTextAsync("a market order sells 0.1 BTCUSD");
        await Confirm(page);

        await Expect(page.GetByTestId("no-positions")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("notices")).ToContainTextAsync("Sold 0.1 BTCUSD at");
    }

    [Fact]
    public async Task A_reload_keeps_orders_positions_and_fills()
    {
        var page = await screen.Open(await screen.OpenAccount());
        await Review(page, ("quantity", "0.1"));
        await Confirm(page);
        await Review(page, ("type", "LIMIT"), ("quantity", "0.2"), ("limitPrice", "100"));
        await Confirm(page);
        await Expect(Row(page, "open-orders")).ToHaveAttributeAsync("data-status", "ACCEPTED");
        var order = await Row(page, "open-orders").GetAttributeAsync("data-id");

        await page.ReloadAsync();

        await Expect(Row(page, "open-orders")).ToHaveAttributeAsync("data-id", order!);
        await page.GetByTestId("tab-positions").ClickAsync();
        await Expect(Row(page, "positions")).ToContainTextAsync("0.1");
        await page.GetByTestId("tab-fills").ClickAsync();
        await Expect(Row(page, "fills").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_window_sees_an_order_come_and_go()
    {
        var page = await screen.Open(await screen.OpenAccount());
        var other = await Browser.Open(page.Context, page.Url);
        await Expect(other.GetByTestId("no-orders")).ToBeVisibleAsync();

        await Review(page, ("type", "LIMIT"), ("quantity", "0.1"), ("limitPrice", "100"));
        await Confirm(page);
        await Expect(Row(other, "open-orders")).ToHaveAttributeAsync("data-status", "ACCEPTED");

        await other.GetByTestId("cancel-order").ClickAsync();
        await Expect(page.GetByTestId("no-orders")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_asked_for_again_and_the_order_is_placed_once()
    {
        var page = await screen.Open(await screen.OpenAccount());
        await page.RouteAsync("**/graphql", async route =>
        {
            if (route.Request.PostData?.Contains("placeOrder", StringComparison.Ordinal) is not true)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync();       // it arrives, and is done
            await route.AbortAsync();       // and nobody hears of it
        });
        await Review(page, ("type", "LIMIT"), ("quantity", "0.1"), ("limitPrice", "100"));
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("unknown-outcome")).ToBeVisibleAsync();

        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });
        await Confirm(page);

        await Expect(Row(page, "open-orders")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(Row(page, "open-orders")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_keyboard_alone_places_an_order()
    {
        var page = await screen.Open(await screen.OpenAccount());
        await Expect(page.GetByTestId("ticket")).ToBeVisibleAsync();
        await TabTo(page, "side-BUY");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByTestId("side-SELL")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await TabTo(page, "ticket-quantity");
        await page.Keyboard.TypeAsync("0.1");

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("confirm")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("command-dialog")).ToBeHiddenAsync();
        await Expect(page.GetByTestId("ticket-quantity")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("confirm")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByTestId("notices")).ToContainTextAsync("Bought 0.1 BTCUSD at");
        await Expect(page.GetByTestId("ticket-quantity")).ToBeFocusedAsync();
        await TabTo(page, "tab-orders");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByTestId("tab-positions")).ToBeFocusedAsync();
        await TabTo(page, "close-position");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(390)]
    public async Task On_a_phone_nothing_sticks_out_sideways(int width)
    {
        var account = await screen.OpenAccount();
        await screen.Place(account, "0.1");
        await screen.Place(account, "0.1", limitPrice: "100");
        var page = await screen.Open(account, width: width, height: 740);
        await page.GetByTestId("ticket-type").SelectOptionAsync("STOP_LIMIT");
        await page.GetByTestId("ticket-timeInForce").SelectOptionAsync("GOOD_TILL_DATE");
        await NothingSticksOut(page, "ticket");

        await page.GetByTestId("tab-blotter").ClickAsync();
        foreach (var (tab, content) in new[]
        {
            ("orders", "open-orders"), ("positions", "positions"), ("fills", "fills"), ("history", "order-history"), ("balances", "balances"),
        })
        {
            await page.GetByTestId($"tab-{tab}").ClickAsync();
            await NothingSticksOut(page, content);
        }
        await page.GotoAsync($"{screen.Host.Address}/account/");
        await NothingSticksOut(page, "journal");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_ticket_its_errors_its_confirmation_and_the_blotter_are_accessible(ColorScheme colours)
    {
        var account = await screen.OpenAccount();
        await screen.Place(account, "0.1");
        await screen.Place(account, "0.1", limitPrice: "100");
        var page = await screen.Open(account, colours: colours);
        await page.GetByTestId("review").ClickAsync();
        await Expect(page.GetByTestId("ticket-quantity")).ToBeFocusedAsync();
        Assert.Empty(await Violations(page));
        foreach (var tab in new[] { "positions", "fills", "history", "balances", "orders" })
        {
            await page.GetByTestId($"tab-{tab}").ClickAsync();
            Assert.Empty(await Violations(page));
        }

        await Review(page, ("type", "LIMIT"), ("quantity", "1000"), ("limitPrice", "50000"));
        Assert.Empty(await Violations(page));
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("refusal")).ToBeVisibleAsync();
        Assert.Empty(await Violations(page));
    }

    [Fact]
    public async Task The_page_comes_back_with_the_server_and_shows_what_was_there()
    {
        using var data = new TemporaryFolder();
        await using var browser = await Browser.Start();
        string address;
        IPage page;
        await using (var host = await FincordHost.Start(data))
        {
            address = host.Address;
            page = await browser.Open($"{address}/trade/?key=SIM:BTCUSD");
            await Review(page, ("type", "LIMIT"), ("quantity", "0.1"), ("limitPrice", "100"));
            await Confirm(page);
            await Expect(Row(page, "open-orders")).ToHaveAttributeAsync("data-status", "ACCEPTED");
            await host.Process.Kill();
        }
        await Expect(page.GetByTestId("status")).ToHaveAttributeAsync("data-state", "reconnecting");
        await Review(page, ("limitPrice", "200"), ("quantity", "0.1"));
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("unknown-outcome")).ToBeVisibleAsync();

        await using var again = await FincordHost.StartAgain(data, address);

        await Expect(page.GetByTestId("status")).ToHaveAttributeAsync("data-state", "live");
        await Confirm(page);
        await Expect(page.Locator("[data-testid=open-orders] [data-status=ACCEPTED]")).ToHaveCountAsync(2);
    }

    private static async Task NothingSticksOut(IPage page, string content)
    {
        await Expect(page.GetByTestId(content)).ToBeVisibleAsync();
        Assert.Equal(await page.EvaluateAsync<int>("window.innerWidth"), await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('main, main > *, form, form *, td, td *')]
                .filter(element => element.getBoundingClientRect().right > window.innerWidth + 0.5).map(element => element.outerHTML)
            """));
    }

    // Where one is can be seen all the way.
    private static async Task TabTo(IPage page, string testId)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement !== document.body && !document.activeElement.matches(':focus-visible')"))
                Assert.Fail("The focus is somewhere without being seen.");
            if (await page.EvaluateAsync<string?>("document.activeElement.dataset.testid") == testId) return;
        }
        Assert.Fail($"The Tab key does not lead to {testId}.");
    }
}
