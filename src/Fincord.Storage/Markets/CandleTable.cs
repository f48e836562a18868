using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Storage.Sqlite;

namespace Fincord.Storage.Markets;

/// <summary>The table <c>candle</c>.</summary>
internal static class CandleTable
{
    // REPLACE on a table without row ids and without further indexes writes over the row in place.
    private const string Upsert =
        "INSERT OR REPLACE INTO candle (instrument_id, interval, open_time, open, high, low, close, volume_high, volume_low, "
        + "notional_high, notional_low, trade_count, revision, is_closed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private const string Range =
        "SELECT open_time, open, high, low, close, volume_high, volume_low, notional_high, notional_low, trade_count, revision, is_closed "
        + "FROM candle WHERE instrument_id = ? AND interval = ? AND open_time >= ? AND open_time < ? ORDER BY open_time LIMIT ?";

    public static void Write(SqliteConnection connection, InstrumentId id, ImmutableArray<Candle> candles)
    {
        var upsert = connection.Prepare(Upsert);
        foreach (ref readonly var candle in candles.AsSpan())
        {
            upsert.Bind(id.Value).Bind((long)candle.Interval).Bind(candle.OpenTime.Nanoseconds)
                .Bind(candle.Open.Count).Bind(candle.High.Count).Bind(candle.Low.Count).Bind(candle.Close.Count)
                .Bind(High(candle.Volume)).Bind(Low(candle.Volume)).Bind(High(candle.Notional)).Bind(Low(candle.Notional))
                .Bind(candle.TradeCount).Bind(candle.Revision).Bind(candle.IsClosed ? 1 : 0)
                .Execute();
        }
    }

    public static ImmutableArray<Candle> Read(
        SqliteConnection connection, InstrumentId id, CandleInterval interval, Timestamp from, Timestamp to, int limit)
    {
        var range = connection.Prepare(Range).Bind(id.Value).Bind((long)interval).Bind(from.Nanoseconds).Bind(to.Nanoseconds).Bind(limit);
        var candles = ImmutableArray.CreateBuilder<Candle>();
        try
        {
            while (range.Step())
            {
                candles.Add(new(
                    interval, new(range.Int64()), new(range.Int64()), new(range.Int64()), new(range.Int64()), new(range.Int64()),
                    Sum(range.Int64(), range.Int64()), Sum(range.Int64(), range.Int64()), range.Int64(), (int)range.Int64(), range.Int64() != 0));
            }
        }
        finally
        {
            range.Reset();
        }
        return candles.DrainToImmutable();
    }

    private static long High(Int128 sum) => (long)(sum >> 64);

    private static long Low(Int128 sum) => unchecked((long)sum);

    private static Int128 Sum(long high, long low) => unchecked(new Int128((ulong)high, (ulong)low));
}
