import type { CandleInterval } from "@/graphql/schema";
import { addIntervals } from "./candleInterval";
import type { CandleSeries, TimedCandle } from "./candleSeries";
import type { UnixSeconds } from "./time";

/** The most candles the server gives at once. */
export const pageSize = 1_000;

/** Candles with `from` ≤ open time < `to`, ascending, at most {@link pageSize}; `complete` tells whether that is all of them. */
export interface CandlePage {
  readonly candles: CandleSeries;
  readonly complete: boolean;
}

export type ReadWindow = (from: UnixSeconds, to: UnixSeconds) => Promise<CandlePage>;

/** Older candles, and up to where (exclusive, going back) history is now known. */
export interface OlderCandles {
  readonly candles: CandleSeries;
  readonly before: UnixSeconds;
}

/**
 * Reads back from `before` (exclusive) until at least `enough` candles are found or `earliest` is reached. The server pages only forwards,
 * so this asks for windows that end where the last one began: as many intervals as fit a page whatever the market did; longer ones while
 * the market was quiet; shorter ones when a long one turns out to hold more than a page, for then its newest part is missing.
 */
export async function readOlder(
  readWindow: ReadWindow,
  interval: CandleInterval,
  before: UnixSeconds,
  earliest: UnixSeconds,
  enough: number,
): Promise<OlderCandles> {
  const found: TimedCandle[][] = [];
  let [end, count, length, crowdedFrom] = [before, 0, pageSize, Infinity];
  while (end > earliest && count < enough) {
    const start = Math.max(earliest, addIntervals(interval, end, -length));
    const { candles, complete } = await readWindow(start, end);
    if (!complete && length > 1) {
      crowdedFrom = start;
      length = Math.ceil(length / 2);
      continue;
    }
    found.push([...candles]);
    count += candles.length;
    end = start;
    // Silence at the end of a crowded window leaves the crowd in its rest: that is searched by halves, not by growing again.
    length = candles.length === 0 && crowdedFrom < end ? Math.max(pageSize, Math.ceil(length / 2)) : nextLength(length, candles.length);
  }
  return { candles: found.reverse().flat(), before: end };
}

/** Aims at nearly a page of candles at the density just seen, growing at most eightfold. */
function nextLength(length: number, candles: number): number {
  const growth = candles === 0 ? 8 : Math.min(8, (0.8 * pageSize) / candles);
  return Math.max(pageSize, Math.floor(length * growth));
}
