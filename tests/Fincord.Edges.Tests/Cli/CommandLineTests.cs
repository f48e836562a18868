using System.Text.Json;
using Fincord.Cli;
using Fincord.Schemas.Views;

namespace Fincord.Edges.Tests.Cli;

/// <summary>The command line against a server that answers as the API does.</summary>
public sealed class CommandLineTests(StandIn server) : IClassFixture<StandIn>
{
    [Fact]
    public async Task A_quote_is_a_table_with_numbers_to_their_last_digit()
    {
        var run = await Run("quote", "binance:xrpeth");

        Assert.Equal(
            """
            KEY                BID BID SIZE ASK ASK SIZE       LAST LAST SIZE TIME
            BINANCE:XRPETH 0.00123        5   -        - 0.00123456         1 1970-01-01T00:00:01.5Z

            """, run.Output);
        Assert.Equal((ExitCodes.Ok, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_key_with_a_slash_stays_one_segment_of_the_address()
    {
        await Run("quote", "KRAKEN:BTC/EUR");

        Assert.Contains("/api/v1/instruments/KRAKEN%3ABTC%2FEUR/quote", server.Requests);
    }

    [Fact]
    public async Task A_quote_as_JSON_is_the_body_of_the_server()
    {
        var run = await Run("quote", "BINANCE:XRPETH", "--json");

        Assert.Equal(
            """
            {"key":"BINANCE:XRPETH","bid":"0.00123","bidSize":"5","ask":null,"askSize":null,"last":"0.00123456","lastSize":"1","occurredAt":"1970-01-01T00:00:01.500000000Z"}

            """, run.Output);
    }

    [Fact]
    public async Task Candles_are_a_table_with_the_oldest_first()
    {
        var run = await Run("candles", "BINANCE:XRPETH", "--interval", "M1", "--limit", "2");

        Assert.Equal(
            """
            OPEN TIME              OPEN HIGH  LOW CLOSE VOLUME         VWAP TRADES REVISION STATE
            1970-01-01T00:00:00Z 100.34  101 99.5   100     23 100.12345678      3        0 closed
            1970-01-01T00:01:00Z 100.34  101 99.5 100.1     23 100.12345678      3        0 closed

            """, run.Output);
        Assert.Equal($"There are more candles after 1970-01-01T00:01:00.000000000Z: raise --limit.{Environment.NewLine}", run.Error);
    }

    [Fact]
    public async Task Candles_are_read_page_after_page_up_to_the_limit()
    {
        server.PageLimit = 2;
        var run = await Run("candles", "BINANCE:XRPETH", "-i", "m1", "--limit", "5", "--json");
        server.PageLimit = 1_000;

        var page = JsonSerializer.Deserialize<PageView<CandleView>>(run.Output, FincordJson.Options)!;
        Assert.Equal(Enumerable.Range(0, 5).Select(StandIn.Candle), page.Results);
        Assert.Equal("1970-01-01T00:04:00.000000000Z", page.Next);
    }

    [Fact]
    public async Task Candles_of_a_range_are_asked_for_in_nanoseconds_and_a_date_is_its_midnight()
    {
        await Run("candles", "BINANCE:XRPETH", "-i", "H1", "--from", "2018-01-02", "--to", "2018-01-03T01:00:00.000000001+01:00");

        Assert.Contains(
            "/api/v1/instruments/BINANCE%3AXRPETH/candles?interval=H1&from=2018-01-02T00%3A00%3A00.000000000Z&to=2018-01-03T00%3A00%3A00.000000001Z&limit=100",
            server.Requests);
    }

    [Fact]
    public async Task Instruments_are_a_table_by_key()
    {
        var run = await Run("instruments");

        Assert.Equal(
            """
            KEY            NAME      TYPE        CURRENCY PRICE DIGITS SIZE DIGITS ID
            BINANCE:XRPETH XRP / ETH CRYPTO_SPOT ETH                 8           8 42
            KRAKEN:BTC/EUR BTC / EUR CRYPTO_SPOT EUR                 8           8  7

            """, run.Output);
    }

    [Fact]
    public async Task Instruments_as_JSON_are_one_document_without_a_next_page()
    {
        var run = await Run("instruments", "--json");

        var root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["results"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("42", root.GetProperty("results")[0].GetProperty("id").GetString());
        Assert.Equal("CRYPTO_SPOT", root.GetProperty("results")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Instruments_after_a_key_are_asked_for_with_that_key()
    {
        await Run("instruments", "--after", "kraken:btc/eur", "-n", "3");

        Assert.Contains("/api/v1/instruments?after=KRAKEN%3ABTC%2FEUR&limit=3", server.Requests);
    }

    [Fact]
    public async Task A_refusal_of_the_server_is_its_code_and_reason_on_the_error_stream()
    {
        var run = await Run("quote", "BINANCE:NOBODY");

        Assert.Equal($"fincord: UNKNOWN_INSTRUMENT: No instrument is known by this key.{Environment.NewLine}", run.Error);
        Assert.Equal((ExitCodes.Refused, ""), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("BINANCE:HTML")]
    [InlineData("BINANCE:ODD")]
    public async Task An_answer_in_another_language_is_refused_in_one_line(string key)
    {
        var run = await Run("quote", key);

        Assert.Matches("^fincord: NOT_UNDERSTOOD: .*\n$", run.Error);
        Assert.Equal((ExitCodes.Refused, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_in_one_line()
    {
        var run = await Run("quote", "BINANCE:XRPETH", "--server", "http://127.0.0.1:1");

        Assert.Matches(@"^fincord: UNREACHABLE: http://127\.0\.0\.1:1 does not answer .*\n$", run.Error);
        Assert.Equal(ExitCodes.Refused, run.ExitCode);
    }

    [Theory]
    [InlineData("quote")]
    [InlineData("quote", "XRPETH")]
    [InlineData("quote", "BINANCE:XRPETH", "--server", "localhost")]
    [InlineData("quote", "BINANCE:XRPETH", "--colour")]
    [InlineData("candles", "BINANCE:XRPETH")]
    [InlineData("candles", "BINANCE:XRPETH", "--interval", "M2")]
    [InlineData("candles", "BINANCE:XRPETH", "--interval", "3")]
    [InlineData("candles", "BINANCE:XRPETH", "-i", "M1", "--from", "yesterday")]
    [InlineData("candles", "BINANCE:XRPETH", "-i", "M1", "--limit", "0")]
    [InlineData("instruments", "--after", "nothing")]
    [InlineData("sell")]
    [InlineData]
    public async Task Wrong_arguments_are_one_line_and_ask_no_server(params string[] args)
    {
        var before = server.Requests.Count;
        var run = await Run(args);

        Assert.Matches("^fincord: INVALID_ARGUMENT: .*\n$", run.Error);
        Assert.Equal((ExitCodes.BadArguments, ""), (run.ExitCode, run.Output));
        Assert.Equal(before, server.Requests.Count);
    }

    [Fact]
    public async Task Only_a_terminal_gets_borders()
    {
        var run = await CommandLine.Run(server.Address, isTerminal: true, ["instruments"]);

        Assert.Contains("│ BINANCE:XRPETH", run.Output);
    }

    [Fact]
    public async Task Cancelling_a_command_ends_it_quietly()
    {
        using var cancellation = new CancellationTokenSource();
        var running = CommandLine.Run(server.Address, isTerminal: false, ["quote", "BINANCE:SLOW"], cancellation.Token);
        while (!server.Requests.Contains("/api/v1/instruments/BINANCE%3ASLOW/quote")) await Task.Yield();
        await cancellation.CancelAsync();
        var run = await running;

        Assert.Equal(new Ran(ExitCodes.Interrupted, "", ""), run);
    }

    private Task<Ran> Run(params string[] args) => CommandLine.Run(server.Address, isTerminal: false, args);
}
