using System.Text;
using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
            [$"Venues:Keys:{account}:Venue"] = "binance-futures", [$"Venues:Keys:{account}:Key"] = "k", [$"Venues:Keys:{account}:Secret"] = "s", [$"Venues:Keys:{account}:HedgeMode"] = "true",
        }).BuildServiceProvider().GetRequiredService<IVenueCredentials>();

        var found = await keys.Find("binance-futures", account, CancellationToken.None);

        Assert.Equal(("k", "s", true), (found!.Key, found.Secret, found.IsHedged));
        Assert.Null(await keys.Find("binance", account, CancellationToken.None));
        Assert.Null(await keys.Find("binance-futures", new(Guid.CreateVersion7()), CancellationToken.None));
    }

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
