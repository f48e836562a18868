using Fincord.Domain.Markets;
using V1 = Fincord.Schemas.Market.V1;

namespace Fincord.Schemas.Markets;

/// <summary>Between <see cref="Candle"/> and its protobuf message.</summary>
public static class CandleMapping
{
    /// <summary>The message of a candle.</summary>
    public static V1.Candle ToMessage(this in Candle candle) => new()
    {
        Interval = (V1.CandleInterval)candle.Interval,
        OpenTime = candle.OpenTime.Nanoseconds,
        Open = candle.Open.Count,
        High = candle.High.Count,
        Low = candle.Low.Count,
        Close = candle.Close.Count,
        Volume = ToMessage(candle.Volume),
        Notional = ToMessage(candle.Notional),
        TradeCount = candle.TradeCount,
        Revision = candle.Revision,
        IsClosed = candle.IsClosed,
    };

    /// <summary>The candle of a message; throws <see cref="InvalidDataException"/> when its interval is none of ours.</summary>
    public static Candle ToDomain(this V1.Candle message) => new(
        ToInterval(message.Interval),
        new(message.OpenTime),
        new(message.Open),
        new(message.High),
        new(message.Low),
        new(message.Close),
        ToDomain(message.Volume),
        ToDomain(message.Notional),
        message.TradeCount,
        message.Revision,
        message.IsClosed);

    private static CandleInterval ToInterval(V1.CandleInterval interval) =>
        interval is >= V1.CandleInterval.S1 and <= V1.CandleInterval.Mn1
            ? (CandleInterval)interval
            : throw new InvalidDataException($"There is no candle interval {(int)interval}.");

    private static V1.Int128 ToMessage(Int128 value)
    {
        unchecked
        {
            return new() { High = (long)(value >> 64), Low = (ulong)value };
        }
    }

    private static Int128 ToDomain(V1.Int128? message) =>
        message is null ? Int128.Zero : new(unchecked((ulong)message.High), message.Low);
}
