using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;
using Fincord.Storage.Markets;
using Fincord.Storage.Sqlite;

namespace Fincord.Grains.Tests.Storage;

public sealed class InstrumentRegistryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private SqliteDatabase _database;

    public InstrumentRegistryTests() => _database = OpenDatabase();

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Ids_rise_from_one_and_an_instrument_is_found_by_id_and_by_key_also_after_reopening()
    {
        var registry = await SqliteInstrumentRegistry.Open(_database);
        var first = await registry.Register(Sample.Definition("BINANCE:XRPETH"), Sample.Noon, default);
        var second = await registry.Register(Sample.Definition("OPRA:AAPL  260116C00150000"), Sample.Noon, default);
        Assert.Equal((new InstrumentId(1), new InstrumentId(2)), (first.Id, second.Id));

        _database.Dispose();
        _database = OpenDatabase();
        registry = await SqliteInstrumentRegistry.Open(_database);
        Assert.Equal(first, await registry.Find(first.Key, default));
        Assert.Equal(second, await registry.Find(second.Id, default));
        Assert.Equal(new InstrumentScales(new(2), new(8)), registry.Of(first.Id));
        Assert.Equal(new InstrumentId(3), (await registry.Register(Sample.Definition("SIM:NEW"), Sample.Noon, default)).Id);
    }

    [Fact]
    public async Task What_is_not_registered_is_not_found()
    {
        var registry = await SqliteInstrumentRegistry.Open(_database);

        Assert.Null(await registry.Find(new InstrumentId(1), default));
        Assert.Null(await registry.Find(InstrumentKey.Parse("SIM:NO"), default));
        Assert.Throws<UnknownInstrumentException>(() => registry.Of(new(1)));
        Assert.Equal(0, await registry.Count(default));
    }

    [Fact]
    public async Task Registering_a_known_key_returns_the_instrument_as_it_is()
    {
        var registry = await SqliteInstrumentRegistry.Open(_database);
        var first = await registry.Register(Sample.Definition("SIM:A"), Sample.Noon, default);

        var again = await registry.Register(Sample.Definition("SIM:A") with { Name = "Other", PriceScale = new(5) }, Sample.Noon, default);

        Assert.Same(first, again);
    }

    [Fact]
    public async Task A_hundred_registrations_at_once_give_each_key_one_id_without_gaps()
    {
        var registry = await SqliteInstrumentRegistry.Open(_database);

        var registered = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => registry.Register(Sample.Definition($"SIM:K{i % 10}"), Sample.Noon, default))));

        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), registered.Select(instrument => instrument.Id.Value).Distinct().Order());
        Assert.All(registered.GroupBy(instrument => instrument.Key), same => Assert.Single(same.Distinct(ReferenceEqualityComparer.Instance)));
        Assert.Equal(10, await registry.Count(default));
    }

    [Fact]
    public async Task Instruments_are_listed_by_key_in_pages()
    {
        var registry = await SqliteInstrumentRegistry.Open(_database);
        string[] keys = ["SIM:B", "SIM:A-1", "SIM:A", "BINANCE:XRPETH", "SIM:C"];
        foreach (var key in keys)
        {
            await registry.Register(Sample.Definition(key), Sample.Noon, default);
            await registry.List(null, 1, default);
        }

        Assert.Equal(["BINANCE:XRPETH", "SIM:A", "SIM:A-1"], Keys(await registry.List(null, 3, default)));
        Assert.Equal(["SIM:B", "SIM:C"], Keys(await registry.List(InstrumentKey.Parse("SIM:A-1"), int.MaxValue, default)));
        Assert.Equal(["SIM:B"], Keys(await registry.List(InstrumentKey.Parse("SIM:AZ"), 1, default)));
        Assert.Empty(await registry.List(InstrumentKey.Parse("SIM:C"), 10, default));
        Assert.Empty(await registry.List(null, 0, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => registry.List(null, -1, default));
    }

    private SqliteDatabase OpenDatabase() => MarketDatabase.Open(_folder.Combine("market.db"), TimeProvider.System);

    private static IEnumerable<string> Keys(IReadOnlyList<Instrument> instruments) => instruments.Select(instrument => instrument.Key.Value);
}
