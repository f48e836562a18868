import type { CandleInterval } from "@/graphql/schema";
import type { UnixSeconds } from "./time";

const day = 86_400;
const week = 7 * day;

// 1970-01-01 was a Thursday: the first Monday before it is three days earlier.
const mondayBeforeEpoch = -3 * day;

// Beyond this a JavaScript date ends.
const mostMonths = 12 * 100_000;

/** Length in seconds; months have none of their own. */
const lengths: Readonly<Record<Exclude<CandleInterval, "MN1">, number>> = {
  S1: 1,
  S5: 5,
  M1: 60,
  M5: 300,
  M15: 900,
  M30: 1_800,
  H1: 3_600,
  H4: 14_400,
  D1: day,
  W1: week,
};

/** All intervals from the shortest, with what to write on a button and what to read aloud. */
export const candleIntervals: readonly { readonly value: CandleInterval; readonly label: string; readonly name: string }[] = [
  { value: "S1", label: "1s", name: "1 second" },
  { value: "S5", label: "5s", name: "5 seconds" },
  { value: "M1", label: "1m", name: "1 minute" },
  { value: "M5", label: "5m", name: "5 minutes" },
  { value: "M15", label: "15m", name: "15 minutes" },
  { value: "M30", label: "30m", name: "30 minutes" },
  { value: "H1", label: "1h", name: "1 hour" },
  { value: "H4", label: "4h", name: "4 hours" },
  { value: "D1", label: "1D", name: "1 day" },
  { value: "W1", label: "1W", name: "1 week" },
  { value: "MN1", label: "1M", name: "1 month" },
];

/** Reads an interval from an address; anything else is one minute. */
export function parseCandleInterval(text: string | null): CandleInterval {
  return candleIntervals.find(({ value }) => value === text?.toUpperCase())?.value ?? "M1";
}

/** The start of the candle that holds `moment`. */
export function openTimeOf(interval: CandleInterval, moment: UnixSeconds): UnixSeconds {
  if (interval === "MN1") {
    const date = new Date(moment * 1000);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / 1000;
  }
  const origin = interval === "W1" ? mondayBeforeEpoch : 0;
  const length = lengths[interval];
  return Math.floor((moment - origin) / length) * length + origin;
}

/** The open time `count` candles after `openTime`, or before it when negative. */
export function addIntervals(interval: CandleInterval, openTime: UnixSeconds, count: number): UnixSeconds {
  if (interval !== "MN1") return openTime + count * lengths[interval];
  const date = new Date(openTime * 1000);
  const months = Math.max(-mostMonths, Math.min(mostMonths, count));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months) / 1000;
}

/** What of an open time tells its candles apart. */
export function precisionOf(interval: CandleInterval): "day" | "minute" | "second" {
  if (interval === "S1" || interval === "S5") return "second";
  return interval === "D1" || interval === "W1" || interval === "MN1" ? "day" : "minute";
}
