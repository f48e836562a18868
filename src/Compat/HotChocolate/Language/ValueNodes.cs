using System.Globalization;

namespace HotChocolate.Language;

/// <summary>A value as a document writes it. <see cref="object.ToString"/> gives it back as GraphQL text.</summary>
public interface IValueNode
{
    /// <summary>What the value is.</summary>
    SyntaxKind Kind { get; }
}

/// <summary>A literal whose text is a number: <see cref="IntValueNode"/> or <see cref="FloatValueNode"/>.</summary>
public interface IFloatValueLiteral : IValueNode
{
    /// <summary>The number as a double; throws <see cref="FormatException"/> or <see cref="OverflowException"/> when it is none.</summary>
    double ToDouble();

    /// <summary>The number as a decimal; throws <see cref="OverflowException"/> out of range.</summary>
    decimal ToDecimal();
}

/// <summary>A node whose byte offset in its document is known, for error locations; 0 in values that no document contains.</summary>
internal abstract class SyntaxNode(int position)
{
    public int Position { get; } = position;
}

/// <summary>A string.</summary>
public sealed class StringValueNode : IValueNode
{
    /// <summary>A string with the given value (unescaped).</summary>
    public StringValueNode(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    internal StringValueNode(string value, bool block) : this(value) => Block = block;

    /// <summary>The string, unescaped.</summary>
    public string Value { get; }

    /// <summary>Whether it is written between triple quotes.</summary>
    public bool Block { get; }

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.StringValue;

    /// <inheritdoc/>
    public override string ToString() => SyntaxPrinter.Quote(Value);
}

/// <summary>A whole number of any length.</summary>
public sealed class IntValueNode : IValueNode, IFloatValueLiteral
{
    /// <summary>The number <paramref name="value"/>.</summary>
    public IntValueNode(int value) => Value = value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number <paramref name="value"/>.</summary>
    public IntValueNode(long value) => Value = value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number <paramref name="value"/>.</summary>
    public IntValueNode(ulong value) => Value = value.ToString(CultureInfo.InvariantCulture);

    internal IntValueNode(string digits) => Value = digits;

    /// <summary>The digits, with a sign if negative.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.IntValue;

    /// <summary>The number; throws <see cref="OverflowException"/> out of range.</summary>
    public int ToInt32() => int.Parse(Value, CultureInfo.InvariantCulture);

    /// <summary>The number; throws <see cref="OverflowException"/> out of range.</summary>
    public long ToInt64() => long.Parse(Value, CultureInfo.InvariantCulture);

    /// <summary>The number; throws <see cref="OverflowException"/> out of range.</summary>
    public ulong ToUInt64() => ulong.Parse(Value, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public double ToDouble() => double.Parse(Value, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public decimal ToDecimal() => decimal.Parse(Value, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A number with a fraction or an exponent.</summary>
public sealed class FloatValueNode : IValueNode, IFloatValueLiteral
{
    /// <summary>The number <paramref name="value"/>.</summary>
    public FloatValueNode(double value) => Value = value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The number <paramref name="value"/>.</summary>
    public FloatValueNode(decimal value) => Value = value.ToString(CultureInfo.InvariantCulture);

    internal FloatValueNode(string text) => Value = text;

    /// <summary>The text of the number.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.FloatValue;

    /// <inheritdoc/>
    public double ToDouble() => double.Parse(Value, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public decimal ToDecimal() => decimal.Parse(Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(bool value) : IValueNode
{
    internal static readonly BooleanValueNode True = new(true);
    internal static readonly BooleanValueNode False = new(false);

    /// <summary>The truth value.</summary>
    public bool Value { get; } = value;

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.BooleanValue;

    /// <inheritdoc/>
    public override string ToString() => Value ? "true" : "false";
}

/// <summary>The name of an enum value.</summary>
public sealed class EnumValueNode(string value) : IValueNode
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.EnumValue;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The value <c>null</c>.</summary>
public sealed class NullValueNode : IValueNode
{
    private NullValueNode() { }

    /// <summary>The only instance.</summary>
    public static NullValueNode Default { get; } = new();

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.NullValue;

    /// <inheritdoc/>
    public override string ToString() => "null";
}

/// <summary>Values in brackets.</summary>
public sealed class ListValueNode(IReadOnlyList<IValueNode> items) : IValueNode
{
    /// <summary>The values in their order.</summary>
    public IReadOnlyList<IValueNode> Items { get; } = items;

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.ListValue;

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Items)}]";
}

/// <summary>Named values in braces.</summary>
public sealed class ObjectValueNode : IValueNode
{
    internal ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) => Fields = fields;

    internal IReadOnlyList<ObjectFieldNode> Fields { get; }

    /// <inheritdoc/>
    public SyntaxKind Kind => SyntaxKind.ObjectValue;

    /// <inheritdoc/>
    public override string ToString() => Fields.Count == 0 ? "{}" : $"{{ {string.Join(", ", Fields)} }}";
}

/// <summary>One named value of an <see cref="ObjectValueNode"/>.</summary>
internal sealed class ObjectFieldNode(int position, string name, IValueNode value) : SyntaxNode(position)
{
    public string Name { get; } = name;
    public IValueNode Value { get; } = value;

    public override string ToString() => $"{Name}: {Value}";
}

/// <summary>A reference to a variable.</summary>
internal sealed class VariableNode(int position, string name) : SyntaxNode(position), IValueNode
{
    public string Name { get; } = name;
    public SyntaxKind Kind => SyntaxKind.Variable;

    public override string ToString() => "$" + Name;
}
