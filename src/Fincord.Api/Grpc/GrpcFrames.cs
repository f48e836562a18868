using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Fincord.Api.Grpc;

/// <summary>Messages as they travel: a byte that says whether it is compressed, the length in four bytes, the message.</summary>
internal static class GrpcFrames
{
    private const int HeaderLength = 5;

    /// <summary>
    /// Reads the one message of a request. Throws <see cref="RefusalException"/> when it is missing, too long, followed by another or no such
    /// message, and <see cref="CompressedException"/> when it is compressed.
    /// </summary>
    public static async Task<T> ReadOne<T>(PipeReader body, MessageParser<T> parser, int maxLength, CancellationToken cancellation)
        where T : IMessage<T>
    {
        T? message = default;
        while (true)
        {
            var result = await body.ReadAsync(cancellation);
            var (buffer, isWhole) = (result.Buffer, false);
            if (message is null && LengthOf(buffer, maxLength) is { } length && buffer.Length >= HeaderLength + length)
            {
                message = Parse(parser, buffer.Slice(HeaderLength, length));
                (buffer, isWhole) = (buffer.Slice(HeaderLength + length), true);
            }
            if (message is not null && !buffer.IsEmpty) throw RefusalException.InvalidArgument("This method takes one message.");
            if (result.IsCompleted) return message ?? throw RefusalException.InvalidArgument("The request ends before its message does.");
            body.AdvanceTo(buffer.Start, isWhole ? buffer.Start : buffer.End);
        }
    }

    /// <summary>Writes a message and sends it.</summary>
    public static async Task Write(PipeWriter body, IMessage message, CancellationToken cancellation)
    {
        Put(body, message);
        await body.FlushAsync(cancellation);
    }

    private static void Put(PipeWriter body, IMessage message)
    {
        var length = message.CalculateSize();
        var frame = body.GetSpan(HeaderLength + length)[..(HeaderLength + length)];
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame[1..], length);
        message.WriteTo(frame[HeaderLength..]);
        body.Advance(frame.Length);
    }

    // Null until the header is there. What is too long is refused before it is read.
    private static int? LengthOf(in ReadOnlySequence<byte> buffer, int maxLength)
    {
        if (buffer.Length < HeaderLength) return null;
        Span<byte> header = stackalloc byte[HeaderLength];
        buffer.Slice(0, HeaderLength).CopyTo(header);
        if (header[0] != 0) throw new CompressedException();
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        return length <= maxLength ? (int)length : throw RefusalException.TooLarge(maxLength);
    }

    private static T Parse<T>(MessageParser<T> parser, in ReadOnlySequence<byte> bytes)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw RefusalException.InvalidArgument($"The request is no {typeof(T).Name}: {exception.Message}");
        }
    }
}

/// <summary>A message is compressed, which this server does not take.</summary>
internal sealed class CompressedException() : Exception("Messages are taken uncompressed only.");
