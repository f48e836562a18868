using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;
using Fincord.Storage;
using Fincord.Storage.Markets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fincord.Grains.Tests.Storage;

public sealed class SegmentEventLogTests : IDisposable
{
    private const int LargeSegments = 64 * 1024 * 1024;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Events_come_back_as_they_were_appended_also_after_reopening()
    {
        List<MarketEvent> events = [.. Sample.Trades(instrument: 1, from: 0, count: 5), new QuoteReceived(new(1), "sim", Sample.Noon, new(Sample.Noon, 9, new Price(-5), null, null, new Quantity(3)))];
        using (var log = Open(_folder))
        {
            await log.Append(events, TestContext.Current.CancellationToken);
            Assert.Equal(events, await ReadAll(log, log.PartitionOf(new(1))));
        }
        using (var log = Open(_folder))
        {
            Assert.Equal(events, await ReadAll(log, log.PartitionOf(new(1))));
            Assert.Equal(6, log.EndOffset(log.PartitionOf(new(1))));
        }
    }

    [Fact]
    public async Task Offsets_count_from_zero_without_gaps_in_each_partition()
    {
        using var log = Open(_folder, partitions: 2);
        await log.Append([.. Sample.Trades(1, 0, 10), .. Sample.Trades(2, 0, 20), .. Sample.Trades(3, 0, 30)], default);

        Assert.Equal((40, 20), (log.EndOffset(1), log.EndOffset(0)));
        var read = await log.Read(1, 15, 10, default);
        Assert.Equal(Enumerable.Range(15, 10).Select(i => (long)i), read.Select(logged => logged.Offset));
    }

    [Fact]
    public async Task A_torn_tail_is_cut_whichever_byte_of_the_last_record_it_ends_at()
    {
        var path = await MakeSegment(_folder, 5);
        var whole = File.ReadAllBytes(path);
        var lastRecord = (whole.Length - 32) / 5;
        for (var length = whole.Length - lastRecord + 1; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var logger = new ListLogger();
            using (var log = Open(_folder, partitions: 1, logger: logger))
            {
                Assert.Equal(4, log.EndOffset(0));
                await log.Append([Sample.Trade(1, 104)], default);
            }
            Assert.Equal(whole, File.ReadAllBytes(path));
            Assert.Contains($"torn tail of {length - (whole.Length - lastRecord)} bytes", Assert.Single(logger.Lines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_last_record_with_any_byte_flipped_is_cut()
    {
        var path = await MakeSegment(_folder, 5);
        var whole = File.ReadAllBytes(path);
        for (var at = whole.Length - (whole.Length - 32) / 5; at < whole.Length; at++)
        {
            File.WriteAllBytes(path, Flipped(whole, at));
            using var log = Open(_folder, partitions: 1);
            Assert.Equal(4, log.EndOffset(0));
        }
    }

    [Fact]
    public async Task A_damaged_record_before_whole_ones_stops_the_start_and_names_file_and_position()
    {
        var path = await MakeSegment(_folder, 5);
        var whole = File.ReadAllBytes(path);
        var record = (whole.Length - 32) / 5;
        File.WriteAllBytes(path, Flipped(whole, 32 + 2 * record + 20));

        var failure = Assert.Throws<StorageException>(() => Open(_folder, partitions: 1));

        Assert.Equal(StorageCodes.Corrupt, failure.Code);
        Assert.Contains($"{path} at byte {32 + 2 * record}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(whole.Length, new FileInfo(path).Length);
    }

    [Fact]
    public async Task A_damaged_record_of_an_older_segment_fails_the_read_and_names_file_and_position()
    {
        using (var log = Open(_folder, partitions: 1, segmentBytes: 4_096))
        {
            for (var i = 0; i < 20; i++) await log.Append(Sample.Trades(1, i * 10, 10), default);
        }
        var path = Segments(_folder)[1];
        File.WriteAllBytes(path, Flipped(File.ReadAllBytes(path), 32 + 12));

        using var reopened = Open(_folder, partitions: 1, segmentBytes: 4_096);
        var failure = await Assert.ThrowsAsync<StorageException>(() => ReadAll(reopened, 0));
        Assert.Equal(StorageCodes.Corrupt, failure.Code);
        Assert.Contains($"{path} at byte 32", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segments_roll_and_reading_goes_through_all_of_them_from_any_offset()
    {
        using var log = Open(_folder, partitions: 1, segmentBytes: 4_096);
        for (var i = 0; i < 50; i++) await log.Append(Sample.Trades(1, i * 10, 10), default);

        Assert.True(Segments(_folder).Count > 5);
        Assert.All(Segments(_folder), path => Assert.InRange(new FileInfo(path).Length, 33, 4_096));
        for (var offset = 0; offset < 500; offset += 7)
        {
            var read = await log.Read(0, offset, 1_000, default);
            Assert.Equal(Sample.Trades(1, offset, 500 - offset), read.Select(logged => logged.Event));
        }
    }

    [Fact]
    public async Task A_segment_that_a_crash_left_without_a_header_is_made_anew()
    {
        await MakeSegment(_folder, 5);
        foreach (var torn in new[] { [], "FCEV"u8.ToArray(), new byte[32] })
        {
            File.WriteAllBytes(_folder.Combine("events", "p00", "00000000000000000005.log"), torn);
            using var log = Open(_folder, partitions: 1);
            Assert.Equal(5, log.EndOffset(0));
        }
    }

    [Fact]
    public async Task What_was_acknowledged_is_in_a_copy_of_the_files_taken_at_any_moment()
    {
        using var log = Open(_folder, partitions: 1, segmentBytes: 16_384);
        var acknowledged = 0;
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await log.Append(Sample.Trades(1, i * 3, 3), default);
                Volatile.Write(ref acknowledged, (i + 1) * 3);
            }
        });
        for (var i = 0; i < 10; i++)
        {
            await log.Read(0, i * 30, 1, default);
            var before = Volatile.Read(ref acknowledged);
            using var copy = TempFolder.CopyOf(_folder.Path);
            using var recovered = Open(copy, partitions: 1);
            var events = await ReadAll(recovered, 0);
            Assert.True(events.Count >= before);
            Assert.Equal(Sample.Trades(1, 0, events.Count), events);
        }
        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task Concurrent_appends_keep_each_callers_order_and_lose_nothing()
    {
        using var log = Open(_folder);
        await Task.WhenAll(Enumerable.Range(1, 32).Select(instrument => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) await log.Append(Sample.Trades(instrument, i * 5, 5), default);
        })));

        var all = new List<MarketEvent>();
        for (var partition = 0; partition < log.PartitionCount; partition++) all.AddRange(await ReadAll(log, partition));
        for (var instrument = 1; instrument <= 32; instrument++)
            Assert.Equal(Sample.Trades(instrument, 0, 100), all.Where(happened => happened.InstrumentId == new InstrumentId(instrument)));
    }

    [Fact]
    public async Task Appends_that_are_not_awaited_enter_in_the_order_of_the_calls()
    {
        using var log = Open(_folder, partitions: 1);
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => log.Append([Sample.Trade(1, i)], default)));

        Assert.Equal(Sample.Trades(1, 0, 2_000), await ReadAll(log, 0));
    }

    [Fact]
    public async Task An_append_with_an_unknown_instrument_appends_nothing()
    {
        using var log = new SegmentEventLog(_folder.Combine("events"), 1, LargeSegments, new KnowsNone(), NullLogger<SegmentEventLog>.Instance);

        await Assert.ThrowsAsync<UnknownInstrumentException>(() => log.Append(Sample.Trades(1, 0, 10), default));
        await log.Append([], default);
        Assert.Equal(0, log.EndOffset(0));
    }

    [Fact]
    public async Task A_record_that_is_no_event_fails_the_read_and_names_file_and_position()
    {
        await MakeSegment(_folder, 5);
        using var log = new SegmentEventLog(_folder.Combine("events"), 1, LargeSegments, new KnowsNone(), NullLogger<SegmentEventLog>.Instance);

        var failure = await Assert.ThrowsAsync<StorageException>(() => log.Read(0, 0, 1, default).AsTask());
        Assert.EndsWith("00000000000000000000.log at byte 32: There is no instrument 1.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_waits_for_the_next_event_and_wakes()
    {
        using var log = Open(_folder, partitions: 1);
        await log.Append([Sample.Trade(1, 0)], default);
        var waiting = log.Read(0, 1, 10, default).AsTask();
        Assert.False(waiting.IsCompleted);

        await log.Append([Sample.Trade(1, 1)], default);

        Assert.Equal(new LoggedEvent(1, Sample.Trade(1, 1)), Assert.Single(await waiting));
    }

    [Fact]
    public async Task A_waiting_reader_can_be_cancelled_and_ends_when_the_log_closes()
    {
        var log = Open(_folder, partitions: 1);
        using var cancel = new CancellationTokenSource();
        var cancelled = log.Read(0, 0, 10, cancel.Token).AsTask();
        var closed = log.Read(0, 0, 10, default).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        log.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => closed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.Append([Sample.Trade(1, 0)], default));
    }

    [Fact]
    public async Task Release_deletes_whole_segments_below_the_offset_and_nothing_else()
    {
        using var log = Open(_folder, partitions: 1, segmentBytes: 4_096);
        for (var i = 0; i < 20; i++) await log.Append(Sample.Trades(1, i * 10, 10), default);
        var third = long.Parse(Path.GetFileNameWithoutExtension(Segments(_folder)[2]));

        await log.Release(0, third - 1, default);
        Assert.Equal(third, long.Parse(Path.GetFileNameWithoutExtension(Segments(_folder)[1])));
        await log.Release(0, long.MaxValue, default);
        Assert.Single(Segments(_folder));

        Assert.Equal(200, log.EndOffset(0));
        Assert.Equal(StorageCodes.EventsReleased, (await Assert.ThrowsAsync<StorageException>(() => log.Read(0, 0, 1, default).AsTask())).Code);
        Assert.Equal(Sample.Trade(1, 199), Assert.Single(await log.Read(0, 199, 5, default)).Event);
        log.Dispose();
        using var reopened = Open(_folder, partitions: 1, segmentBytes: 4_096);
        Assert.Equal(200, reopened.EndOffset(0));
    }

    [Fact]
    public async Task A_log_keeps_the_partitions_it_was_made_with()
    {
        using (var log = Open(_folder, partitions: 3)) await log.Append(Sample.Trades(5, 0, 1), default);
        using var reopened = Open(_folder, partitions: 8);

        Assert.Equal(3, reopened.PartitionCount);
        Assert.Equal(1, reopened.EndOffset(reopened.PartitionOf(new(5))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"version":2,"partitions":4}""")]
    public void A_manifest_that_this_program_does_not_know_is_refused(string manifest)
    {
        Directory.CreateDirectory(_folder.Combine("events"));
        File.WriteAllText(_folder.Combine("events", "manifest.json"), manifest);

        Assert.Contains("manifest.json", Assert.Throws<StorageException>(() => Open(_folder)).Message, StringComparison.Ordinal);
    }

    private static async Task<string> MakeSegment(TempFolder folder, int records)
    {
        // From 100 on: zeros take no bytes, and the tests count on records of one length.
        using (var log = Open(folder, partitions: 1)) await log.Append(Sample.Trades(1, 100, records), default);
        return Assert.Single(Segments(folder));
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 0x10;
        return flipped;
    }

    private static List<string> Segments(TempFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Combine("events", "p00"), "*.log").Order(StringComparer.Ordinal)];

    private static async Task<List<MarketEvent>> ReadAll(SegmentEventLog log, int partition)
    {
        var events = new List<MarketEvent>();
        while (events.Count < log.EndOffset(partition))
            events.AddRange((await log.Read(partition, events.Count, 100, default)).Select(logged => logged.Event));
        return events;
    }

    private static SegmentEventLog Open(TempFolder folder, int partitions = 4, long segmentBytes = LargeSegments, ListLogger? logger = null) =>
        new(folder.Combine("events"), partitions, segmentBytes, new FixedScales(), logger ?? (ILogger<SegmentEventLog>)NullLogger<SegmentEventLog>.Instance);

    private sealed class KnowsNone : IInstrumentScales
    {
        public InstrumentScales Of(InstrumentId id) => throw new UnknownInstrumentException($"There is no instrument {id}.");
    }

    private sealed class ListLogger : ILogger<SegmentEventLog>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
