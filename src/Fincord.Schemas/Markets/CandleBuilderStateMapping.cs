using System.Buffers.Binary;
using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Google.Protobuf;
using V1 = Fincord.Schemas.Market.V1;

namespace Fincord.Schemas.Markets;

/// <summary>Between <see cref="CandleBuilderState"/> and its protobuf message.</summary>
public static class CandleBuilderStateMapping
{
    private const int TradeIdBytes = 16;

    /// <summary>The message of a candle builder's state.</summary>
    public static V1.CandleBuilderState ToMessage(this CandleBuilderState state)
    {
        var message = new V1.CandleBuilderState();
        if (state.Watermark is { } watermark) message.Watermark = watermark.Nanoseconds;
        if (state.ReceivedAt is { } receivedAt) message.ReceivedAt = receivedAt.Nanoseconds;
        foreach (var slot in state.Slots) message.Slots.Add(ToMessage(slot));
        foreach (var applied in state.Applied) message.Applied.Add(ToMessage(applied));
        return message;
    }

    /// <summary>The candle builder's state of a message; throws <see cref="InvalidDataException"/> when it is none.</summary>
    public static CandleBuilderState ToDomain(this V1.CandleBuilderState message) => new(
        message.HasWatermark ? new Timestamp(message.Watermark) : null,
        message.HasReceivedAt ? new Timestamp(message.ReceivedAt) : null,
        [.. message.Slots.Select(ToDomain)],
        [.. message.Applied.Select(ToDomain)]);

    private static V1.CandleSlot ToMessage(in CandleSlot slot) => new()
    {
        Candle = slot.Candle.ToMessage(),
        FirstAt = slot.FirstAt.Nanoseconds,
        FirstSequence = slot.FirstSequence,
        LastAt = slot.LastAt.Nanoseconds,
        LastSequence = slot.LastSequence,
    };

    private static CandleSlot ToDomain(V1.CandleSlot message) => new(
        (message.Candle ?? throw new InvalidDataException("A candle slot has no candle.")).ToDomain(),
        new(message.FirstAt),
        message.FirstSequence,
        new(message.LastAt),
        message.LastSequence);

    private static V1.AppliedTradeIds ToMessage(AppliedTradeIds applied)
    {
        var bytes = new byte[applied.Ids.Length * TradeIdBytes];
        for (var i = 0; i < applied.Ids.Length; i++)
            BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(i * TradeIdBytes), applied.Ids[i].Value);
        return new() { From = applied.From.Nanoseconds, Ids = UnsafeByteOperations.UnsafeWrap(bytes) };
    }

    private static AppliedTradeIds ToDomain(V1.AppliedTradeIds message)
    {
        var bytes = message.Ids.Span;
        if (bytes.Length % TradeIdBytes != 0) throw new InvalidDataException("Trade ids have 16 bytes each.");
        var ids = ImmutableArray.CreateBuilder<TradeId>(bytes.Length / TradeIdBytes);
        for (; !bytes.IsEmpty; bytes = bytes[TradeIdBytes..]) ids.Add(new(BinaryPrimitives.ReadUInt128LittleEndian(bytes)));
        return new(new(message.From), ids.MoveToImmutable());
    }
}
