using Fincord.Domain.Markets;
using Fincord.Storage;
using Fincord.Storage.Markets;
using Fincord.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fincord.Grains.Tests.Storage;

public sealed class FullDiskTests
{
    [Theory]
    [InlineData(64 * 1024 * 1024)]
    [InlineData(4 * 1024)]
    public async Task A_full_disk_fails_the_append_whole_and_room_makes_the_log_work_again(int segmentBytes)
    {
        using var disk = new TinyDisk(512);
        disk.TakeRoom(128);
        var appended = new List<MarketEvent>();
        using (var log = OpenLog(disk.Path, segmentBytes))
        {
            var failure = await FillUp(async i =>
            {
                var events = Sample.Trades(i % 3, 20 * i, 20);
                await log.Append(events, default);
                appended.AddRange(events);
            });
            Assert.Equal(StorageCodes.DiskFull, failure.Code);
            Assert.Contains(disk.Path, failure.Message, StringComparison.Ordinal);
            Assert.Equal(appended.Count, log.EndOffset(0) + log.EndOffset(1));
            await AssertHolds(log, appended);
            // Not even after a crash right now.
            using (var copy = TempFolder.CopyOf(disk.Path))
            using (var crashed = OpenLog(copy.Path, segmentBytes)) await AssertHolds(crashed, appended);

            disk.MakeRoom();
            var more = Sample.Trades(1, 1_000_000, 20);
            await log.Append(more, default);
            appended.AddRange(more);
            await AssertHolds(log, appended);
        }
        using var reopened = OpenLog(disk.Path, segmentBytes);
        await AssertHolds(reopened, appended);
    }

    [Fact]
    public async Task A_full_disk_fails_the_commit_whole_and_room_makes_the_database_work_again()
    {
        using var disk = new TinyDisk(1_024);
        disk.TakeRoom(256);
        var numbers = new SqliteMigrations([new(1, "numbers", "CREATE TABLE number (value INTEGER PRIMARY KEY, text TEXT)", "DROP TABLE number")]);
        using var database = SqliteDatabase.Open(disk.Combine("a.db"), numbers, TimeProvider.System, pagesPerFold: 1_000);
        var committed = 0;

        var failure = await FillUp(async _ =>
        {
            await database.Commit(Insert, default);
            committed++;
        });
        Assert.Equal(StorageCodes.DiskFull, failure.Code);
        Assert.Equal(committed, await database.Read(Count, default));

        disk.MakeRoom();
        await database.Commit(Insert, default);
        Assert.Equal(committed + 1, await database.Read(Count, default));
    }

    [Fact]
    public async Task A_full_disk_leaves_no_half_line_in_quarantine()
    {
        using var disk = new TinyDisk(128);
        disk.TakeRoom(64);
        using var quarantine = new JsonLinesQuarantine(disk.Combine("quarantine"));
        var added = 0;

        var failure = await FillUp(async _ =>
        {
            await quarantine.Add([new("sim", 1, "MALFORMED", "No.", new string('x', 3_000), Sample.Noon)], default);
            added++;
        });
        Assert.Equal(StorageCodes.DiskFull, failure.Code);
        var file = disk.Combine("quarantine", "2026-01-02.jsonl");
        Assert.Equal(added, File.ReadAllLines(file).Length);

        disk.MakeRoom();
        await quarantine.Add([new("sim", 1, "MALFORMED", "No.", "x", Sample.Noon)], default);
        Assert.Equal(added + 1, File.ReadAllLines(file).Length);
        Assert.EndsWith("}\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    private static async Task<StorageException> FillUp(Func<int, Task> write)
    {
        try
        {
            for (var i = 0; i < 100_000; i++) await write(i);
        }
        catch (StorageException failure)
        {
            return failure;
        }
        throw new InvalidOperationException("The disk was never full.");
    }

    private static SegmentEventLog OpenLog(string folder, int segmentBytes) =>
        new(Path.Combine(folder, "events"), 2, segmentBytes, new FixedScales(), NullLogger<SegmentEventLog>.Instance);

    private static async Task AssertHolds(SegmentEventLog log, List<MarketEvent> expected)
    {
        for (var partition = 0; partition < log.PartitionCount; partition++)
        {
            var events = new List<MarketEvent>();
            while (events.Count < log.EndOffset(partition)) events.AddRange((await log.Read(partition, events.Count, 1_000, default)).Select(logged => logged.Event));
            Assert.Equal(expected.Where(happened => log.PartitionOf(happened.InstrumentId) == partition), events);
        }
    }

    private static void Insert(SqliteConnection connection) => connection.Prepare("INSERT INTO number (text) VALUES (?)").Bind(new string('x', 2_000)).Execute();

    private static int Count(SqliteConnection connection)
    {
        var rows = connection.Prepare("SELECT count(*) FROM number");
        rows.Step();
        var count = (int)rows.Int64();
        rows.Reset();
        return count;
    }
}
