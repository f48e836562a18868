using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore;

/// <summary>The bytes of a request's body, in a pooled array.</summary>
internal sealed class RequestBody : IDisposable
{
    private byte[] _buffer;
    private int _length;

    private RequestBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads a body; null if it is longer than allowed.</summary>
    public static async ValueTask<RequestBody?> ReadAsync(HttpRequest request, int maxLength, CancellationToken cancellation)
    {
        const int usualLength = 2048;
        if (request.ContentLength > maxLength) return null;
        var body = new RequestBody((int)(request.ContentLength ?? usualLength) + 1);
        try
        {
            while (true)
            {
                if (body._length == body._buffer.Length) body.Grow();
                var read = await request.Body.ReadAsync(body._buffer.AsMemory(body._length), cancellation);
                if (read == 0) return body;
                body._length += read;
                if (body._length <= maxLength) continue;
                body.Dispose();
                return null;
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
