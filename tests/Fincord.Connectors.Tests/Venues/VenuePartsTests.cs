using System.Text;
using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fincord.Connectors.Tests.Venues;

public sealed class VenuePartsTests
{
    [Theory]
    [InlineData(0.0, 1, 50), InlineData(0.999, 1, 99), InlineData(0.0, 3, 200), InlineData(0.0, 40, 500)]
    public void Pauses_double_up_to_a_most_with_jitter_below(double random, int failures, int milliseconds) =>
        Assert.Equal(milliseconds, (int)new Backoff(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), () => random).After(failures).TotalMilliseconds);

    [Theory]
    [InlineData("""{"n":"0.10000000"}""", "0.1"), InlineData("""{"n":12345678901234567890.12345678}""", "12345678901234567890.12345678"), InlineData("""{"n":"1e-8"}""", "0.00000001")]
    public void Numbers_are_read_as_they_are_written(string json, string number) => Assert.Equal(number, Parse(json).Exact("n").ToWire());

    [Theory]
    [InlineData("""{"n":"NaN"}"""), InlineData("""{"n":"1,5"}"""), InlineData("""{"n":"1.23456789012345678901234567890"}"""), InlineData("""{"n":null}"""), InlineData("{}")]
    public void What_is_no_number_or_would_be_rounded_is_refused(string json) => Assert.Throws<VenueFormatException>(() => Parse(json).Exact("n"));

    [Fact]
    public void What_a_scale_cannot_hold_is_refused() => Assert.Throws<VenueFormatException>(() => new DecimalScale(2).ToCount(1.005m));

    [Fact]
    public void No_live_venue_is_there_until_it_is_enabled()
    {
        Assert.DoesNotContain(Services([]), service => service.ServiceType == typeof(IVenue));
        Assert.Single(Services(new() { ["Venues:BinanceFutures:Enabled"] = "true" }), service => service.ServiceType == typeof(IVenue));
    }

    [Fact]
    public async Task A_key_is_found_only_for_its_account_and_venue()
    {
        var account = new AccountId(Guid.CreateVersion7());
        var keys = Services(new()
        {
            ["Venues:BinanceFutures:Enabled"] = "true", [$"Venues:Keys:{account}:Venue"] = "binance-futures", [$"Venues:Keys:{account}:Key"] = "k", [$"Venues:Keys:{account}:Secret"] = "s", [$"Venues:Keys:{account}:HedgeMode"] = "true",
        }).BuildServiceProvider().GetRequiredService<IVenueCredentials>();

        var found = await keys.Find("binance-futures", account, CancellationToken.None);

        Assert.Equal(("k", "s", true), (found!.Key, found.Secret, found.IsHedged));
        Assert.Null(await keys.Find("binance", account, CancellationToken.None));
        Assert.Null(await keys.Find("binance-futures", new(Guid.CreateVersion7()), CancellationToken.None));
    }

    [Fact]
    public async Task A_key_is_found_by_the_account_s_id_without_hyphens_too()
    {
        var account = new AccountId(Guid.CreateVersion7());
        var keys = Services(new()
        {
            ["Venues:Alpaca:Enabled"] = "true", [$"Venues:Keys:{account.Value:N}:Venue"] = "alpaca", [$"Venues:Keys:{account.Value:N}:Key"] = "k", [$"Venues:Keys:{account.Value:N}:Secret"] = "s",
        }).BuildServiceProvider().GetRequiredService<IVenueCredentials>();

        Assert.Equal("k", (await keys.Find("alpaca", account, CancellationToken.None))!.Key);
    }

    [Theory]
    [InlineData("Venues:Binance:Rest", "ftp://api.binance.com", "Venues:Binance:Rest is the scheme and host")]
    [InlineData("Venues:Binance:Rest", "http://api.binance.com", "Venues:Binance:Rest is the scheme and host")]
    [InlineData("Venues:Binance:Rest", "https://api.binance.com/api", "Venues:Binance:Rest is the scheme and host")]
    [InlineData("Venues:Binance:Stream", "ws://ws-api.binance.com", "Venues:Binance:Stream is the scheme and host")]
    [InlineData("Venues:Keys:nobody:Venue", "binance", "Venues:Keys:nobody is not named after an account's id.")]
    [InlineData("Venues:Keys:01980c5e-0000-7000-8000-000000000001:Venue", "kraken", "is the name of a live venue that is enabled, not 'kraken'")]
    [InlineData("Venues:Keys:01980c5e-0000-7000-8000-000000000001:Venue", "alpaca", "is the name of a live venue that is enabled, not 'alpaca'")]
    [InlineData("Venues:Keys:01980c5e-0000-7000-8000-000000000001:Venue", "binance", "needs a Key and a Secret")]
    [InlineData("Venues:RequestTimeout", "00:00:00", "RequestTimeout")]
    public void A_setting_that_makes_no_sense_is_named(string setting, string value, string complaint)
    {
        var services = Services(new() { ["Venues:Binance:Enabled"] = "true", [setting] = value }).BuildServiceProvider();

        var invalid = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<VenueOptions>>().Value);

        Assert.Contains(invalid.Failures, failure => failure.Contains(complaint, StringComparison.Ordinal));
        Assert.DoesNotContain("secret-half", invalid.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_with_a_typing_error_in_its_name_is_named()
    {
        var services = Services(new() { ["Venues:BinanceFuture:Enabled"] = "true" }).BuildServiceProvider();

        var invalid = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IOptions<VenueOptions>>().Value);

        Assert.Contains("BinanceFuture", invalid.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://fapi.binance.com", "binance-futures (live: real money, fapi.binance.com)")]
    [InlineData("https://testnet.binancefuture.com", "binance-futures (paper: play money, testnet.binancefuture.com)")]
    [InlineData("http://127.0.0.1:99", "binance-futures (127.0.0.1:99, not a server of the venue's own)")]
    public void A_venue_is_described_by_whose_money_is_at_stake(string rest, string words) =>
        Assert.Equal([words], VenueNames.Describe(new() { BinanceFutures = new() { Enabled = true, Rest = rest, Stream = "wss://x" } }));

    private static ServiceCollection Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLiveVenues(configuration, () => 0.5);
        return services;
    }

    private static System.Text.Json.JsonElement Parse(string json) => VenueJson.Parse(Encoding.UTF8.GetBytes(json));
}
