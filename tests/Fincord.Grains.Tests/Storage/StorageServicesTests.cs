using System.Diagnostics;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Tests.Storage;

public sealed class StorageServicesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_ports_work_on_one_folder_and_what_they_keep_is_there_after_a_restart()
    {
        InstrumentCheckpoint checkpoint = new(0, MarketState.Empty, CandleBuilderState.Empty, []);
        await using (var services = Services())
        {
            var instrument = await services.GetRequiredService<IInstrumentRegistry>().Register(Sample.Definition("SIM:A"), Sample.Noon, default);
            await services.GetRequiredService<IEventLog>().Append([Sample.Trade(instrument.Id.Value, 1)], default);
            await services.GetRequiredService<IMarketStore>().Commit(new(instrument.Id, [Sample.Candle(1)], checkpoint), default);
            await services.GetRequiredService<IQuarantine>().Add([new("sim", 1, "MALFORMED", "No.", "x", Sample.Noon)], default);
        }

        await using var again = Services();
        var found = await again.GetRequiredService<IInstrumentRegistry>().Find(InstrumentKey.Parse("SIM:A"), default);
        Assert.NotNull(found);
        var log = again.GetRequiredService<IEventLog>();
        Assert.Equal(Sample.Trade(found.Id.Value, 1), Assert.Single(await log.Read(log.PartitionOf(found.Id), 0, 10, default)).Event);
        Assert.NotNull(await again.GetRequiredService<IMarketStore>().LoadCheckpoint(found.Id, default));
        Assert.True(File.Exists(_folder.Combine("quarantine", "2026-01-02.jsonl")));
    }

    [Fact]
    public async Task The_folder_is_opened_when_the_host_starts_and_a_second_host_is_refused_with_folder_and_process()
    {
        using var first = Host(options => options.DataFolder = _folder.Path);
        await first.StartAsync(TestContext.Current.CancellationToken);

        using var second = Host(options => options.DataFolder = _folder.Path);
        var refused = await Assert.ThrowsAsync<StorageException>(() => second.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(StorageCodes.FolderInUse, refused.Code);
        Assert.Equal($"The data folder {_folder.Path} is in use by process {Environment.ProcessId}.", refused.Message);
    }

    [Theory]
    [InlineData("", 4, 65_536)]
    [InlineData("x", 0, 65_536)]
    [InlineData("x", 65, 65_536)]
    [InlineData("x", 4, 100)]
    [InlineData("x", 4, long.MaxValue)]
    public async Task Bad_options_stop_the_start(string folder, int partitions, long segmentBytes)
    {
        using var host = Host(options => (options.DataFolder, options.Partitions, options.SegmentBytes) = (folder, partitions, segmentBytes));

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_log_that_ends_before_what_the_store_has_applied_is_refused()
    {
        await using (var services = Services())
        {
            var instrument = await services.GetRequiredService<IInstrumentRegistry>().Register(Sample.Definition("SIM:A"), Sample.Noon, default);
            await services.GetRequiredService<IEventLog>().Append(Sample.Trades(instrument.Id.Value, 0, 3), default);
            await services.GetRequiredService<IMarketStore>().Commit(new(instrument.Id, [], new(2, MarketState.Empty, CandleBuilderState.Empty, [])), default);
        }
        Directory.Delete(_folder.Combine("events"), recursive: true);

        await using var again = Services();
        Assert.Equal(StorageCodes.LogBehindStore, Assert.Throws<StorageException>(again.GetRequiredService<IEventLog>).Code);
    }

    [Fact]
    public async Task A_store_that_is_older_than_what_the_log_has_released_is_refused()
    {
        await using (var services = Services(segmentBytes: 4_096))
        {
            var instrument = await services.GetRequiredService<IInstrumentRegistry>().Register(Sample.Definition("SIM:A"), Sample.Noon, default);
            var log = services.GetRequiredService<IEventLog>();
            for (var i = 0; i < 10; i++) await log.Append(Sample.Trades(instrument.Id.Value, 10 * i, 10), default);
            await services.GetRequiredService<IMarketStore>().CommitLogOffset(log.PartitionOf(instrument.Id), 100, default);
            await log.Release(log.PartitionOf(instrument.Id), 100, default);
        }
        File.Delete(_folder.Combine("market.db"));

        await using var again = Services();
        Assert.Equal(StorageCodes.EventsReleased, Assert.Throws<StorageException>(again.GetRequiredService<IEventLog>).Code);
    }

    [Fact]
    public void A_folder_is_made_private_unless_it_holds_the_files_of_others()
    {
        const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes.");
            return;
        }
        using (DataFolder.Open(_folder.Combine("new", "deep"))) Assert.Equal(Private, File.GetUnixFileMode(_folder.Combine("new", "deep")));

        Directory.CreateDirectory(_folder.Combine("empty"), Shared);
        using (DataFolder.Open(_folder.Combine("empty"))) Assert.Equal(Private, File.GetUnixFileMode(_folder.Combine("empty")));

        Directory.CreateDirectory(_folder.Combine("home"));
        File.SetUnixFileMode(_folder.Combine("home"), Shared);
        File.WriteAllText(_folder.Combine("home", "letter.txt"), "Dear");
        var refused = Assert.Throws<StorageException>(() => DataFolder.Open(_folder.Combine("home")));
        Assert.Equal(StorageCodes.FolderUnusable, refused.Code);
        Assert.Contains("chmod 700", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Shared, File.GetUnixFileMode(_folder.Combine("home")));

        File.SetUnixFileMode(_folder.Combine("home"), Private);
        using (DataFolder.Open(_folder.Combine("home"))) { }
        File.SetUnixFileMode(_folder.Combine("home"), Shared);
        using (DataFolder.Open(_folder.Combine("home"))) Assert.Equal(Private, File.GetUnixFileMode(_folder.Combine("home")));
    }

    [Fact]
    public void A_path_that_cannot_be_a_folder_is_refused()
    {
        File.WriteAllText(_folder.Combine("file"), "");

        Assert.Equal(StorageCodes.FolderUnusable, Assert.Throws<StorageException>(() => DataFolder.Open(_folder.Combine("file"))).Code);
        Assert.Equal(StorageCodes.FolderUnusable, Assert.Throws<StorageException>(() => DataFolder.Open(_folder.Combine("file", "below"))).Code);
    }

    [Fact]
    public void The_lock_of_another_process_is_respected_and_ends_with_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !File.Exists("/usr/bin/flock"), "Needs util-linux's flock to play the other process.");
        var path = _folder.Combine("fincord.lock");
        File.WriteAllText(path, "4242\n");
        using var other = Process.Start(new ProcessStartInfo("/usr/bin/flock", ["--exclusive", path, "sh", "-c", "echo locked; read line"])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false,
        })!;
        Assert.Equal("locked", other.StandardOutput.ReadLine());

        Assert.Contains("in use by process 4242", Assert.Throws<StorageException>(() => DataFolder.Open(_folder.Path)).Message, StringComparison.Ordinal);
        other.StandardInput.WriteLine();
        other.WaitForExit();
        using var folder = DataFolder.Open(_folder.Path);
    }

    private ServiceProvider Services(long segmentBytes = 65_536) => new ServiceCollection().AddLogging()
        .AddStorage(options => (options.DataFolder, options.SegmentBytes) = (_folder.Path, segmentBytes)).BuildServiceProvider();

    private static IHost Host(Action<StorageOptions> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddStorage(configure);
        return builder.Build();
    }
}
