using Fincord.Domain.Trading.Matching;

namespace Fincord.Benchmarks.Trading;

/// <summary>Replays a file of order stream records and prints the one line that engines are compared by.</summary>
internal static class OrderStreamFile
{
    private const int Malformed = 2;

    /// <summary>The exit code: 0, or 2 with one line on the error stream when the file cannot be read or is none of these.</summary>
    public static int Replay(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return Replay(file, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Complain("NOT_FOUND", failure.Message);
        }
    }

    private static int Replay(Stream file, string path)
    {
        var replay = new OrderStreamReplay(capacity: 1 << 15);
        var buffer = new byte[1 << 20];
        var records = 0L;
        for (int read; (read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            for (var at = 0; at < read; at += OrderStreamRecord.Size, records++)
            {
                if (read - at < OrderStreamRecord.Size)
                    return Complain("MALFORMED", $"{path} ends within record {records}: a record has {OrderStreamRecord.Size} bytes.");
                if (!OrderStreamRecord.TryRead(buffer.AsSpan(at), out var record))
                    return Complain("MALFORMED", $"{path}: record {records} (byte {records * OrderStreamRecord.Size}) has a type above 2, a side above 1, or bytes 2 and 3 that are not zero.");
                replay.Apply(record);
            }
        }
        Console.WriteLine(replay);
        return 0;
    }

    private static int Complain(string code, string reason)
    {
        Console.Error.WriteLine($"fincord: {code}: {reason}");
        return Malformed;
    }
}
