using System.Globalization;
using System.Text;

namespace HotChocolate.Language;

/// <summary>Writes values as GraphQL text.</summary>
internal static class SyntaxPrinter
{
    /// <summary>A quoted string with its escapes.</summary>
    public static string Quote(string value)
    {
        var result = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or '\x7F' => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => result.Append(character),
            };
        }
        return result.Append('"').ToString();
    }
}
