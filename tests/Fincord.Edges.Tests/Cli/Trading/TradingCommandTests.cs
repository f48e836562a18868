using System.Text.Json;
using Fincord.Cli;

namespace Fincord.Edges.Tests.Cli.Trading;

/// <summary>The trading commands against a server that answers as the API does.</summary>
public sealed class TradingCommandTests(AccountStandIn server) : IClassFixture<AccountStandIn>
{
    private const string Orders = $"/api/v1/accounts/{AccountStandIn.AccountId}/orders";

    [Fact]
    public async Task Accounts_are_a_table() => Assert.Equal(
        """
        NAME  VENUE KIND CURRENCY OPENED                 ID
        Paper paper CASH USD      1970-01-01T00:00:01.5Z 01980c5e-0000-7000-8000-000000000001

        """, (await Run("accounts")).Output);

    [Fact]
    public async Task An_account_is_a_table_of_what_it_is_worth_and_its_money() => Assert.Equal(
        """
        WHAT                  AMOUNT CURRENCY
        equity                 100.5 USD
        exposure                  23 USD
        free margin             77.5 USD
        cash                    77.5 USD
        of it held for orders     10 USD
        kill switch               on

        """, (await Run("account", "--account", "paper")).Output);

    [Fact]
    public async Task Terms_are_a_table() => Assert.Equal(
        """
        WHAT                 VALUE
        tick                  0.01
        lot                      1
        smallest quantity        1
        largest quantity      1000
        smallest notional       10
        largest notional   1000000
        contract size            1
        price band               -
        initial margin         0.5
        maintenance margin    0.25
        settlement days          1
        calendar              XNYS

        """, (await Run("terms", "binance:xrpeth")).Output);

    [Theory]
    [InlineData("session"), InlineData("halt", "News pending"), InlineData("resume")]
    public async Task What_a_market_does_is_a_table_whoever_changed_it(string command, params string[] more) => Assert.Equal(
        """
        PHASE  NEXT CHANGE            NEXT PHASE DAY        TIME ZONE        HALT
        HALTED 1970-01-01T00:00:01.5Z CLOSED     1970-01-01 America/New_York News pending

        """, (await Run([command, "binance:xrpeth", .. more])).Output);

    [Fact]
    public async Task An_account_is_opened_in_a_league()
    {
        await Run("accounts", "open", "Summer", "--league", "summer-2026", "--key", "join");

        var asked = server.Asked.Single(asked => asked.Key == "join");
        Assert.Equal(("POST", "/api/v1/accounts"), (asked.Method, asked.Path));
        Assert.Contains("\"league\":\"summer-2026\"", asked.Body);
    }

    [Fact]
    public async Task Positions_are_a_table() => Assert.Equal(
        """
        KEY            QUANTITY AVERAGE COST MARK VALUE UNREALIZED REALIZED FEES
        BINANCE:XRPETH       23            1  1.1  25.3        2.3        0  0.5

        """, (await Run("positions")).Output);

    [Fact]
    public async Task Fills_are_a_table() => Assert.Equal(
        """
        TIME                   KEY            SIDE QUANTITY  PRICE NOTIONAL FEE REALIZED LIQUIDITY ORDER
        1970-01-01T00:00:01.5Z BINANCE:XRPETH BUY         2 0.0012   0.0024   0        0 MAKER     01980c5e-0000-7000-8000-000000000002

        """, (await Run("fills")).Output);

    [Fact]
    public async Task Settlements_are_a_table_of_money_and_of_what_is_delivered() => Assert.Equal(
        """
        DAY        KEY            STATUS  UNITS MONEY CURRENCY FILLS
        -          cash           SETTLED        77.5 USD
        -          cash           PENDING          -2 USD
        1970-01-01 BINANCE:XRPETH PENDING     2    -2 USD          1

        """, (await Run("settlements")).Output);

    [Fact]
    public async Task Actions_of_an_instrument_are_a_table() => Assert.Equal(
        """
        EFFECTIVE              KEY            KIND  RATE PRICE CASH RATIO INTO COST SHARE SYMBOL KNOWN
        1970-01-01T00:00:01.5Z BINANCE:XRPETH SPLIT    -    50    - 2:1   -             - -      1970-01-01T00:00:01.5Z

        """, (await Run("action", "list", "BINANCE:XRPETH")).Output);

    [Theory]
    [InlineData("split --ratio 2:1 --price 50", """ "kind":"SPLIT","price":"50","newUnits":2,"oldUnits":1 """)]
    [InlineData("dividend --cash 0.5", """ "kind":"DIVIDEND","cashPerUnit":"0.5" """)]
    [InlineData("funding --rate -0.0001 --price 100", """ "kind":"FUNDING","rate":"-0.0001","price":"100" """)]
    [InlineData("spin-off --ratio 1:4 --into XNAS:NEW --price 8 --cost-share 0.2", """ "kind":"SPIN_OFF","price":"8","newUnits":1,"oldUnits":4,"intoKey":"XNAS:NEW","costShare":"0.2" """)]
    [InlineData("symbol-change --symbol META", """ "kind":"SYMBOL_CHANGE","symbol":"META" """)]
    public async Task An_announced_action_says_what_its_words_say(string words, string rest)
    {
        var key = $"act-{words.Split(' ')[0]}";

        var run = await Run(["action", "announce", "BINANCE:XRPETH", .. words.Split(' '), "--at", "2026-01-02", "--key", key]);

        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Equal(
            Sorted($$"""{"instrumentKey":"BINANCE:XRPETH","effectiveAt":"2026-01-02T00:00:00.000000000Z",{{rest}}}"""), Sorted(Said(server.Asked.Single(asked => asked.Key == key))));
    }

    [Fact]
    public async Task A_statement_is_a_table_from_opening_to_closing_and_what_it_brought() => Assert.Equal(
        """
        WHAT             AMOUNT UNIT           ENTRIES
        opening equity      100 USD
        opening cash        100 USD
        FILL                -22 USD                  1
        FEE                -0.5 USD                  1
        closing equity    100.5 USD
        closing cash       77.5 USD
        closing position     23 BINANCE:XRPETH
        realized              0 USD
        unrealized            1 USD
        income                0 USD
        fees               -0.5 USD
        total               0.5 USD

        """, (await Run("statement", "--from", "2026-01-01")).Output);

    [Fact]
    public async Task Days_are_a_table() => Assert.Equal(
        """
        DAY        TOTAL REALIZED UNREALIZED INCOME FEES FLOW EQUITY RETURN %
        1970-01-01   0.5        0          1      0  0.5    0  100.5      0.5

        """, (await Run("pnl")).Output);

    [Fact]
    public async Task Trades_are_a_table() => Assert.Equal(
        """
        OPENED                 CLOSED                 KEY            SIDE QUANTITY ENTRY PRICE EXIT PRICE REALIZED FEES  NET ORIGIN
        1970-01-01T00:00:01.5Z 1970-01-01T00:00:01.5Z BINANCE:XRPETH BUY         2         1.1        1.2      0.2 0.05 0.15 BOT

        """, (await Run("trades")).Output);

    [Fact]
    public async Task Measures_of_risk_are_a_table_and_what_is_not_known_a_dash() => Assert.Equal(
        """
        TIME                   EQUITY GROSS NET LEVERAGE MARGIN RATIO HORIZON PERIODS VAR 95 CVAR 95 NORMAL 95 VAR 99 CVAR 99
        1970-01-01T00:00:01.5Z  100.5    23  23 0.228856            - D1           30  -1.25    -1.5      -1.2      -       -

        """, (await Run("risk")).Output);

    [Fact]
    public async Task Performance_is_a_table()
    {
        var lines = (await Run("performance")).Output.Split('\n');

        Assert.Matches("^time-weighted return % +0\\.5$", lines[1]);
        Assert.Matches("^Sharpe +-$", lines[7]);
    }

    [Fact]
    public async Task A_placed_order_is_shown_as_it_is_once_the_venue_has_answered()
    {
        var run = await Run("order", "place", "binance:xrpeth", "buy", "5", "--limit", "0.00123", "--key", "once");

        Assert.Equal(
            """
            PLACED                 KEY            SIDE TYPE  QUANTITY   LIMIT TRIGGER STATUS           FILLED AVERAGE PRICE CODE ID
            1970-01-01T00:00:01.5Z BINANCE:XRPETH BUY  LIMIT        5 0.00123       - PARTIALLY_FILLED      2        0.0012 -    01980c5e-0000-7000-8000-000000000002

            """, run.Output);
        var asked = server.Asked.Single(asked => asked.Key == "once");
        Assert.Equal(("POST", Orders), (asked.Method, asked.Path));
        Assert.Equal(
            Sorted("""{"instrumentKey":"BINANCE:XRPETH","side":"BUY","type":"LIMIT","quantity":"5","limitPrice":"0.00123"}"""), Sorted(Said(asked)));
    }

    [Theory]
    [InlineData("", "MARKET", "")]
    [InlineData("--stop 2", "STOP", ""","triggerPrice":"2" """)]
    [InlineData("--stop 2 --limit 1", "STOP_LIMIT", ""","limitPrice":"1","triggerPrice":"2" """)]
    [InlineData("--touch 2", "MARKET_IF_TOUCHED", ""","triggerPrice":"2" """)]
    [InlineData("--touch 2 --limit 1", "LIMIT_IF_TOUCHED", ""","limitPrice":"1","triggerPrice":"2" """)]
    [InlineData("--trail 25", "TRAILING_STOP", ""","trailingAmount":"25" """)]
    [InlineData("--trail 2.5%", "TRAILING_STOP", ""","trailingPercent":"2.5" """)]
    [InlineData("--limit 1 --display 0.5 --post-only", "LIMIT", ""","limitPrice":"1","displayQuantity":"0.5","postOnly":true""")]
    [InlineData("--limit 1 --tif fok --reduce-only", "LIMIT", ""","limitPrice":"1","timeInForce":"FILL_OR_KILL","reduceOnly":true""")]
    [InlineData("--limit 1 --until 2026-01-02", "LIMIT", ""","limitPrice":"1","timeInForce":"GOOD_TILL_DATE","expiresAt":"2026-01-02T00:00:00.000000000Z" """)]
    [InlineData("--take-profit 3 --stop-loss 1", "MARKET", ""","takeProfit":"3","stopLoss":"1" """)]
    public async Task The_type_of_an_order_follows_from_its_prices(string options, string type, string rest)
    {
        var key = $"type-{options}";

        var run = await Run(["order", "place", "BINANCE:XRPETH", "sell", "1", "--key", key, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Equal(
            Sorted($$"""{"instrumentKey":"BINANCE:XRPETH","side":"SELL","type":"{{type}}","quantity":"1"{{rest.TrimEnd()}}}"""),
            Sorted(Said(server.Asked.Single(asked => asked.Key == key))));
    }

    [Fact]
    public async Task Each_order_has_a_key_of_its_own_unless_one_is_named()
    {
        await Run("order", "place", "BINANCE:XRPETH", "buy", "77");
        await Run("order", "place", "BINANCE:XRPETH", "buy", "77");

        var keys = server.Asked.Where(asked => asked.Body.Contains("\"77\"", StringComparison.Ordinal)).Select(asked => asked.Key).ToList();
        Assert.Equal(2, keys.Distinct().Count());
        Assert.All(keys, key => Assert.True(Guid.TryParse(key, out _)));
    }

    [Fact]
    public async Task An_order_is_amended_if_it_has_the_version_that_was_seen()
    {
        var run = await Run("order", "amend", AccountStandIn.OrderId, "--limit", "2", "--version-seen", "4", "--key", "amend");

        Assert.Contains("PARTIALLY_FILLED", run.Output, StringComparison.Ordinal);
        var asked = server.Asked.Single(asked => asked.Key == "amend");
        Assert.Equal(("PATCH", $"{Orders}/{AccountStandIn.OrderId}", "\"4\""), (asked.Method, asked.Path, asked.IfMatch));
        Assert.Equal("""{"limitPrice":"2"}""", Said(asked));
    }

    [Fact]
    public async Task Settings_of_an_account_are_changed_if_they_have_the_version_that_was_seen()
    {
        var run = await Run(
            "account", "set", "--name", "Renamed", "--leverage", "2", "--margin-mode", "isolated", "--max-order", "1000", "--version-seen", "1", "--key", "set");

        Assert.Equal(
            """
            NAME    VENUE KIND LEVERAGE MARGIN VERSION
            Renamed paper CASH        1 CROSS        2

            """, run.Output);
        var asked = server.Asked.Single(asked => asked.Key == "set");
        Assert.Equal(("PATCH", $"/api/v1/accounts/{AccountStandIn.AccountId}", "\"1\""), (asked.Method, asked.Path, asked.IfMatch));
        var body = JsonDocument.Parse(asked.Body).RootElement;
        Assert.Equal(
            ("Renamed", "2", "ISOLATED", "1000"),
            (body.GetProperty("name").GetString(), body.GetProperty("leverage").GetString(), body.GetProperty("marginMode").GetString(),
                body.GetProperty("limits").GetProperty("maxOrderNotional").GetString()));
    }

    [Fact]
    public async Task Limits_that_are_not_named_stay()
    {
        await Run("account", "set", "--name", "Renamed", "--key", "rename");

        Assert.Equal("""{"name":"Renamed"}""", Said(server.Asked.Single(asked => asked.Key == "rename")));
    }

    [Theory]
    [InlineData(AccountStandIn.OrderId, $"{Orders}/{AccountStandIn.OrderId}")]
    [InlineData("--all", Orders)]
    public async Task One_order_is_cancelled_or_all_are(string what, string path)
    {
        var key = $"cancel-{what}";

        var run = await Run("order", "cancel", what, "--key", key, "--account", AccountStandIn.AccountId);

        Assert.Equal((ExitCodes.Ok, ""), (run.ExitCode, run.Error));
        var asked = server.Asked.Single(asked => asked.Key == key);
        Assert.Equal(("DELETE", path), (asked.Method, asked.Path));
    }

    [Fact]
    public async Task Orders_as_JSON_are_one_document()
    {
        var run = await Run("order", "list", "--open", "--json");

        Assert.Equal("PARTIALLY_FILLED", JsonDocument.Parse(run.Output).RootElement.GetProperty("results")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_denied_order_is_one_line_with_its_numbers()
    {
        var run = await Run("order", "place", "BINANCE:XRPETH", "buy", "9999", "--limit", "1");

        Assert.Equal(new Ran(ExitCodes.Refused, "", $"fincord: INSUFFICIENT_BALANCE: Not enough money is free. (100 USD; the limit is 77.5){Environment.NewLine}"), run);
    }

    [Theory]
    [InlineData("on", """{"isOn":true,"reason":"A drill."}""")]
    [InlineData("off", """{"reason":"A drill."}""")]
    public async Task A_kill_switch_is_turned_for_a_scope_with_a_reason(string how, string said)
    {
        var run = await Run("kill-switch", how, "venue:paper", "--reason", "A drill.", "--key", $"switch-{how}");

        Assert.Equal(
            """
            SCOPE       SWITCH ACCOUNTS REACHED STILL TRIED
            venue:paper on                    3           1

            """, run.Output);
        var asked = server.Asked.Single(asked => asked.Key == $"switch-{how}");
        Assert.Equal(("PUT", "/api/v1/risk/kill-switches/venue:paper", said), (asked.Method, asked.Path, Said(asked)));
    }

    [Fact]
    public async Task Kill_switches_that_are_on_are_listed() => Assert.Contains("A drill.", (await Run("kill-switch", "list")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_budget_is_shown_with_what_is_used_of_it() => Assert.Equal(
        """
        WHAT                USED LIMIT UNIT
        exposure             300  1000 USD
        of it leased beyond 20.5     - USD
        daily loss             0     - USD
        drawdown            0.02   0.1
        orders a second        -    50
        orders at once         -   100
        accounts               3     -

        """, (await Run("budget", "show", "venue:paper")).Output);

    [Theory]
    [InlineData("""{"maxExposure":"1000","maxDrawdown":"0.1","ordersPerSecond":50,"orderBurst":100,"reason":"A drill."}""", "--max-exposure", "1000", "--max-drawdown", "0.1", "--orders-per-second", "50", "--burst", "100")]
    [InlineData("""{"isUnlimited":true,"reason":"A drill."}""", "--none")]
    public async Task A_budget_is_set_for_a_scope_with_a_reason(string said, params string[] limits)
    {
        var run = await Run(["budget", "set", "venue:paper", "--reason", "A drill.", "--key", $"budget-{limits.Length}", .. limits]);

        Assert.Equal((ExitCodes.Ok, ""), (run.ExitCode, run.Error));
        var asked = server.Asked.Single(asked => asked.Key == $"budget-{limits.Length}");
        Assert.Equal(("PUT", "/api/v1/risk/budgets/venue:paper", said), (asked.Method, asked.Path, Said(asked)));
    }

    [Theory]
    [InlineData("nobody", "No account is called 'nobody'.")]
    [InlineData("01980c5e-0000-7000-8000-00000000000f", "No account of yours has this id.")]
    public async Task An_account_that_is_not_there_is_refused_in_one_line(string account, string reason)
    {
        var run = await Run("account", "--account", account);

        Assert.Equal(new Ran(ExitCodes.Refused, "", $"fincord: UNKNOWN_ACCOUNT: {reason}{Environment.NewLine}"), run);
    }

    [Theory]
    [InlineData("order")]
    [InlineData("order", "place")]
    [InlineData("order", "place", "BINANCE:XRPETH", "hold", "1")]
    [InlineData("order", "place", "BINANCE:XRPETH", "buy", "much")]
    [InlineData("order", "place", "BINANCE:XRPETH", "buy", "NaN")]
    [InlineData("order", "place", "XRPETH", "buy", "1")]
    [InlineData("order", "place", "BINANCE:XRPETH", "buy", "1", "--limit", "x")]
    [InlineData("order", "place", "BINANCE:XRPETH", "buy", "1", "--stop", "1", "--touch", "2")]
    [InlineData("order", "place", "BINANCE:XRPETH", "buy", "1", "--tif", "soon")]
    [InlineData("order", "place", "BINANCE:XRPETH", "buy", "1", "--trail", "x%")]
    [InlineData("order", "place", "BINANCE:XRPETH", "buy", "1", "--tif", "day", "--until", "2026-01-02")]
    [InlineData("account", "set", "--leverage", "much")]
    [InlineData("account", "set", "--margin-mode", "sideways")]
    [InlineData("action", "announce", "BINANCE:XRPETH", "gift")]
    [InlineData("action", "announce", "BINANCE:XRPETH", "split", "--ratio", "2")]
    [InlineData("order", "cancel")]
    [InlineData("order", "cancel", "x", "--all")]
    [InlineData("kill-switch", "on", "venue:paper")]
    [InlineData("kill-switch", "on", "everything", "--reason", "why")]
    [InlineData("kill-switch", "off", "venue:paper", "--reason", "why", "--close")]
    [InlineData("budget", "set", "venue:paper", "--reason", "why")]
    [InlineData("budget", "set", "venue:paper", "--reason", "why", "--none", "--max-exposure", "1")]
    [InlineData("budget", "set", "venue:paper", "--max-exposure", "1")]
    [InlineData("budget", "set", "everything", "--reason", "why", "--none")]
    [InlineData("budget", "set", "venue:paper", "--reason", "why", "--max-exposure", "much")]
    public async Task Wrong_arguments_are_one_line_and_ask_no_server(params string[] args)
    {
        var before = server.Asked.Count;

        var run = await Run(args);

        Assert.Matches("^fincord: INVALID_ARGUMENT: .*\n$", run.Error);
        Assert.Equal((ExitCodes.BadArguments, ""), (run.ExitCode, run.Output));
        Assert.Equal(before, server.Asked.Count);
    }

    // What a request says, without what it leaves open.
    private static string Said(Asked asked) => JsonSerializer.Serialize(
        JsonDocument.Parse(asked.Body).RootElement.EnumerateObject()
            .Where(property => property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)).ToDictionary(property => property.Name, property => property.Value));

    private static string Sorted(string json) => string.Join('\n', JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => property.ToString()).Order(StringComparer.Ordinal));

    private Task<Ran> Run(params string[] args) => CommandLine.Run(server.Address, isTerminal: false, args);
}
