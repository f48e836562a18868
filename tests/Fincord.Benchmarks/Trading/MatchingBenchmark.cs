using System.Diagnostics;
using System.Globalization;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// Order stream A through the matching engine: as fast as it goes on one core beside two textbook engines, event by event for the latency, and
/// through a journal on disk. Every run must give the published tape.
/// </summary>
internal static class MatchingBenchmark
{
    private const ulong PublishedHash = 0x73F2D8E110357EA0;
    private const int Capacity = 1 << 15;
    private const int WarmUps = 5;
    private const int Passes = 10;
    private const double JournalRate = 500_000;

    // Events per second of the clock on the wall, and of processor time: on a busy machine the second is the fairer one.
    private sealed record Speed(string Name, double Wall, double Processor);

    public static async Task Run()
    {
        var stream = OrderStreamA.Bytes(OrderStreamA.Length);
        Speed[] baselines = [MeasureTextbook(stream), .. await MeasureCpp(stream), new("target", 10_000_000, 10_000_000)];
        MeasureThroughput(stream, baselines);
        MeasureLatency(stream);
        MeasureJournal(stream);
    }

    private static Speed MeasureTextbook(byte[] stream)
    {
        var (best, processor) = (0.0, Environment.CpuUsage.TotalTime);
        for (var pass = 0; pass < WarmUps; pass++)
        {
            var book = new TextbookBook();
            var start = Stopwatch.GetTimestamp();
            for (var at = 0; at < stream.Length; at += OrderStreamRecord.Size)
            {
                OrderStreamRecord.TryRead(stream.AsSpan(at, OrderStreamRecord.Size), out var record);
                book.Apply(record);
            }
            best = Math.Max(best, OrderStreamA.Length / Stopwatch.GetElapsedTime(start).TotalSeconds);
            Verify(book.Tape.Hash);
        }
        processor = Environment.CpuUsage.TotalTime - processor;
        Report.Figure("baseline: textbook C#, sorted dictionary and linked lists", best, "events/s");
        return new("textbook C#", best, WarmUps * OrderStreamA.Length / processor.TotalSeconds);
    }

    // Compiled here where there is a compiler: a machine without one has one baseline less.
    private static async Task<Speed[]> MeasureCpp(byte[] stream)
    {
        var folder = Directory.CreateTempSubdirectory("fincord-bench-").FullName;
        try
        {
            var (program, file) = (Path.Combine(folder, "textbook"), Path.Combine(folder, "stream"));
            await File.WriteAllBytesAsync(file, stream);
            if (await Output("g++", "-O2", "-std=c++17", "-o", program, Repository.PathOf("tests", "Fincord.Benchmarks", "Trading", "textbook.cpp")) is null
                || await Output(program, file) is not { } output)
            {
                Console.WriteLine("baseline: textbook C++ is left out, since g++ is missing or failed");
                return [];
            }
            if (output.Trim().Split(' ') is not [var wall, var processor, var hash]) throw new InvalidOperationException($"The C++ baseline says '{output}'.");
            Verify(ulong.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            var speed = new Speed("textbook C++", double.Parse(wall, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture));
            Report.Figure("baseline: textbook C++, std::map and std::list, g++ -O2", speed.Wall, "events/s");
            return [speed];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void MeasureThroughput(byte[] stream, Speed[] baselines)
    {
        for (var pass = 0; pass < WarmUps; pass++) Apply(stream, new(Capacity));
        var (speeds, allocated, processor) = (new double[Passes], 0L, TimeSpan.Zero);
        for (var pass = 0; pass < Passes; pass++)
        {
            var replay = new OrderStreamReplay(Capacity);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            Apply(stream, replay);
            processor += Environment.CpuUsage.TotalTime - used;
            speeds[pass] = OrderStreamA.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            Verify(replay.Tape.Hash);
        }
        Array.Sort(speeds);
        (string, double)[] onTheWall = [.. baselines.Select(speed => (speed.Name, speed.Wall))];
        Report.Figure($"stream A, one core, median of {Passes} passes", speeds[Passes / 2], "events/s", onTheWall);
        Report.Figure($"stream A, one core, best of {Passes} passes", speeds[^1], "events/s", onTheWall);
        Report.Figure("stream A, per second of processor time", Passes * OrderStreamA.Length / processor.TotalSeconds, "events/s",
            [.. baselines.Select(speed => (speed.Name, speed.Processor))]);
        Report.Figure("allocated per million events", allocated / (double)Passes, "bytes");
    }

    // What reading the clock costs, some 20 to 30 ns, is within.
    private static void MeasureLatency(byte[] stream)
    {
        var latency = new LatencyHistogram();
        for (var pass = -1; pass < WarmUps; pass++)
        {
            if (pass == 0) latency = new();
            var replay = new OrderStreamReplay(Capacity);
            for (var at = 0; at < stream.Length; at += OrderStreamRecord.Size)
            {
                var start = Stopwatch.GetTimestamp();
                OrderStreamRecord.TryRead(stream.AsSpan(at, OrderStreamRecord.Size), out var record);
                replay.Apply(record);
                latency.Record(Stopwatch.GetTimestamp() - start);
            }
            Verify(replay.Tape.Hash);
        }
        var unit = 1e9 / Stopwatch.Frequency;
        Report.Figure("latency of an event: median", latency.Quantile(0.5) * unit, "ns");
        Report.Figure("latency of an event: 99th percentile", latency.Quantile(0.99) * unit, "ns");
        Report.Figure("latency of an event: 99.9th percentile", latency.Quantile(0.999) * unit, "ns", ("target, at most", 5_000));
        Report.Figure("latency of an event: longest of 5 million", latency.Maximum * unit, "ns");
    }

    private static void MeasureJournal(byte[] stream)
    {
        Report.Figure("journaled and flushed first: as fast as it goes", RunJournal(stream, double.PositiveInfinity), "events/s", ("target", JournalRate));
        Report.Figure($"journaled and flushed first: {JournalRate:N0} events/s offered", RunJournal(stream, JournalRate), "events/s");
    }

    private static double RunJournal(byte[] stream, double rate)
    {
        var folder = Directory.CreateTempSubdirectory("fincord-bench-").FullName;
        try
        {
            var path = Path.Combine(folder, "journal");
            var (replay, waits) = (new OrderStreamReplay(Capacity), new LatencyHistogram(step: 10_000));
            var start = Stopwatch.GetTimestamp();
            LatencyHistogram flushes;
            using (var journal = new CommandJournal(path, Commit))
            {
                flushes = journal.Flushes;
                for (var (at, count) = (0, 0); at < stream.Length; at += OrderStreamRecord.Size, count++)
                {
                    while (Stopwatch.GetElapsedTime(start).TotalSeconds * rate < count) Thread.SpinWait(10);
                    journal.Append(stream.AsSpan(at, OrderStreamRecord.Size));
                }
            }
            var speed = OrderStreamA.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
            Verify(replay.Tape.Hash);
            var recovered = new OrderStreamReplay(Capacity);
            CommandJournal.Recover(path, group => Apply(group.Span, recovered));
            Verify(recovered.Tape.Hash);
            Report.Figure("  one flush of the disk, median", flushes.Quantile(0.5) / 1e3, "µs");
            Report.Figure("  a group's first event until it is durable and matched, median", waits.Quantile(0.5) / 1e3, "µs");
            Report.Figure("  a group's first event until it is durable and matched, longest", waits.Maximum / 1e3, "µs");
            return speed;

            void Commit(ReadOnlyMemory<byte> group, long began)
            {
                Apply(group.Span, replay);
                waits.Record((long)Stopwatch.GetElapsedTime(began).TotalNanoseconds);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Apply(ReadOnlySpan<byte> stream, OrderStreamReplay replay)
    {
        for (; stream.Length >= OrderStreamRecord.Size; stream = stream[OrderStreamRecord.Size..])
        {
            OrderStreamRecord.TryRead(stream, out var record);
            replay.Apply(record);
        }
    }

    private static void Verify(ulong hash)
    {
        if (hash != PublishedHash) throw new InvalidOperationException($"The tape's hash is {hash:x16}, not {PublishedHash:x16}.");
    }
}
