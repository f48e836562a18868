using System.Text;

namespace HotChocolate.Language;

/// <content>Values.</content>
internal ref partial struct Utf8GraphQLParser
{
    private IValueNode ParseValue(bool constant)
    {
        switch (_lexer.Kind)
        {
            case TokenKind.LeftBracket: return ParseList(constant);
            case TokenKind.LeftBrace: return ParseObject(constant);
            case TokenKind.Integer: return Consume(new IntValueNode(Encoding.UTF8.GetString(_lexer.Value)));
            case TokenKind.Float: return Consume(new FloatValueNode(Encoding.UTF8.GetString(_lexer.Value)));
            case TokenKind.String:
            case TokenKind.BlockString: return ParseString();
            case TokenKind.Name: return ParseNameValue();
            case TokenKind.Dollar when !constant:
                var start = _lexer.Start;
                _lexer.MoveNext();
                return new VariableNode(start, ParseName());
            default: throw Unexpected();
        }
    }

    private IValueNode Consume(IValueNode value)
    {
        _lexer.MoveNext();
        return value;
    }

    private StringValueNode ParseString()
    {
        var block = _lexer.Kind == TokenKind.BlockString;
        var text = block ? StringValues.Dedent(_lexer.Value)
            : _lexer.HasEscapes ? StringValues.Unescape(_lexer.Value, _lexer.Start + 1)
            : Encoding.UTF8.GetString(_lexer.Value);
        _lexer.MoveNext();
        return new(text, block);
    }

    private IValueNode ParseNameValue()
    {
        if (IsKeyword("true"u8)) return Consume(BooleanValueNode.True);
        if (IsKeyword("false"u8)) return Consume(BooleanValueNode.False);
        return IsKeyword("null"u8) ? Consume(NullValueNode.Default) : new EnumValueNode(ParseName());
    }

    private ListValueNode ParseList(bool constant)
    {
        Expect(TokenKind.LeftBracket);
        Enter();
        var items = new List<IValueNode>();
        while (!Skip(TokenKind.RightBracket)) items.Add(ParseValue(constant));
        _nesting--;
        return new(items);
    }

    private ObjectValueNode ParseObject(bool constant)
    {
        Expect(TokenKind.LeftBrace);
        Enter();
        var fields = new List<ObjectFieldNode>();
        while (!Skip(TokenKind.RightBrace))
        {
            var start = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new(start, name, ParseValue(constant)));
        }
        _nesting--;
        return new(fields);
    }
}
