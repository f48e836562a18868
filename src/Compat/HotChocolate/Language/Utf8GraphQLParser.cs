using System.Text;
using System.Text.Unicode;
using HotChocolate.Execution.Options;

namespace HotChocolate.Language;

/// <summary>
/// A recursive-descent parser of the whole language of October 2021. Nesting and the numbers of tokens, fields and directives are limited, so
/// that no document can exhaust the stack or make the passes behind the parser slow.
/// </summary>
internal ref partial struct Utf8GraphQLParser
{
    private static readonly RequestParserOptions DefaultLimits = new();

    private readonly RequestParserOptions _limits;
    private Utf8Lexer _lexer;
    private int _nesting;
    private int _fields;

    private Utf8GraphQLParser(ReadOnlySpan<byte> source, RequestParserOptions limits)
    {
        _limits = limits;
        _lexer = new(source, limits.MaxAllowedTokens);
    }

    /// <summary>Parses a document; throws <see cref="SyntaxException"/>. The array is kept, not copied.</summary>
    public static DocumentNode Parse(byte[] source, RequestParserOptions? limits = null)
    {
        if (!Utf8.IsValid(source)) throw new SyntaxException("The document is not valid UTF-8.", 0);
        return new(source, new Utf8GraphQLParser(source, limits ?? DefaultLimits).ParseDefinitions());
    }

    /// <summary>Parses a single type such as <c>[Int!]</c>.</summary>
    public static TypeNode ParseType(string text)
    {
        var parser = new Utf8GraphQLParser(Encoding.UTF8.GetBytes(text), DefaultLimits);
        parser._lexer.MoveNext();
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private List<DefinitionNode> ParseDefinitions()
    {
        _lexer.MoveNext();
        var definitions = new List<DefinitionNode>();
        do definitions.Add(ParseDefinition()); while (_lexer.Kind != TokenKind.EndOfFile);
        return definitions;
    }

    private DefinitionNode ParseDefinition()
    {
        if (_lexer.Kind == TokenKind.LeftBrace)
            return new OperationDefinitionNode(_lexer.Start, null, OperationType.Query, [], [], ParseSelectionSet());
        if (_lexer.Kind is TokenKind.String or TokenKind.BlockString) return ParseTypeSystemDefinition();
        if (_lexer.Kind != TokenKind.Name) throw Unexpected();
        if (IsKeyword("query"u8)) return ParseOperation(OperationType.Query);
        if (IsKeyword("mutation"u8)) return ParseOperation(OperationType.Mutation);
        if (IsKeyword("subscription"u8)) return ParseOperation(OperationType.Subscription);
        return IsKeyword("fragment"u8) ? ParseFragmentDefinition() : ParseTypeSystemDefinition();
    }

    private OperationDefinitionNode ParseOperation(OperationType type)
    {
        var start = _lexer.Start;
        _lexer.MoveNext();
        var name = _lexer.Kind == TokenKind.Name ? ParseName() : null;
        return new(start, name, type, ParseVariableDefinitions(), ParseDirectives(constant: false), ParseSelectionSet());
    }

    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var start = _lexer.Start;
        _lexer.MoveNext();
        if (IsKeyword("on"u8)) throw Unexpected();
        return new(start, ParseName(), ParseTypeCondition(), ParseDirectives(constant: false), ParseSelectionSet());
    }

    private NamedTypeNode ParseTypeCondition()
    {
        if (!IsKeyword("on"u8)) throw Unexpected();
        _lexer.MoveNext();
        return ParseNamedType();
    }

    private List<VariableDefinitionNode> ParseVariableDefinitions()
    {
        var variables = new List<VariableDefinitionNode>();
        if (!Skip(TokenKind.LeftParenthesis)) return variables;
        do
        {
            var start = _lexer.Start;
            Expect(TokenKind.Dollar);
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var hasDefault = Skip(TokenKind.Equal);
            var defaultPosition = _lexer.Start;
            var defaultValue = hasDefault ? ParseValue(constant: true) : null;
            variables.Add(new(start, name, type, defaultValue, defaultPosition, ParseDirectives(constant: true)));
        }
        while (!Skip(TokenKind.RightParenthesis));
        return variables;
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _lexer.Start;
        Expect(TokenKind.LeftBrace);
        Enter();
        var selections = new List<SelectionNode>();
        if (_lexer.Kind == TokenKind.EndOfFile) throw Expected(TokenKind.RightBrace);
        do selections.Add(ParseSelection()); while (_lexer.Kind is TokenKind.Name or TokenKind.Spread);
        Expect(TokenKind.RightBrace);
        _nesting--;
        return new(start, selections);
    }

    private SelectionNode ParseSelection()
    {
        var start = _lexer.Start;
        if (!Skip(TokenKind.Spread)) return ParseField();
        if (_lexer.Kind == TokenKind.Name && !IsKeyword("on"u8))
            return new FragmentSpreadNode(start, ParseName(), ParseDirectives(constant: false));
        var typeCondition = _lexer.Kind == TokenKind.Name ? ParseTypeCondition() : null;
        return new InlineFragmentNode(start, typeCondition, ParseDirectives(constant: false), ParseSelectionSet());
    }

    private FieldNode ParseField()
    {
        if (++_fields > _limits.MaxAllowedFields)
            throw Exceeded($"The GraphQL request document contains more than {_limits.MaxAllowedFields} fields.");
        var start = _lexer.Start;
        var name = ParseName();
        string? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ParseName());
        return new(start, alias, name, ParseArguments(constant: false), ParseDirectives(constant: false),
            _lexer.Kind == TokenKind.LeftBrace ? ParseSelectionSet() : null);
    }

    private IReadOnlyList<ArgumentNode> ParseArguments(bool constant)
    {
        if (!Skip(TokenKind.LeftParenthesis)) return [];
        var arguments = new List<ArgumentNode>();
        do
        {
            var start = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var valueStart = _lexer.Start;
            arguments.Add(new(start, name, ParseValue(constant), valueStart));
        }
        while (!Skip(TokenKind.RightParenthesis));
        return arguments;
    }

    private IReadOnlyList<DirectiveNode> ParseDirectives(bool constant)
    {
        if (_lexer.Kind != TokenKind.At) return [];
        var directives = new List<DirectiveNode>();
        do
        {
            var start = _lexer.Start;
            Expect(TokenKind.At);
            directives.Add(new(start, ParseName(), ParseArguments(constant)));
            if (!constant && directives.Count > _limits.MaxAllowedDirectives)
                throw Exceeded($"A location in the GraphQL document contains more than {_limits.MaxAllowedDirectives} directives.");
        }
        while (_lexer.Kind == TokenKind.At);
        return directives;
    }

    private TypeNode ParseTypeReference()
    {
        var start = _lexer.Start;
        TypeNode type;
        if (Skip(TokenKind.LeftBracket))
        {
            Enter();
            type = new ListTypeNode(start, ParseTypeReference());
            Expect(TokenKind.RightBracket);
            _nesting--;
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode ParseNamedType() => new(_lexer.Start, ParseName());

    private string ParseName()
    {
        if (_lexer.Kind != TokenKind.Name) throw Expected(TokenKind.Name);
        var name = Encoding.UTF8.GetString(_lexer.Value);
        _lexer.MoveNext();
        return name;
    }

    private readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => _lexer.Kind == TokenKind.Name && _lexer.Value.SequenceEqual(keyword);

    private bool Skip(TokenKind kind)
    {
        if (_lexer.Kind != kind) return false;
        _lexer.MoveNext();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind)) throw Expected(kind);
    }

    private void Enter()
    {
        if (++_nesting > _limits.MaxAllowedRecursionDepth)
            throw Exceeded($"Document exceeds the maximum allowed recursion depth of {_limits.MaxAllowedRecursionDepth}.");
    }

    private readonly SyntaxException Exceeded(string limit) => new($"{limit} Parsing aborted.", _lexer.Start);

    private readonly SyntaxException Expected(TokenKind kind) =>
        new($"Expected a `{kind}`-token, but found a `{_lexer.Kind}`-token.", _lexer.Start);

    private readonly SyntaxException Unexpected() => new(
        _lexer.Kind == TokenKind.Name ? $"Unexpected token: {Encoding.UTF8.GetString(_lexer.Value)}." : $"Unexpected token: {Describe(_lexer.Kind)}.",
        _lexer.Start);

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.Bang => "!",
        TokenKind.Dollar => "$",
        TokenKind.Ampersand => "&",
        TokenKind.LeftParenthesis => "(",
        TokenKind.RightParenthesis => ")",
        TokenKind.Spread => "...",
        TokenKind.Colon => ":",
        TokenKind.Equal => "=",
        TokenKind.At => "@",
        TokenKind.LeftBracket => "[",
        TokenKind.RightBracket => "]",
        TokenKind.LeftBrace => "{",
        TokenKind.RightBrace => "}",
        TokenKind.Pipe => "|",
        _ => kind.ToString(),
    };
}
