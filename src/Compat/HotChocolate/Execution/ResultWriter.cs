using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace HotChocolate.Execution;

/// <summary>
/// Writes JSON as UTF-8 into a pooled buffer that can be rewound, which is how a null takes the place of a half-written object when one of
/// its non-null fields fails. It checks nothing: the engine writes names, commas and braces in the right places.
/// </summary>
internal sealed class ResultWriter : IBufferWriter<byte>, IDisposable
{
    private const int InitialCapacity = 4096;

    // What RFC 8259 demands to be escaped, and nothing else: results are never pasted into HTML.
    private static readonly SearchValues<char> EscapedChars = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialCapacity);
    private int _position;

    /// <summary>How many bytes have been written; a value to <see cref="Rewind"/> to.</summary>
    public int Position => _position;

    /// <summary>What has been written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _position);

    /// <summary>Drops everything written after <paramref name="position"/>.</summary>
    public void Rewind(int position) => _position = position;

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    public void Byte(byte value)
    {
        Reserve(1);
        _buffer[_position++] = value;
    }

    public void Raw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length);
        json.CopyTo(_buffer.AsSpan(_position));
        _position += json.Length;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number<T>(T value) where T : IUtf8SpanFormattable
    {
        const int longestNumber = 48;
        Reserve(longestNumber);
        value.TryFormat(_buffer.AsSpan(_position), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    public void String(ReadOnlySpan<char> value)
    {
        Reserve(checked(value.Length * 3 + 2));
        _buffer[_position++] = (byte)'"';
        while (true)
        {
            var special = value.IndexOfAny(EscapedChars);
            Transcode(special < 0 ? value : value[..special]);
            if (special < 0) break;
            Escape(value[special]);
            value = value[(special + 1)..];
            Reserve(checked(value.Length * 3 + 1));
        }
        _buffer[_position++] = (byte)'"';
    }

    public void String(ReadOnlySpan<byte> utf8) => String(Encoding.UTF8.GetString(utf8));

    /// <summary>Hands out <paramref name="sizeHint"/> bytes or more to fill; <see cref="Advance"/> says how many were.</summary>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsSpan(_position);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_position);
    }

    public void Advance(int count) => _position += count;

    // A lone surrogate becomes U+FFFD: JSON text is UTF-8, which cannot carry it.
    private void Transcode(ReadOnlySpan<char> value)
    {
        Utf8.FromUtf16(value, _buffer.AsSpan(_position), out _, out var written, replaceInvalidSequences: true);
        _position += written;
    }

    private void Escape(char value)
    {
        Reserve(6);
        var span = _buffer.AsSpan(_position);
        span[0] = (byte)'\\';
        span[1] = value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        _position += 2;
        if (span[1] != 'u') return;
        ((int)value).TryFormat(span[2..], out _, "X4", CultureInfo.InvariantCulture);
        _position += 4;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _position >= count) return;
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_buffer.Length * 2, _position + count)));
        _buffer.AsSpan(0, _position).CopyTo(larger);
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
