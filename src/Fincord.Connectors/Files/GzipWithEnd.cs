namespace Fincord.Connectors.Files;

/// <summary>
/// A gzip file followed by one more member, an empty one. Unpacking it changes nothing when the file is whole; when the file is cut off, even
/// within its last checksum (which the unpacker would not notice), the member's bytes stand where others belong and the damage shows.
/// </summary>
internal sealed class GzipWithEnd(FileStream file) : Stream
{
    private static readonly byte[] EmptyMember = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private int given;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await file.ReadAsync(buffer, cancellationToken) is > 0 and var length ? length : GiveEnd(buffer.Span);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => file.Read(buffer) is > 0 and var length ? length : GiveEnd(buffer);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private int GiveEnd(Span<byte> buffer)
    {
        var length = Math.Min(buffer.Length, EmptyMember.Length - given);
        EmptyMember.AsSpan(given, length).CopyTo(buffer);
        given += length;
        return length;
    }
}
