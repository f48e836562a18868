using System.Text.Json;
using Fincord.Contracts.Markets;
using Fincord.Storage.Markets;

namespace Fincord.Grains.Tests.Storage;

public sealed class QuarantineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_record_is_a_line_of_the_day_it_was_received()
    {
        using var quarantine = new JsonLinesQuarantine(_folder.Path);
        await quarantine.Add([Record("a,\"b\"\n市場"), Record("second") with { ReceivedAt = Sample.Noon + TimeSpan.FromDays(1) }], default);
        await quarantine.Add([Record("third")], default);

        Assert.Equal(
            """{"source":"file:x.csv","line":7,"code":"MALFORMED","reason":"Not a number.","record":"a,\"b\"\n市場","receivedAt":"2026-01-02T12:00:00.000000000Z"}""",
            Lines("2026-01-02")[0]);
        Assert.Equal(["a,\"b\"\n市場", "third"], Lines("2026-01-02").Select(RecordOf));
        Assert.Equal(["second"], Lines("2026-01-03").Select(RecordOf));
    }

    [Fact]
    public async Task A_long_record_is_cut_and_never_in_the_middle_of_a_character()
    {
        using var quarantine = new JsonLinesQuarantine(_folder.Path);
        await quarantine.Add([Record(new string('x', 5_000)), Record(new string('x', 4_095) + "📈📈")], default);

        Assert.Equal([new string('x', 4_096), new string('x', 4_095)], Lines("2026-01-02").Select(RecordOf));
    }

    [Fact]
    public async Task A_line_that_a_crash_left_half_is_replaced()
    {
        using var quarantine = new JsonLinesQuarantine(_folder.Path);
        await quarantine.Add([Record("whole")], default);
        await File.AppendAllTextAsync(_folder.Combine("2026-01-02.jsonl"), "{\"source\":\"" + new string('x', 10_000), TestContext.Current.CancellationToken);

        await quarantine.Add([Record("next")], default);

        Assert.Equal(["whole", "next"], Lines("2026-01-02").Select(RecordOf));
    }

    [Fact]
    public async Task Records_that_come_at_once_are_all_there()
    {
        using var quarantine = new JsonLinesQuarantine(_folder.Path);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => quarantine.Add([Record($"{i}a"), Record($"{i}b")], default))));

        Assert.Equal(
            Enumerable.Range(0, 50).SelectMany(i => new[] { $"{i}a", $"{i}b" }).Order(StringComparer.Ordinal), Lines("2026-01-02").Select(RecordOf).Order(StringComparer.Ordinal));
    }

    private static QuarantinedRecord Record(string record) => new("file:x.csv", 7, "MALFORMED", "Not a number.", record, Sample.Noon);

    private string[] Lines(string day) => File.ReadAllLines(_folder.Combine(day + ".jsonl"));

    private static string? RecordOf(string line) => JsonDocument.Parse(line).RootElement.GetProperty("record").GetString();
}
