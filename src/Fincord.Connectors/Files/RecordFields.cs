using System.Text.Json;

namespace Fincord.Connectors.Files;

/// <summary>Finds the values of a record. JSON's null and CSV's nothing are both an empty value; quotes around a value are not part of it.</summary>
internal static class RecordFields
{
    /// <summary>More values than any record read here has.</summary>
    public const int MaxCount = 64;

    /// <summary>Splits a line at its commas; the count of values, at most <see cref="MaxCount"/>.</summary>
    public static int SplitCsv(ReadOnlySpan<byte> record, Span<Range> fields)
    {
        var count = 0;
        var start = 0;
        while (count < fields.Length)
        {
            var length = record[start..].IndexOf((byte)',');
            var end = length < 0 ? record.Length : start + length;
            fields[count++] = Bare(record, start, end);
            if (length < 0) break;
            start = end + 1;
        }
        return count;
    }

    /// <summary>
    /// Splits a JSON array of plain values; -1 when the record is another value, holds an array or object, or is not JSON.
    /// Escapes in strings are left as they stand: nothing that is understood here needs them.
    /// </summary>
    public static int SplitJson(ReadOnlySpan<byte> record, Span<Range> fields)
    {
        var reader = new Utf8JsonReader(record);
        var count = 0;
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartArray) return -1;
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                if (count == fields.Length || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return -1;
                var start = (int)reader.TokenStartIndex + (reader.TokenType is JsonTokenType.String ? 1 : 0);
                fields[count++] = reader.TokenType is JsonTokenType.Null ? start..start : start..(start + reader.ValueSpan.Length);
            }
            return count;
        }
        catch (JsonException)
        {
            return -1;
        }
    }

    private static Range Bare(ReadOnlySpan<byte> record, int start, int end)
    {
        while (start < end && record[start] is (byte)' ' or (byte)'\t') start++;
        while (end > start && record[end - 1] is (byte)' ' or (byte)'\t') end--;
        return end - start >= 2 && record[start] == '"' && record[end - 1] == '"' ? (start + 1)..(end - 1) : start..end;
    }
}
