using System.Globalization;
using System.Text;

namespace HotChocolate.Language;

/// <summary>The meaning of string tokens: escape sequences and the indentation of block strings (October 2021, §2.9.4).</summary>
internal static class StringValues
{
    /// <summary>Resolves the escapes of a quoted string; <paramref name="position"/> is the offset of the text in the document.</summary>
    public static string Unescape(ReadOnlySpan<byte> text, int position)
    {
        var result = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var escape = text.IndexOf((byte)'\\');
            if (escape < 0)
            {
                result.Append(Encoding.UTF8.GetString(text));
                break;
            }
            result.Append(Encoding.UTF8.GetString(text[..escape]));
            text = text[escape..];
            position += escape;
            var length = AppendEscape(result, text, position);
            text = text[length..];
            position += length;
        }
        return result.ToString();
    }

    private static int AppendEscape(StringBuilder result, ReadOnlySpan<byte> text, int position)
    {
        switch (text.Length > 1 ? text[1] : (byte)0)
        {
            case (byte)'"': result.Append('"'); return 2;
            case (byte)'\\': result.Append('\\'); return 2;
            case (byte)'/': result.Append('/'); return 2;
            case (byte)'b': result.Append('\b'); return 2;
            case (byte)'f': result.Append('\f'); return 2;
            case (byte)'n': result.Append('\n'); return 2;
            case (byte)'r': result.Append('\r'); return 2;
            case (byte)'t': result.Append('\t'); return 2;
            case (byte)'u': return AppendUnicode(result, text, position);
            default: throw new SyntaxException("Invalid escape sequence in a string.", position);
        }
    }

    private static int AppendUnicode(StringBuilder result, ReadOnlySpan<byte> text, int position)
    {
        var (code, length) = ReadUnicode(text, position);
        if (code is >= 0xD800 and < 0xDC00 && length == 6 && text[length..].StartsWith("\\u"u8))
        {
            var (low, lowLength) = ReadUnicode(text[length..], position + length);
            if (low is < 0xDC00 or > 0xDFFF || lowLength != 6) throw new SyntaxException("Invalid Unicode escape sequence.", position);
            result.Append((char)code).Append((char)low);
            return 12;
        }
        if (!Rune.IsValid(code)) throw new SyntaxException("Invalid Unicode escape sequence.", position);
        result.Append(new Rune(code).ToString());
        return length;
    }

    // Besides the \uXXXX of October 2021 this reads the \u{X…} of September 2025.
    private static (int Code, int Length) ReadUnicode(ReadOnlySpan<byte> text, int position)
    {
        var braced = text.Length > 2 && text[2] == '{';
        var end = braced ? text.IndexOf((byte)'}') : 6;
        var digits = end > 0 && end <= text.Length ? text[(braced ? 3 : 2)..end] : default;
        if (digits.Length is < 1 or > 8
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0x10FFFF)
            throw new SyntaxException("Invalid Unicode escape sequence.", position);
        return ((int)code, braced ? end + 1 : 6);
    }

    /// <summary>The value of a block string: common indentation and blank first and last lines removed.</summary>
    public static string Dedent(ReadOnlySpan<byte> text)
    {
        var raw = Encoding.UTF8.GetString(text).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal);
        var lines = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var common = lines.Skip(1).Where(line => !IsBlank(line)).Select(Indentation).DefaultIfEmpty(0).Min();
        for (var i = 1; i < lines.Length; i++) lines[i] = lines[i].Length > common ? lines[i][common..] : "";
        var first = Array.FindIndex(lines, line => !IsBlank(line));
        var last = Array.FindLastIndex(lines, line => !IsBlank(line));
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    private static int Indentation(string line) => line.Length - line.AsSpan().TrimStart(" \t").Length;

    private static bool IsBlank(string line) => Indentation(line) == line.Length;
}
