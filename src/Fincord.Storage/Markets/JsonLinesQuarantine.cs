using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fincord.Contracts.Markets;
using Fincord.Storage.Files;

namespace Fincord.Storage.Markets;

/// <summary>
/// Quarantine in JSON lines: a file per UTC day of receipt, <c>2026-01-02.jsonl</c>, a record per line with the members
/// <c>source line code reason record receivedAt</c>. Lines are whole or not there.
/// </summary>
internal sealed class JsonLinesQuarantine(string directory) : IQuarantine, IDisposable
{
    private const int MaxRecordChars = 4_096;
    private const byte NewLine = (byte)'\n';

    // Records are read by people: letters stay letters. The file is never part of a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public async Task Add(IReadOnlyList<QuarantinedRecord> records, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            Directory.CreateDirectory(directory);
            foreach (var day in records.GroupBy(record => record.ReceivedAt.ToString()[..10]))
                await AppendLines(Path.Combine(directory, day.Key + ".jsonl"), ToLines(day));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw failure.ToStorageException(directory);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task AppendLines(string path, ReadOnlyMemory<byte> lines)
    {
        var isNew = !File.Exists(path);
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        var end = EndOfWholeLines(file);
        file.SetLength(end);
        file.Position = end;
        try
        {
            await file.WriteAsync(lines, CancellationToken.None);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(end);
            throw;
        }
        if (isNew) PosixFile.FlushDirectory(Path.GetDirectoryName(path)!);
    }

    // A crash may have left the beginning of a line that nobody was told of.
    private static long EndOfWholeLines(FileStream file)
    {
        var buffer = new byte[4_096];
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - buffer.Length);
            var bytes = buffer.AsSpan(0, (int)(end - start));
            file.Position = start;
            file.ReadExactly(bytes);
            var last = bytes.LastIndexOf(NewLine);
            if (last >= 0) return start + last + 1;
            end = start;
        }
        return 0;
    }

    private static ReadOnlyMemory<byte> ToLines(IEnumerable<QuarantinedRecord> records)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(lines, Readable);
        foreach (var record in records)
        {
            json.WriteStartObject();
            json.WriteString("source", record.Source);
            json.WriteNumber("line", record.Line);
            json.WriteString("code", record.Code);
            json.WriteString("reason", record.Reason);
            json.WriteString("record", Cut(record.Record));
            json.WriteString("receivedAt", record.ReceivedAt.ToString());
            json.WriteEndObject();
            json.Flush();
            lines.Write([NewLine]);
            json.Reset();
        }
        return lines.WrittenMemory;
    }

    // Never between the two halves of a character.
    private static ReadOnlySpan<char> Cut(string record) => record.Length <= MaxRecordChars
        ? record
        : record.AsSpan(0, char.IsHighSurrogate(record[MaxRecordChars - 1]) ? MaxRecordChars - 1 : MaxRecordChars);
}
