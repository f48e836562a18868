import type { Candle, CandleInterval } from "@/graphql/schema";
import { addIntervals, openTimeOf } from "./candleInterval";
import { toUnixSeconds, type UnixSeconds } from "./time";

/** A candle with its open time as a number, to sort and draw by. */
export interface TimedCandle extends Candle {
  readonly time: UnixSeconds;
}

/** Candles ascending by open time, one for each. */
export type CandleSeries = readonly TimedCandle[];

export function timed(candle: Candle): TimedCandle {
  return { ...candle, time: toUnixSeconds(candle.openTime) };
}

/**
 * Whether `incoming` is at least as new a state of the same candle as `known`. A candle grows by trades, then closes, then is amended;
 * answers and pushes may cross on the way. Equal states replace: a venue that corrects a bar keeps its numbers.
 */
export function supersedes(incoming: Candle, known: Candle): boolean {
  if (incoming.revision !== known.revision) return incoming.revision > known.revision;
  if (incoming.isClosed !== known.isClosed) return incoming.isClosed;
  return incoming.tradeCount >= known.tradeCount;
}

/** `series` with `incoming` (ascending by open time) in it; of two states of one candle the newer stays. */
export function merge(series: CandleSeries, incoming: CandleSeries): CandleSeries {
  const first = incoming[0];
  if (!first) return series;
  const last = series.at(-1);
  if (!last || first.time > last.time) return [...series, ...incoming];

  const from = lowerBound(series, first.time);
  const merged = series.slice(0, from);
  let [left, right] = [from, 0];
  for (;;) {
    const [known, candidate] = [series[left], incoming[right]];
    if (known && candidate && known.time === candidate.time) {
      merged.push(supersedes(candidate, known) ? candidate : known);
      left++;
      right++;
    } else if (known && (!candidate || known.time < candidate.time)) {
      merged.push(known);
      left++;
    } else if (candidate) {
      merged.push(candidate);
      right++;
    } else {
      return merged;
    }
  }
}

/** The first index whose open time is not before `time`. */
export function lowerBound(series: CandleSeries, time: UnixSeconds): number {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((series[middle]?.time ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where `next` first differs from `previous`, when it can be drawn as changes of the last few candles and new ones behind them;
 * null when the whole series must be drawn anew.
 */
export function changedTail(previous: CandleSeries, next: CandleSeries, most: number): number | null {
  if (previous.length === 0 || next.length < previous.length) return null;
  const from = Math.max(0, next.length - most);
  if (from > previous.length) return null;
  for (let index = 0; index < from; index++) {
    if (previous[index] !== next[index]) return null;
  }
  let index = from;
  while (index < previous.length && previous[index] === next[index]) index++;
  // A candle may change, but not its place.
  for (let place = index; place < previous.length; place++) {
    if (previous[place]?.time !== next[place]?.time) return null;
  }
  return index;
}

/**
 * Whether something may be missing between the end of `series` and a pushed candle. Pushes are conflated (the latest wins), so a jump over
 * an interval is either a quiet market or a lost candle, and a new candle after one that never closed is a lost last state.
 */
export function leavesGap(series: CandleSeries, incoming: TimedCandle, interval: CandleInterval): boolean {
  const last = series.at(-1);
  if (!last || incoming.time <= last.time) return false;
  return !last.isClosed || incoming.time > addIntervals(interval, last.time, 1);
}

// Late trades amend closed candles for at least ten seconds of event time; a minute leaves room for slower sources.
const amendableSeconds = 60;

// Among so many of the last candles one may still wait for its closed state.
const possiblyOpen = 50;

/** From where to ask again after values were lost, so that new candles and late amendments are both found; null without candles. */
export function gapStart(series: CandleSeries, interval: CandleInterval): UnixSeconds | null {
  const last = series.at(-1);
  if (!last) return null;
  const firstOpen = series.slice(-possiblyOpen).find(candle => !candle.isClosed) ?? last;
  return openTimeOf(interval, Math.min(firstOpen.time, last.time - amendableSeconds));
}
