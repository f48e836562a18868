using System.IO.Compression;
using System.Text;
using Fincord.Connectors.Files;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests;

/// <summary>A folder of its own for the files of one test.</summary>
public sealed class TestFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fincord-connectors-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public void Dispose() => folder.Delete(recursive: true);

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Unpack(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A file of the repository; the way up from the test program ends at the solution.</summary>
    public static string Fixture(string name) => Path.Combine(Root("Fincord.sln"), "tests", "fixtures", name);

    /// <summary>A file of real market data, which are kept outside the repository; without them the test is skipped, not passed.</summary>
    public static string SharedData(string name)
    {
        var root = Root(Path.Combine("shared", "data", name));
        Assert.SkipWhen(root.Length == 0, $"There is no shared/data/{name} in any folder above: real market data are not part of the repository.");
        return Path.Combine(root, "shared", "data", name);
    }

    private static string Root(string landmark)
    {
        for (var candidate = new DirectoryInfo(AppContext.BaseDirectory); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, landmark))) return candidate.FullName;
        }
        return "";
    }
}

/// <summary>All that reading a market file gave.</summary>
public sealed record ReadFile(MarketFile File, IReadOnlyList<TradePrint> Trades, IReadOnlyList<Bar> Bars, IReadOnlyList<RejectedRecord> Rejected, MarketFileException? Broken)
{
    private static readonly DecimalScale Eight = new(8);

    public static Instrument Instrument(InstrumentType type = InstrumentType.CryptoSpot, int priceDigits = 8, int quantityDigits = 8) =>
        new(new(7), new(InstrumentKey.Parse("TEST:PAIR"), "Pair", type, "USD", new(priceDigits), new(quantityDigits)));

    public static async Task<ReadFile> From(string path, Instrument? instrument = null)
    {
        var file = await MarketFile.OpenAsync(path);
        var (trades, bars, rejected) = (new List<TradePrint>(), new List<Bar>(), new List<RejectedRecord>());
        MarketFileException? broken = null;
        try
        {
            await foreach (var batch in file.ReadAsync(instrument ?? Instrument()))
            {
                Assert.InRange(batch.Trades.Length + batch.Bars.Length + batch.Rejected.Length, 1, 4_096);
                trades.AddRange(batch.Trades);
                bars.AddRange(batch.Bars);
                rejected.AddRange(batch.Rejected);
            }
        }
        catch (MarketFileException exception)
        {
            broken = exception;
        }
        return new(file, trades, bars, rejected, broken);
    }

    public static decimal Price(Price price) => Eight.ToDecimal(price);

    public static decimal Amount(Quantity quantity) => Eight.ToDecimal(quantity);
}
