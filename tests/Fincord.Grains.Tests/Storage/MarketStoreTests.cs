using System.Collections.Immutable;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Storage;
using Fincord.Storage.Markets;
using Fincord.Storage.Sqlite;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Grains.Tests.Storage;

public sealed class MarketStoreTests : IDisposable
{
    private static readonly InstrumentCheckpoint NoCheckpoint = new(-1, MarketState.Empty, CandleBuilderState.Empty, []);
    private static readonly InstrumentId Id = new(1);

    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteMarketStore _store;

    public MarketStoreTests()
    {
        _database = MarketDatabase.Open(_folder.Combine("market.db"), TimeProvider.System);
        _store = new(_database);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Candles_come_back_as_they_were_with_negative_prices_and_sums_at_the_edges()
    {
        ImmutableArray<Candle> candles =
        [
            Sample.Candle(0, price: -5_000),
            Sample.Candle(1) with { Volume = Int128.MaxValue, Notional = Int128.MinValue },
            Sample.Candle(2) with { Volume = ulong.MaxValue, Notional = -1 },
            Sample.Candle(3) with { Volume = (Int128)1 << 64, Notional = (Int128)long.MinValue - 1, TradeCount = long.MaxValue, Revision = int.MaxValue, IsClosed = false },
            Sample.Candle(4) with { Open = new(long.MinValue), High = new(long.MaxValue), Volume = 0, Notional = 0 },
        ];
        await Commit(candles);

        Assert.Equal(candles, await Read(0, 100));
    }

    [Fact]
    public async Task A_candle_replaces_the_one_of_the_same_interval_and_open_time()
    {
        await Commit([Sample.Candle(0), Sample.Candle(1)]);
        var amended = Sample.Candle(1, price: 99) with { Revision = 1 };
        await Commit([amended]);

        Assert.Equal([Sample.Candle(0), amended], await Read(0, 100));
    }

    [Fact]
    public async Task Reading_takes_from_and_leaves_to_and_stops_at_the_limit()
    {
        await Commit([.. Enumerable.Range(-5, 20).Reverse().Select(minute => Sample.Candle(minute))]);
        await _store.Commit(new(new(2), [Sample.Candle(3)], NoCheckpoint), default);
        await Commit([Sample.Candle(3) with { Interval = CandleInterval.H1 }]);

        Assert.Equal([Sample.Candle(2), Sample.Candle(3), Sample.Candle(4)], await Read(2, 5));
        Assert.Equal([Sample.Candle(2), Sample.Candle(3)], await Read(2, 5, limit: 2));
        Assert.Empty(await Read(2, 5, limit: 0));
        Assert.Empty(await Read(5, 2));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Read(2, 5, limit: -1));
        Assert.Equal(20, (await _store.ReadCandles(Id, CandleInterval.M1, Timestamp.MinValue, Timestamp.MaxValue, int.MaxValue, default)).Length);
    }

    [Fact]
    public async Task Log_offsets_move_and_are_there_after_reopening()
    {
        Assert.Empty(await _store.LoadLogOffsets(default));
        await _store.CommitLogOffset(0, 10, default);
        await _store.CommitLogOffset(3, 7, default);
        await _store.CommitLogOffset(0, 12, default);
        _database.Dispose();

        using var reopened = MarketDatabase.Open(_folder.Combine("market.db"), TimeProvider.System);
        Assert.Equivalent(new Dictionary<int, long> { [0] = 12, [3] = 7 }, await new SqliteMarketStore(reopened).LoadLogOffsets(default), strict: true);
    }

    [Fact]
    public async Task An_instrument_without_a_commit_has_no_checkpoint() => Assert.Null(await _store.LoadCheckpoint(Id, default));

    [Theory]
    [InlineData("FFFF")]
    [InlineData("1A0A120822061A0400112233")]
    public async Task A_checkpoint_that_cannot_be_read_is_refused_and_names_instrument_and_file(string bytes)
    {
        await Commit([]);
        await _database.Commit(
            connection => connection.Prepare("UPDATE instrument_checkpoint SET checkpoint = ?").Bind(Convert.FromHexString(bytes)).Execute(), default);

        var failure = await Assert.ThrowsAsync<StorageException>(() => _store.LoadCheckpoint(Id, default));
        Assert.Equal(StorageCodes.Corrupt, failure.Code);
        Assert.Contains($"The checkpoint of instrument 1 in {_folder.Combine("market.db")}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_comes_back_as_it_was() => Prop.ForAll(Checkpoints.ToArbitrary(), checkpoint =>
    {
        _store.Commit(new(Id, [], checkpoint), default).Wait();
        AssertSame(checkpoint, Assert.IsType<InstrumentCheckpoint>(_store.LoadCheckpoint(Id, default).Result));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Commits_that_come_together_are_each_there_and_a_reader_sees_candles_and_checkpoint_of_one_commit()
    {
        await Task.WhenAll(Enumerable.Range(1, 200).Select(async i =>
            await _store.Commit(new(new(i), [Sample.Candle(i)], NoCheckpoint with { LogOffset = i }), default)));

        for (var i = 1; i <= 200; i++)
        {
            Assert.Equal(i, (await _store.LoadCheckpoint(new(i), default))?.LogOffset);
            Assert.Equal([Sample.Candle(i)], await _store.ReadCandles(new(i), CandleInterval.M1, Timestamp.MinValue, Timestamp.MaxValue, 10, default));
        }
        Assert.Equal(200, (await _store.LoadAppliedOffsets(default)).Sum(applied => applied.Id.Value == applied.LogOffset ? 1 : 0));
    }

    [Fact]
    public async Task What_was_committed_is_in_a_copy_of_the_files()
    {
        for (var minute = 0; minute < 50; minute++)
        {
            await Commit([Sample.Candle(minute)]);
            if (minute % 10 != 9) continue;
            using var copy = TempFolder.CopyOf(_folder.Path);
            using var recovered = MarketDatabase.Open(copy.Combine("market.db"), TimeProvider.System);
            var candles = await new SqliteMarketStore(recovered).ReadCandles(Id, CandleInterval.M1, Timestamp.MinValue, Timestamp.MaxValue, 100, default);
            Assert.Equal(minute + 1, candles.Length);
        }
    }

    private Task Commit(ImmutableArray<Candle> candles) => _store.Commit(new(Id, candles, NoCheckpoint), default);

    private Task<ImmutableArray<Candle>> Read(int fromMinute, int toMinute, int limit = 1_000) => _store.ReadCandles(
        Id, CandleInterval.M1, Sample.Noon + TimeSpan.FromMinutes(fromMinute), Sample.Noon + TimeSpan.FromMinutes(toMinute), limit, default);

    private static void AssertSame(InstrumentCheckpoint expected, InstrumentCheckpoint actual)
    {
        Assert.Equal((expected.LogOffset, expected.Market, expected.Candles.Watermark, expected.Candles.ReceivedAt), (actual.LogOffset, actual.Market, actual.Candles.Watermark, actual.Candles.ReceivedAt));
        Assert.Equal(expected.Candles.Slots, actual.Candles.Slots);
        Assert.Equal(expected.Positions, actual.Positions);
        Assert.Equal(expected.Candles.Applied.Select(applied => applied.From), actual.Candles.Applied.Select(applied => applied.From));
        Assert.Equal(expected.Candles.Applied.SelectMany(applied => applied.Ids), actual.Candles.Applied.SelectMany(applied => applied.Ids));
        Assert.Equal(expected.Candles.Applied.Select(applied => applied.Ids.Length), actual.Candles.Applied.Select(applied => applied.Ids.Length));
    }

    private static readonly Gen<long> Number = Gen.OneOf(Gen.Elements(0L, 1, -1, long.MaxValue, long.MinValue), ArbMap.Default.GeneratorFor<long>());
    private static readonly Gen<Timestamp> Time = Number.Select(n => new Timestamp(n));
    private static readonly Gen<Price> Prices = Number.Select(n => new Price(n));
    private static readonly Gen<Quantity> Quantities = Number.Select(n => new Quantity(n & long.MaxValue));
    private static readonly Gen<Int128> Sums = Number.Two().Select(halves => unchecked(new Int128((ulong)halves.Item1, (ulong)halves.Item2)));

    private static readonly Gen<Quote?> Quotes = Gen.OneOf(
        Gen.Constant((Quote?)null),
        from time in Time
        from sequence in Number
        from bid in Maybe(Prices)
        from bidSize in Maybe(Quantities)
        from ask in Maybe(Prices)
        from askSize in Maybe(Quantities)
        select (Quote?)new Quote(time, sequence, bid, bidSize, ask, askSize));

    private static readonly Gen<MarketState> States =
        from quote in Quotes
        from last in Maybe(Prices)
        from size in Maybe(Quantities)
        from time in Maybe(Time)
        select new MarketState(quote, last, size, time);

    private static readonly Gen<CandleSlot> Slots =
        from interval in Gen.Elements(CandleIntervals.All.AsEnumerable())
        from times in Time.Three()
        from prices in Prices.Four()
        from sums in Sums.Two()
        from counts in Number.Three()
        from revision in ArbMap.Default.GeneratorFor<int>()
        from closed in ArbMap.Default.GeneratorFor<bool>()
        select new CandleSlot(
            new(interval, times.Item1, prices.Item1, prices.Item2, prices.Item3, prices.Item4, sums.Item1, sums.Item2, counts.Item1, revision, closed),
            times.Item2, counts.Item2, times.Item3, counts.Item3);

    private static readonly Gen<AppliedTradeIds> Applied =
        from time in Time
        from ids in Sums.Select(sum => new TradeId((UInt128)(sum & Int128.MaxValue))).ArrayOf()
        select new AppliedTradeIds(time, [.. ids]);

    private static readonly Gen<InstrumentCheckpoint> Checkpoints =
        from offset in Number
        from state in States
        from times in Maybe(Time).Two()
        from slots in Slots.ArrayOf()
        from applied in Applied.ArrayOf()
        from positions in Gen.Elements("", "sim", "file:börse.csv").Zip(Number).ArrayOf()
        select new InstrumentCheckpoint(
            offset, state, new(times.Item1, times.Item2, [.. slots], [.. applied]), [.. positions.Select(position => new SourcePosition(position.Item1, position.Item2))]);

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.OneOf(values.Select(value => (T?)value), Gen.Constant((T?)null));
}
