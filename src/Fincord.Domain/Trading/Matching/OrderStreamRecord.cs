using System.Buffers.Binary;

namespace Fincord.Domain.Trading.Matching;

/// <summary>What a record of an order stream does.</summary>
public enum OrderStreamAction : byte
{
    /// <summary>A limit order that stays until it is filled or cancelled.</summary>
    Limit = 0,
    /// <summary>Cancels an order.</summary>
    Cancel = 1,
    /// <summary>A market order; what it cannot trade at once is dropped.</summary>
    Market = 2,
}

/// <summary>
/// A record of an order stream, the format in which matching engines are compared. 16 bytes, little-endian: u8 action, u8 side (0 buy, 1 sell),
/// u16 zero, u32 id, i32 price in ticks, which may be zero or negative as a spread's is, u32 lots.
/// </summary>
/// <param name="Action">What it does.</param>
/// <param name="Side">Which way an order goes; means nothing for a cancel.</param>
/// <param name="Id">The order, for a cancel the one to cancel.</param>
/// <param name="Price">A limit order's price in ticks.</param>
/// <param name="Quantity">An order's lots.</param>
public readonly record struct OrderStreamRecord(OrderStreamAction Action, OrderSide Side, uint Id, int Price, uint Quantity)
{
    /// <summary>Bytes in a record.</summary>
    public const int Size = 16;

    /// <summary>Reads a record from <see cref="Size"/> bytes; false when they are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out OrderStreamRecord record)
    {
        var head = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        record = new(
            (OrderStreamAction)(head & 0xFF), (head & 0x100) == 0 ? OrderSide.Buy : OrderSide.Sell, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]));
        return record.Action <= OrderStreamAction.Market && head <= 0x1FF;
    }

    /// <summary>Writes the record to <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Action | (Side == OrderSide.Sell ? 0x100u : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Id);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Price);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], Quantity);
    }
}
