namespace HotChocolate.Language;

/// <summary>What a value in a document is.</summary>
public enum SyntaxKind
{
    /// <summary>A reference to a variable: <c>$name</c>.</summary>
    Variable,
    /// <summary>A whole number.</summary>
    IntValue,
    /// <summary>A number with a fraction or an exponent.</summary>
    FloatValue,
    /// <summary>A quoted or block string.</summary>
    StringValue,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    BooleanValue,
    /// <summary><c>null</c>.</summary>
    NullValue,
    /// <summary>A bare name.</summary>
    EnumValue,
    /// <summary>Values in brackets.</summary>
    ListValue,
    /// <summary>Named values in braces.</summary>
    ObjectValue,
}
