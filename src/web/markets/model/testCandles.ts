import type { Candle } from "@/graphql/schema";
import { timed, type TimedCandle } from "./candleSeries";
import { toTimestamp, type UnixSeconds } from "./time";

/** For tests: a closed candle of one trade at `time`, but for `changes`. */
export function candle(time: UnixSeconds, changes: Partial<Candle> = {}): TimedCandle {
  return timed({
    openTime: toTimestamp(time),
    open: "10",
    high: "10",
    low: "10",
    close: "10",
    volume: "1",
    vwap: "10",
    tradeCount: 1,
    revision: 0,
    isClosed: true,
    ...changes,
  });
}
