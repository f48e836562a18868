namespace Fincord.Connectors.Files;

/// <summary>Cuts text into lines; lines without anything on them are no records.</summary>
internal sealed class CsvLines(string path, MarketFileContent content) : RecordSplitter(path, content)
{
    private readonly byte[] beginning = new byte[4_096];
    private bool passingOver;
    private int searched;

    /// <inheritdoc/>
    public override bool TryNext(out ReadOnlySpan<byte> record)
    {
        while (true)
        {
            var end = Buffered[searched..].IndexOf((byte)'\n');
            var isWhole = end >= 0 || HasEnded;
            var length = end >= 0 ? searched + end : Buffered.Length;
            var taken = end >= 0 ? length + 1 : length;
            record = Buffered[..length];
            searched = isWhole ? 0 : length;
            if (!passingOver && !isWhole && length <= MaxRecordLength) return false;
            if (!passingOver && length > MaxRecordLength)
            {
                passingOver = true;
                Line = NextLine;
                record[..beginning.Length].CopyTo(beginning);
            }
            if (passingOver)
            {
                searched = 0;
                Take(taken);
                if (!isWhole) return false;
                passingOver = false;
                IsOverlong = true;
                Ordinal++;
                record = beginning;
                return true;
            }
            if (taken == 0) return false;
            var line = NextLine;
            Take(taken);
            record = record.Trim(" \t\r"u8);
            if (record.IsEmpty) continue;
            (Line, IsOverlong) = (line, false);
            Ordinal++;
            return true;
        }
    }
}
