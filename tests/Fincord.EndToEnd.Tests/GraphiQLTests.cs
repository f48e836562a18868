using Fincord.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Fincord.EndToEnd.Tests;

/// <summary>What a person sees who opens the GraphQL address in a browser.</summary>
public sealed class GraphiQLTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    [Fact]
    public async Task A_person_asks_a_question_and_reads_the_schema_with_nothing_from_outside()
    {
        await using var browser = await Browser.Start();
        var page = await browser.Open("about:blank");
        var foreign = new List<string>();
        var refused = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(market.Host.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text);
        };

        await page.GotoAsync($"{market.Host.Address}/graphql");
        await page.Locator(".graphiql-execute-button").ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync("\"key\": \"SIM:", new() { Timeout = 20_000 });
        await page.GetByLabel("Show Documentation Explorer").ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-plugin")).ToContainTextAsync("Subscription", new() { Timeout = 20_000 });

        Assert.Empty(foreign);
        Assert.Empty(refused);
    }

    [Fact]
    public async Task A_person_watches_a_market_move()
    {
        const string subscription = "subscription { quoteChanged(key: \"SIM:BTCUSD\") { occurredAt } }";
        await using var browser = await Browser.Start();
        var page = await browser.Open($"{market.Host.Address}/graphql");

        await page.Locator(".graphiql-editor .monaco-editor").First.ClickAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".graphiql-editor .monaco-editor.focused").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(subscription);
        // What GraphiQL remembers of the text, it has parsed: before that it would take a subscription for a query.
        await page.WaitForFunctionAsync("text => localStorage.getItem('graphiql:query') === text", subscription, new() { Timeout = 20_000 });
        await page.Locator(".graphiql-execute-button").ClickAsync();

        var response = page.Locator(".graphiql-response");
        await Assertions.Expect(response).ToContainTextAsync("occurredAt", new() { Timeout = 20_000 });
        var first = await response.TextContentAsync();
        await Assertions.Expect(response).Not.ToHaveTextAsync(first!, new() { Timeout = 20_000 });
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("*/*")]
    public async Task Programs_are_answered_at_the_same_address(string accept)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await client.GetStringAsync($"{market.Host.Address}/graphql?query=%7B__typename%7D"));
    }
}
