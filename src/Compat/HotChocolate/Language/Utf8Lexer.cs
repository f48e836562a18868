using System.Buffers;

namespace HotChocolate.Language;

/// <summary>
/// Splits UTF-8 source into the tokens of the October 2021 specification (§2.1). It allocates nothing: a token is a range of the source.
/// The source must be valid UTF-8, which the parser checks once beforehand.
/// </summary>
internal ref struct Utf8Lexer(ReadOnlySpan<byte> source, int maxTokens)
{
    private static readonly SearchValues<byte> NameContinue =
        SearchValues.Create("_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly ReadOnlySpan<byte> _source = source;
    private int _position;
    private int _tokens;

    /// <summary>What the current token is.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Byte offset at which the current token starts.</summary>
    public int Start { get; private set; }

    /// <summary>The text of a name or number; of a string, what stands between its quotes, escapes and all.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Whether the current string token contains escape sequences.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>Moves to the next token; at the end of the source the kind is <see cref="TokenKind.EndOfFile"/>.</summary>
    public void MoveNext()
    {
        SkipIgnored();
        Start = _position;
        Value = default;
        if (_position >= _source.Length)
        {
            Kind = TokenKind.EndOfFile;
            return;
        }
        if (++_tokens > maxTokens) throw new SyntaxException($"Document contains more than {maxTokens} tokens. Parsing aborted.", _position);
        var first = _source[_position];
        if (IsNameStart(first))
        {
            ReadName();
            return;
        }
        switch (first)
        {
            case (byte)'{': Punctuator(TokenKind.LeftBrace); break;
            case (byte)'}': Punctuator(TokenKind.RightBrace); break;
            case (byte)'(': Punctuator(TokenKind.LeftParenthesis); break;
            case (byte)')': Punctuator(TokenKind.RightParenthesis); break;
            case (byte)':': Punctuator(TokenKind.Colon); break;
            case (byte)'$': Punctuator(TokenKind.Dollar); break;
            case (byte)'!': Punctuator(TokenKind.Bang); break;
            case (byte)'@': Punctuator(TokenKind.At); break;
            case (byte)'[': Punctuator(TokenKind.LeftBracket); break;
            case (byte)']': Punctuator(TokenKind.RightBracket); break;
            case (byte)'=': Punctuator(TokenKind.Equal); break;
            case (byte)'|': Punctuator(TokenKind.Pipe); break;
            case (byte)'&': Punctuator(TokenKind.Ampersand); break;
            case (byte)'.': ReadSpread(); break;
            case (byte)'"': ReadString(); break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): ReadNumber(); break;
            default: throw Unexpected(_position);
        }
    }

    private void Punctuator(TokenKind kind)
    {
        Kind = kind;
        _position++;
    }

    private void SkipIgnored()
    {
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    _position++;
                    break;
                case (byte)'#':
                    var rest = _source[_position..];
                    var length = rest.IndexOfAny(LineEnds);
                    var comment = length < 0 ? rest : rest[..length];
                    var control = IndexOfControl(comment);
                    if (control >= 0) throw Unexpected(_position + control);
                    _position += comment.Length;
                    break;
                case 0xEF when _source[_position..].StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]):
                    _position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private void ReadName()
    {
        var rest = _source[_position..];
        var length = rest.IndexOfAnyExcept(NameContinue);
        Value = length < 0 ? rest : rest[..length];
        _position += Value.Length;
        Kind = TokenKind.Name;
    }

    private void ReadSpread()
    {
        if (!_source[_position..].StartsWith("..."u8)) throw Unexpected(_position);
        _position += 3;
        Kind = TokenKind.Spread;
    }

    private void ReadNumber()
    {
        Kind = TokenKind.Integer;
        if (Peek() == '-') _position++;
        if (Peek() == '0')
        {
            _position++;
            if (IsDigit(Peek())) throw Unexpected(_position);
        }
        else
        {
            ReadDigits();
        }
        if (Peek() == '.')
        {
            Kind = TokenKind.Float;
            _position++;
            ReadDigits();
        }
        if (Peek() is 'e' or 'E')
        {
            Kind = TokenKind.Float;
            _position++;
            if (Peek() is '+' or '-') _position++;
            ReadDigits();
        }
        // "123abc" and "1.2.3" are errors rather than two tokens (§2.9.1).
        if (Peek() is var next && (next == '.' || (next >= 0 && IsNameStart((byte)next)))) throw Unexpected(_position);
        Value = _source[Start.._position];
    }

    private void ReadDigits()
    {
        if (!IsDigit(Peek())) throw Unexpected(_position);
        while (IsDigit(Peek())) _position++;
    }

    private void ReadString()
    {
        HasEscapes = false;
        if (_source[_position..].StartsWith("\"\"\""u8))
        {
            ReadBlockString();
            return;
        }
        Kind = TokenKind.String;
        _position++;
        var contentStart = _position;
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)'"':
                    Value = _source[contentStart.._position];
                    _position++;
                    return;
                case (byte)'\\':
                    HasEscapes = true;
                    _position += 2;
                    break;
                case (byte)'\n' or (byte)'\r':
                    throw new SyntaxException("Unterminated string.", Start);
                case < 0x20 and not (byte)'\t':
                    throw Unexpected(_position);
                default:
                    _position++;
                    break;
            }
        }
        throw new SyntaxException("Unterminated string.", Start);
    }

    private void ReadBlockString()
    {
        Kind = TokenKind.BlockString;
        _position += 3;
        var contentStart = _position;
        while (_position < _source.Length)
        {
            var rest = _source[_position..];
            switch (rest[0])
            {
                case (byte)'"' when rest.StartsWith("\"\"\""u8):
                    Value = _source[contentStart.._position];
                    _position += 3;
                    return;
                case (byte)'\\' when rest.StartsWith("\\\"\"\""u8):
                    HasEscapes = true;
                    _position += 4;
                    break;
                case < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r'):
                    throw Unexpected(_position);
                default:
                    _position++;
                    break;
            }
        }
        throw new SyntaxException("Unterminated string.", Start);
    }

    private readonly int Peek() => _position < _source.Length ? _source[_position] : -1;

    private static bool IsDigit(int value) => value is >= '0' and <= '9';

    private static bool IsNameStart(byte value) => value == '_' || char.IsAsciiLetter((char)value);

    private static int IndexOfControl(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x20 && text[i] != '\t') return i;
        }
        return -1;
    }

    private readonly SyntaxException Unexpected(int position) => position < _source.Length
        ? new($"Unexpected character: {Describe(_source[position])}.", position)
        : new("Unexpected end of the document.", position);

    private static string Describe(byte value) => value is > 0x20 and < 0x7F ? ((char)value).ToString() : $"0x{value:X2}";
}
