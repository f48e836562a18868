import Big from "big.js";
import { toNumber } from "@/markets/model/decimal";
import { toTimestamp, toUnixSeconds, type UnixSeconds } from "@/markets/model/time";
import type { Decimal, Timestamp } from "@/graphql/schema";

/** What an account was worth at a moment, and what was paid in (out when negative) since the point before. */
export interface EquityPoint {
  readonly at: Timestamp;
  readonly equity: Decimal;
  readonly flow: Decimal;
}

/** How far back a curve goes. */
export type EquityRange = "D1" | "W1" | "MN1";

export const equityRanges: readonly { readonly value: EquityRange; readonly label: string; readonly name: string }[] = [
  { value: "D1", label: "1D", name: "1 day" },
  { value: "W1", label: "1W", name: "1 week" },
  { value: "MN1", label: "1M", name: "30 days" },
];

/** The most points that the server tells at once: a week of minutes. */
export const mostPoints = 7 * 24 * 60;

const days: Readonly<Record<EquityRange, number>> = { D1: 1, W1: 7, MN1: 30 };

/** Where a range begins that ends at `now`. */
export function startOf(range: EquityRange, now: UnixSeconds): Timestamp {
  return toTimestamp(now - days[range] * 86_400);
}

/** Every n-th point and the last one, so that there are at most about `count`: a screen has no more columns. */
export function thinned(points: readonly EquityPoint[], count: number): readonly EquityPoint[] {
  const step = Math.ceil(points.length / count);
  return step <= 1 ? points : points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

/** What trading brought over a curve: the change of equity without what was paid in and out. */
export function gainOf(points: readonly EquityPoint[]): Big {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return new Big(0);
  const flows = points.slice(1).reduce((sum, { flow }) => sum.plus(flow), new Big(0));
  return new Big(last.equity).minus(first.equity).minus(flows);
}

/**
 * The time-weighted return over a curve as a fraction: the product of the returns between its points, each on what was there after the flow, so
 * that paying in or out changes nothing. Null when there was nothing to earn on.
 */
export function timeWeightedReturn(points: readonly EquityPoint[]): number | null {
  let [growth, before] = [1, toNumber(points[0]?.equity ?? "0")];
  let counted = false;
  for (const { equity, flow } of points.slice(1)) {
    const invested = before + toNumber(flow);
    const after = toNumber(equity);
    if (invested > 0) [growth, counted] = [growth * (after / invested), true];
    before = after;
  }
  return counted ? growth - 1 : null;
}

/** The point nearest to a moment; `points` ascend and are not empty. */
export function nearestIndex(points: readonly EquityPoint[], moment: UnixSeconds): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toUnixSeconds(points[middle]!.at) < moment) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const [left, right] = [toUnixSeconds(points[low - 1]!.at), toUnixSeconds(points[low]!.at)];
  return moment - left <= right - moment ? low - 1 : low;
}
