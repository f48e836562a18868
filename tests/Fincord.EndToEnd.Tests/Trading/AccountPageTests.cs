using Fincord.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Fincord.EndToEnd.Tests.Trading.TradingScreen;
using static Microsoft.Playwright.Assertions;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>The account's page in a real browser against the real host.</summary>
[Collection(typeof(TradingScreen))]
public sealed class AccountPageTests(TradingScreen screen)
{
    private const string Address = "/account/";

    [Fact]
    public async Task Money_paid_in_and_taken_out_is_in_the_equity_the_balances_and_the_journal()
    {
        var page = await screen.Open(await screen.OpenAccount(), Address);
        await Expect(page.GetByTestId("equity")).ToHaveTextAsync("100,000.00 USD");

        await page.GetByTestId("pay-in").ClickAsync();
        await page.GetByTestId("pay-amount").FillAsync("2500.50");
        await Confirm(page);
        await Expect(page.GetByTestId("equity")).ToHaveTextAsync("102,500.50 USD");
        await page.GetByTestId("pay-out").ClickAsync();
        await page.GetByTestId("pay-amount").FillAsync("1000");
        await Confirm(page);

        await Expect(page.GetByTestId("equity")).ToHaveTextAsync("101,500.50 USD");
        await Expect(page.GetByTestId("balances")).ToContainTextAsync("101,500.50");
        await Expect(page.GetByTestId("journal").GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["Withdrawal", "Deposit", "Deposit"]);
    }

    [Fact]
    public async Task More_than_is_free_is_not_paid_out()
    {
        var page = await screen.Open(await screen.OpenAccount(), Address);

        await page.GetByTestId("pay-out").ClickAsync();
        await page.GetByTestId("pay-amount").FillAsync("100000.01");
        await page.GetByTestId("confirm").ClickAsync();

        await Expect(page.GetByTestId("refusal")).ToHaveAttributeAsync("data-code", "INSUFFICIENT_BALANCE");
    }

    [Fact]
    public async Task The_journal_names_instruments_as_people_do()
    {
        var account = await screen.OpenAccount();
        await screen.Place(account, "0.1");
        var page = await screen.Open(account, Address);

        await Expect(Row(page, "positions")).ToHaveAttributeAsync("data-key", "SIM:BTCUSD");
        await Expect(page.GetByTestId("journal")).ToContainTextAsync("BTCUSD");
        await Expect(page.GetByTestId("journal")).Not.ToContainTextAsync("instr:");
    }

    [Fact]
    public async Task The_kill_switch_cancels_what_is_open_and_denies_what_comes_until_it_is_turned_off()
    {
        var account = await screen.OpenAccount();
        await screen.Place(account, "0.1", limitPrice: "100");
        var page = await screen.Open(account, Address);
        var trade = await Browser.Open(page.Context, $"{screen.Host.Address}/trade/?key=SIM:BTCUSD");
        await Expect(Row(trade, "open-orders")).ToHaveAttributeAsync("data-status", "ACCEPTED");

        await page.GetByTestId("kill-switch").ClickAsync();
        await Confirm(page);
        await Expect(page.GetByTestId("kill-switch")).ToHaveAttributeAsync("aria-checked", "true");
        await Expect(trade.GetByTestId("no-orders")).ToBeVisibleAsync();
        await Expect(trade.GetByTestId("ticket")).ToContainTextAsync("The kill switch is on");
        await Review(trade, ("quantity", "0.1"));
        await trade.GetByTestId("confirm").ClickAsync();
        await Expect(trade.GetByTestId("refusal")).ToHaveAttributeAsync("data-code", "KILL_SWITCH");
        await trade.Keyboard.PressAsync("Escape");

        await page.GetByTestId("kill-switch").ClickAsync();
        await Confirm(page);
        await Expect(trade.GetByTestId("ticket")).Not.ToContainTextAsync("The kill switch is on");
        await Review(trade, ("quantity", "0.1"));
        await Confirm(trade);
        await Expect(trade.GetByTestId("notices")).ToContainTextAsync("Bought 0.1 BTCUSD at");
    }

    [Fact]
    public async Task A_new_account_is_empty_and_says_what_to_do()
    {
        var page = await screen.Open(await screen.OpenAccount(), Address);
        await page.GetByTestId("open-another").ClickAsync();
        await page.GetByLabel("Name").FillAsync("Second");
        await Confirm(page);

        await Expect(page.GetByTestId("account-select").Locator("option:checked")).ToContainTextAsync("Second");
        foreach (var empty in new[] { "no-positions", "no-balances", "equity-empty", "journal-empty" }) await Expect(page.GetByTestId(empty)).ToBeVisibleAsync();
        Assert.Empty(await Violations(page));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_account_is_accessible(ColorScheme colours)
    {
        var account = await screen.OpenAccount();
        await screen.Place(account, "0.1");
        var page = await screen.Open(account, Address, colours: colours);
        await Expect(page.GetByTestId("journal")).ToBeVisibleAsync();
        Assert.Empty(await Violations(page));

        await page.GetByTestId("pay-in").ClickAsync();
        await Expect(page.GetByTestId("pay-amount")).ToBeFocusedAsync();
        Assert.Empty(await Violations(page));
    }
}
