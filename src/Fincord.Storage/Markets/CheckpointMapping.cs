using Fincord.Contracts.Markets;
using Fincord.Schemas.Markets;
using Google.Protobuf;
using V1 = Fincord.Schemas.Market.V1;

namespace Fincord.Storage.Markets;

/// <summary>Between <see cref="InstrumentCheckpoint"/> and the bytes of its protobuf message.</summary>
internal static class CheckpointMapping
{
    /// <summary>The bytes of a checkpoint.</summary>
    public static byte[] ToBytes(this InstrumentCheckpoint checkpoint)
    {
        var message = new V1.InstrumentCheckpoint
        {
            LogOffset = checkpoint.LogOffset,
            Market = checkpoint.Market.ToMessage(),
            Candles = checkpoint.Candles.ToMessage(),
        };
        foreach (var position in checkpoint.Positions) message.Positions.Add(new V1.SourcePosition { Source = position.Source, Sequence = position.Sequence });
        return message.ToByteArray();
    }

    /// <summary>The checkpoint of these bytes; throws <see cref="InvalidDataException"/> when they are none.</summary>
    public static InstrumentCheckpoint ToCheckpoint(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var message = V1.InstrumentCheckpoint.Parser.ParseFrom(bytes);
            return new(
                message.LogOffset,
                (message.Market ?? new()).ToDomain(),
                (message.Candles ?? new()).ToDomain(),
                [.. message.Positions.Select(position => new SourcePosition(position.Source, position.Sequence))]);
        }
        catch (InvalidProtocolBufferException failure)
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }
}
