using System.IO.Compression;
using Fincord.Connectors.Files;

namespace Fincord.Connectors.Tests.Files;

/// <summary>Counts what the whole process allocates, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(BoundedMemoryTests), DisableParallelization = true)]
[Collection(nameof(BoundedMemoryTests))]
public sealed class BoundedMemoryTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("1,90,1\n", (byte)'9')]
    [InlineData("[[1,\"1\",null,\"buy\",90,1,90],", (byte)'[')]
    [InlineData("[[1,\"1\",null,\"buy\",90,1,90],\"", (byte)'\\')]
    [InlineData("[[1,\"1\",null,\"buy\",90,1,90]", (byte)' ')]
    public async Task A_gzip_bomb_costs_time_but_no_memory(string beginning, byte filling)
    {
        using (var gzip = new GZipStream(File.Create(files["bomb.gz"]), CompressionLevel.Fastest))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(beginning));
            var block = new byte[1 << 20];
            block.AsSpan().Fill(filling);
            for (var i = 0; i < 128; i++) gzip.Write(block);
        }
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var read = await ReadFile.From(files["bomb.gz"]);

        Assert.Single(read.Trades);
        Assert.True(read.Rejected.Count == 1 || read.Broken is not null);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 8 << 20);
    }

    [Fact]
    public async Task A_trade_costs_no_more_memory_than_its_place_in_the_batch()
    {
        const int Count = 200_000;
        File.WriteAllLines(files["trades.csv"], Enumerable.Range(0, Count).Select(i => $"{1_000_000 + i},{i % 977 + 1},{i % 31 + 1}"));
        var file = await MarketFile.OpenAsync(files["trades.csv"]);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var trades = 0;

        await foreach (var batch in file.ReadAsync(ReadFile.Instrument())) trades += batch.Trades.Length;

        Assert.Equal(Count, trades);
        // The memory of equal trades, which does not grow with the file, comes on top.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Count * 64L + (24 << 20));
    }
}
