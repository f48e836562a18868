using System.Text;

namespace HotChocolate.Language;

/// <content>Type system definitions and extensions (October 2021, §3).</content>
internal ref partial struct Utf8GraphQLParser
{
    private TypeSystemDefinitionNode ParseTypeSystemDefinition()
    {
        var start = _lexer.Start;
        var described = ParseDescription();
        var isExtension = IsKeyword("extend"u8);
        if (isExtension)
        {
            if (described) throw Unexpected();
            _lexer.MoveNext();
        }
        if (_lexer.Kind != TokenKind.Name) throw Unexpected();
        var keyword = Encoding.UTF8.GetString(_lexer.Value);
        if (keyword is not ("schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive")
            || (isExtension && keyword == "directive"))
            throw Unexpected();
        _lexer.MoveNext();
        switch (keyword)
        {
            case "schema":
                ParseDirectives(constant: true);
                if (!isExtension || _lexer.Kind == TokenKind.LeftBrace) ParseRootOperationTypes();
                break;
            case "scalar":
                ParseName();
                ParseDirectives(constant: true);
                break;
            case "type" or "interface":
                ParseName();
                ParseImplements();
                ParseDirectives(constant: true);
                if (_lexer.Kind == TokenKind.LeftBrace) ParseFieldDefinitions();
                break;
            case "union":
                ParseName();
                ParseDirectives(constant: true);
                if (Skip(TokenKind.Equal)) ParseNames(TokenKind.Pipe);
                break;
            case "enum":
                ParseName();
                ParseDirectives(constant: true);
                if (_lexer.Kind == TokenKind.LeftBrace) ParseEnumValues();
                break;
            case "input":
                ParseName();
                ParseDirectives(constant: true);
                if (_lexer.Kind == TokenKind.LeftBrace) ParseInputValues(TokenKind.LeftBrace, TokenKind.RightBrace);
                break;
            default:
                Expect(TokenKind.At);
                ParseName();
                if (_lexer.Kind == TokenKind.LeftParenthesis) ParseInputValues(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
                if (IsKeyword("repeatable"u8)) _lexer.MoveNext();
                if (!IsKeyword("on"u8)) throw Unexpected();
                _lexer.MoveNext();
                ParseNames(TokenKind.Pipe);
                break;
        }
        return new(start);
    }

    private bool ParseDescription()
    {
        if (_lexer.Kind is not (TokenKind.String or TokenKind.BlockString)) return false;
        ParseString();
        return true;
    }

    private void ParseRootOperationTypes()
    {
        Expect(TokenKind.LeftBrace);
        do
        {
            ParseName();
            Expect(TokenKind.Colon);
            ParseNamedType();
        }
        while (!Skip(TokenKind.RightBrace));
    }

    private void ParseImplements()
    {
        if (!IsKeyword("implements"u8)) return;
        _lexer.MoveNext();
        ParseNames(TokenKind.Ampersand);
    }

    private void ParseNames(TokenKind separator)
    {
        Skip(separator);
        do ParseName(); while (Skip(separator));
    }

    private void ParseFieldDefinitions()
    {
        Expect(TokenKind.LeftBrace);
        do
        {
            ParseDescription();
            ParseName();
            if (_lexer.Kind == TokenKind.LeftParenthesis) ParseInputValues(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
            Expect(TokenKind.Colon);
            ParseTypeReference();
            ParseDirectives(constant: true);
        }
        while (!Skip(TokenKind.RightBrace));
    }

    private void ParseInputValues(TokenKind open, TokenKind close)
    {
        Expect(open);
        do
        {
            ParseDescription();
            ParseName();
            Expect(TokenKind.Colon);
            ParseTypeReference();
            if (Skip(TokenKind.Equal)) ParseValue(constant: true);
            ParseDirectives(constant: true);
        }
        while (!Skip(close));
    }

    private void ParseEnumValues()
    {
        Expect(TokenKind.LeftBrace);
        do
        {
            ParseDescription();
            if (IsKeyword("true"u8) || IsKeyword("false"u8) || IsKeyword("null"u8)) throw Unexpected();
            ParseName();
            ParseDirectives(constant: true);
        }
        while (!Skip(TokenKind.RightBrace));
    }
}
