using Fincord.Connectors.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Connectors.Tests.Files;

/// <summary>Whatever a file holds, it is read, its records are rejected, or it is refused: nothing else ever comes out.</summary>
public sealed class FileFuzzTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Random_bytes_are_read_or_refused() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)).ToArbitrary(), ReadsOrRefuses));

    [Fact]
    public void Text_that_looks_like_market_data_is_read_or_refused() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("[", "]", "{", "}", ",", "\"", "\\", "\n", " ", "1", "-", ".", "e", "null", "buy", "1672531436", "2023-01-01", "0.5", "time,price,amount\n", "1,2,3\n"))
            .Select(parts => System.Text.Encoding.UTF8.GetBytes(string.Concat(parts))).ToArbitrary(), ReadsOrRefuses));

    [Theory]
    [InlineData("sim-trades.json.gz")]
    [InlineData("sim-trades.csv")]
    [InlineData("sim-bars-1m.json.gz")]
    [InlineData("sim-bars-1d.csv")]
    public void Damaged_files_are_read_or_refused(string name)
    {
        var packed = File.ReadAllBytes(TestFiles.Fixture(name));
        var content = name.EndsWith(".gz", StringComparison.Ordinal) ? TestFiles.Unpack(TestFiles.Fixture(name)) : packed;
        var damages = Gen.ArrayOf(
            from place in Gen.Choose(0, int.MaxValue)
            from kind in Gen.Choose(0, 3)
            from value in Gen.Frequency((1, Gen.Choose(0, 255)), (2, Gen.Elements<int>([.. "[]{},\"\\\n-.eE09"])))
            select (place, kind, (byte)value)).Where(all => all.Length > 0);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(damages.ToArbitrary(), all => ReadsOrRefuses(Damage(content, all)) && ReadsOrRefuses(Damage(packed, all))));
    }

    private static byte[] Damage(byte[] content, (int Place, int Kind, byte Value)[] damages)
    {
        var bytes = content.ToList();
        foreach (var (place, kind, value) in damages)
        {
            var index = place % bytes.Count;
            if (kind == 0) bytes[index] = value;
            else if (kind == 1) bytes.Insert(index, value);
            else if (kind == 2 || index == 0) bytes.RemoveAt(index);
            else bytes.RemoveRange(index, Math.Min(bytes.Count - index, value));
            if (bytes.Count == 0) break;
        }
        return [.. bytes];
    }

    private bool ReadsOrRefuses(byte[] content)
    {
        var path = files.Write("fuzz", content);
        try
        {
            var read = ReadFile.From(path).GetAwaiter().GetResult();
            return read.Rejected.All(record => record is { Ordinal: > 0, Line: > 0, Code.Length: > 0, Reason.Length: > 0, Record.Length: <= 4_096 });
        }
        catch (MarketFileException exception)
        {
            return !exception.Message.Any(char.IsControl);
        }
    }
}
