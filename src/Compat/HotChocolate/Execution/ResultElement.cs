using HotChocolate.Execution;

namespace HotChocolate.Text.Json;

/// <summary>The place in the result where a scalar writes its value: exactly one of the setters is called, once.</summary>
public readonly struct ResultElement
{
    private readonly ResultWriter _writer;

    internal ResultElement(ResultWriter writer) => _writer = writer;

    /// <summary>Writes a string.</summary>
    /// <param name="value">The text.</param>
    /// <param name="isEncoded">Whether the text is JSON-escaped already and is taken as it is.</param>
    public void SetStringValue(ReadOnlySpan<char> value, bool isEncoded = false)
    {
        if (!isEncoded)
        {
            _writer.String(value);
            return;
        }
        _writer.Byte((byte)'"');
        var span = _writer.GetSpan(checked(value.Length * 3));
        _writer.Advance(System.Text.Encoding.UTF8.GetBytes(value, span));
        _writer.Byte((byte)'"');
    }

    /// <inheritdoc cref="SetStringValue(ReadOnlySpan{char}, bool)"/>
    public void SetStringValue(ReadOnlySpan<byte> value, bool isEncoded = false)
    {
        if (!isEncoded)
        {
            _writer.String(value);
            return;
        }
        _writer.Byte((byte)'"');
        _writer.Raw(value);
        _writer.Byte((byte)'"');
    }

    /// <summary>Writes a number given as JSON text.</summary>
    public void SetNumberValue(ReadOnlySpan<byte> value) => _writer.Raw(value);

    /// <summary>Writes a number.</summary>
    public void SetNumberValue(int value) => _writer.Number(value);

    /// <summary>Writes a number.</summary>
    public void SetNumberValue(uint value) => _writer.Number(value);

    /// <summary>Writes a number.</summary>
    public void SetNumberValue(long value) => _writer.Number(value);

    /// <summary>Writes a number.</summary>
    public void SetNumberValue(ulong value) => _writer.Number(value);

    /// <summary>Writes a finite number.</summary>
    public void SetNumberValue(float value) => _writer.Number(value);

    /// <summary>Writes a finite number.</summary>
    public void SetNumberValue(double value) => _writer.Number(value);

    /// <summary>Writes a number.</summary>
    public void SetNumberValue(decimal value) => _writer.Number(value);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void SetBooleanValue(bool value) => _writer.Boolean(value);

    /// <summary>Writes <c>null</c>.</summary>
    public void SetNullValue() => _writer.Null();
}
