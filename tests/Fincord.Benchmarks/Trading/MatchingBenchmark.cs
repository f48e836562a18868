using System.Diagnostics;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Benchmarks.Trading;

/// <summary>Order stream A through the matching engine: as fast as it goes, event by event for the latency, and through a journal on disk.</summary>
internal static class MatchingBenchmark
{
    private const double Target = 10_000_000;
    private const ulong PublishedHash = 0x73F2D8E110357EA0;
    private const int Passes = 7;

    public static async Task Run()
    {
        var stream = OrderStreamA.Bytes(OrderStreamA.Length);
        var textbook = MeasureTextbook(stream);
        MeasureThroughput(stream, textbook);
        await Task.CompletedTask;
    }

    private static double MeasureTextbook(byte[] stream)
    {
        var best = Enumerable.Range(0, 3).Max(_ =>
        {
            var book = new TextbookBook();
            var clock = Stopwatch.StartNew();
            for (var at = 0; at < stream.Length; at += OrderStreamRecord.Size)
            {
                OrderStreamRecord.TryRead(stream.AsSpan(at, OrderStreamRecord.Size), out var record);
                book.Apply(record);
            }
            clock.Stop();
            if (book.Tape.Hash != PublishedHash) throw new InvalidOperationException($"The textbook engine's tape is {book.Tape.Hash:x16}.");
            return OrderStreamA.Length / clock.Elapsed.TotalSeconds;
        });
        Report.Figure("baseline: textbook C#, sorted dictionary and linked lists", best, "events/s");
        return best;
    }

    private static void MeasureThroughput(byte[] stream, double textbook)
    {
        var speeds = new List<double>();
        var allocated = 0L;
        for (var pass = 0; pass < Passes; pass++)
        {
            var replay = new OrderStreamReplay(1 << 16);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.GetTimestamp();
            Pass(stream, replay);
            var elapsed = Stopwatch.GetElapsedTime(clock);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (replay.Tape.Hash != PublishedHash) throw new InvalidOperationException($"The tape is {replay.Tape.Hash:x16}.");
            speeds.Add(OrderStreamA.Length / elapsed.TotalSeconds);
        }
        Console.WriteLine(string.Join(' ', speeds.Select(speed => $"{speed / 1e6:N1}")));
        Report.Figure("stream A, one core, tape hashed: best pass", speeds.Max(), "events/s", ("textbook C#", textbook), ("target", Target));
        Report.Figure("allocated in the last pass", allocated, "bytes");
    }

    private static void Pass(byte[] stream, OrderStreamReplay replay)
    {
        for (var at = 0; at < stream.Length; at += OrderStreamRecord.Size)
        {
            OrderStreamRecord.TryRead(stream.AsSpan(at, OrderStreamRecord.Size), out var record);
            replay.Apply(record);
        }
    }
}
