using System.Text;

namespace Fincord.Compat.Tests.GraphQL.Fuzzing;

/// <summary>Documents that nobody would write: noise, words in any order, good documents damaged, and bad ones made to cost time.</summary>
internal sealed class FuzzInputs(int seed)
{
    private const int MaxNoise = 300;
    private const int MaxRepetitions = 2_000;

    private static readonly byte[][] Documents = [.. new[]
    {
        "{ assets(kind: EQUITY, first: 2) { id symbol ... on Equity { price related { symbol } } tags(first: 1) } }",
        "query Q($v: Int! = 3, $f: AssetFilterInput, $b: Boolean!) @skip(if: $b) { echo { int(value: $v) filter(value: $f) { or { limit } } } acme @include(if: $b) { ...F } } fragment F on Asset { note }",
        "mutation M { a: append(text: \"\"\"\n    block\n      \\\"\"\" text\n    \"\"\") b: append(text: \"\\u00e4\\ud83d\\udca9\\u{1F4A9}\\n\") store(filter: { symbols: [\"a\"], range: { from: 1.5e3, to: null }, limit: 1 }) { limit } }",
        "subscription S { ticks(count: 3, side: SELL_SHORT) { number odd } }",
        "query { __schema { types { name fields { name args { name defaultValue } type { name ofType { name } } } } } __type(name: \"Asset\") { possibleTypes { name } } }",
        "# comment\n{ echo { matrix(value: [[1, -2], null, []]) float(value: -0.5E+10) by(value: { symbol: \"x\" }) { id } } faults { strictList { fails } } }",
        "\"text\" schema @a { query: Q } extend type Q implements A & B @b(c: [1]) { \"d\" f(a: Int = 1 @c): [Int!]! } union U = | A | B enum E { A B @deprecated } input I { a: Int = 3 } directive @d(a: Int) repeatable on FIELD | QUERY scalar S interface N { a: Int }",
    }.Select(Encoding.UTF8.GetBytes)];

    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "$", "!", "@", "...", "=", "|", "&", "\"", "\"\"\"", "\\", "#", "\n", ",", " ", "query", "mutation", "subscription", "fragment",
        "on", "true", "false", "null", "skip", "include", "if", "extend", "type", "schema", "acme", "assets", "symbol", "id", "note", "value", "echo", "__typename", "F",
        "Asset", "Equity", "Int", "0", "-1", "1.5", "1e9", "\"text\"", "\\u0041", "\\ud83d", "\ufeff", "é", "\0", "99999999999999999999",
    ];

    // What grows inside and around: nesting, names, and everything that rules compare with each other.
    private static readonly (string Before, string Repeated, string Middle, string RepeatedAfter, string After)[] Growing =
    [
        ("{", "loose{", "a", "}", "}"), ("", "{a", "", "}", ""), ("{a(b:", "[", "", "]", ")}"), ("{a(b:", "{c:", "1", "}", ")}"), ("query($a:", "[", "Int", "]", "){a}"),
        ("{", " acme{symbol}", "", "", "}"), ("{", " same:echo{int(value:1)}", "", "", "}"), ("{", " a:acme{b:related{c:symbol}}", "", "", "}"),
        ("{acme{", "...{", "symbol", "}", "}}"), ("{acme{", "...F ", "", "", "}} fragment F on Asset{id}"), ("{acme{symbol", "@skip(if:true)", "", "", "}}"),
        ("query Q(", "$v:Int ", "", "", "){a}"), ("{a(", "b:1 ", "", "", ")}"), ("{a(b:{", "c:1 ", "", "", "})}"), ("{a(b:[", "$v ", "", "", "])}"),
        ("{a(b:\"", "\\u0041", "", "", "\")}"), ("{a(b:\"\"\"", "\n   x", "", "", "\"\"\")}"), ("{a(b:\"\"\"", "\\\"\"\"", "", "", "\"\"\")}"), ("{a(b:", "9", "", "", ")}"),
        ("{a(b:1.", "0", "", "", "e9)}"), ("", "#\n", "{a}", "", ""), ("", ",", "{a}", "", ""), ("", "query A{a}", "", "", ""), ("", "fragment F on Asset{...F}", "", "", "{acme{...F}}"),
        ("{", "nope ", "", "", "}"), ("{", "...Nope ", "", "", "}"), ("{ a", "b", "", "", "}"), ("{strictFaults{", "strictList{", "present", "}", "}}"),
    ];

    private readonly Random _random = new(seed);

    public byte[] Next() => _random.Next(10) switch
    {
        0 => Noise(),
        1 or 2 => Encoding.UTF8.GetBytes(string.Join(_random.Next(2) == 0 ? " " : "", Enumerable.Range(0, _random.Next(60)).Select(_ => Pick(Words)))),
        3 when _random.Next(20) == 0 => Grown(),
        4 when _random.Next(50) == 0 => Spreading(),
        _ => Damage(Pick(Documents)),
    };

    /// <summary>The same kind of damage to any bytes.</summary>
    public byte[] Damage(byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var damages = _random.Next(1, 5); damages > 0; damages--)
        {
            var at = _random.Next(bytes.Count + 1);
            var length = Math.Min(_random.Next(1, 12), bytes.Count - at);
            switch (_random.Next(6))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(_random.Next(bytes.Count - length + 1), length)); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pick(Words))); break;
                case 3 when at < bytes.Count: bytes[at] = (byte)_random.Next(256); break;
                case 4 when at < bytes.Count: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
                default: bytes.InsertRange(at, Pick(Documents).AsSpan(0, _random.Next(40)).ToArray()); break;
            }
        }
        return [.. bytes];
    }

    public int Below(int limit) => _random.Next(limit);

    public T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    public byte[] Noise()
    {
        var bytes = new byte[_random.Next(MaxNoise)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Grown()
    {
        var (before, repeated, middle, repeatedAfter, after) = Pick(Growing);
        var times = _random.Next(1, MaxRepetitions);
        var text = new StringBuilder(before).Insert(before.Length, repeated, times).Append(middle);
        return Encoding.UTF8.GetBytes(text.Insert(text.Length, repeatedAfter, times).Append(after).ToString());
    }

    // Fragments that each spread the next one several times: exponential for whoever follows every spread.
    private byte[] Spreading()
    {
        var (length, times) = (_random.Next(2, 60), _random.Next(2, 6));
        var text = new StringBuilder("{strictFaults{...F0}}");
        for (var i = 0; i < length; i++)
        {
            text.Append($" fragment F{i} on Faults{{");
            for (var j = 0; j < times; j++) text.Append(_random.Next(2) == 0 ? $"...F{i + 1} " : $"{(char)('a' + j)}:strict{{...F{i + 1}}} ");
            text.Append('}');
        }
        return Encoding.UTF8.GetBytes(text.Append($" fragment F{length} on Faults{{present}}").ToString());
    }
}
