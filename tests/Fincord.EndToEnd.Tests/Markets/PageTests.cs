using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Fincord.EndToEnd.Tests.Markets;

public sealed class PageTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_chart_draws_the_candles_that_the_raw_file_gives()
    {
        var path = Programs.Fixture("sim-trades.json.gz");
        await using var browser = await Browser.Start();
        await using var host = await FincordHost.Replay(_data, path, "TEST:A");
        await host.Replayed();
        var expected = RawTrade.ToMinutes(RawTrade.ReadJson(path));

        var page = await browser.Open($"{host.Address}/?key=TEST:A&interval=M1");
        await page.WaitForFunctionAsync("count => window.fincord?.series().length === count", expected.Count);
        var drawn = await page.EvaluateAsync<JsonElement>("window.fincord.series()");

        Assert.Equal(
            expected.Select(candle => (DateTimeOffset.Parse(candle.OpenTime).ToUnixTimeSeconds(), (double)candle.Open, (double)candle.High,
                (double)candle.Low, (double)candle.Close, (double)candle.Volume)),
            drawn.EnumerateArray().Select(candle => (candle.GetProperty("time").GetInt64(), Number(candle, "open"), Number(candle, "high"),
                Number(candle, "low"), Number(candle, "close"), Number(candle, "volume"))));
        Assert.Equal("TEST:A", await page.GetByTestId("instrument-item").GetAttributeAsync("data-key"));
    }

    [Fact]
    public async Task The_list_shows_every_instrument_and_the_chart_moves_with_the_market()
    {
        await using var browser = await Browser.Start();
        await using var host = await FincordHost.Start(_data);

        var page = await browser.Open($"{host.Address}/?key=SIM:BTCUSD&interval=S1");
        await page.WaitForFunctionAsync("() => window.fincord?.series().length > 10");
        var newest = await page.EvaluateAsync<long>("window.fincord.series().at(-1).time");
        await page.WaitForFunctionAsync("newest => window.fincord.series().at(-1).time > newest + 1", newest);
        var keys = (await host.GetJson("/api/v1/instruments")).GetProperty("results").EnumerateArray().Select(instrument => instrument.GetProperty("key").GetString()!);

        var listed = new List<string?>();
        foreach (var item in await page.GetByTestId("instrument-item").AllAsync()) listed.Add(await item.GetAttributeAsync("data-key"));
        Assert.Equal(keys, listed);
        await Assertions.Expect(page.GetByTestId("status")).ToHaveAttributeAsync("data-state", "live");
    }

    [Fact]
    public async Task On_a_phone_nothing_sticks_out_sideways()
    {
        await using var browser = await Browser.Start();
        await using var host = await FincordHost.Start(_data);

        var page = await browser.Open($"{host.Address}/", width: 360, height: 740);
        await page.WaitForFunctionAsync("() => window.fincord?.series().length > 10");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    private static double Number(JsonElement candle, string name) => candle.GetProperty(name).GetDouble();
}
