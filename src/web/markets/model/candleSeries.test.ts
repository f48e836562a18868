import { expect, test } from "vitest";
import { changedTail, gapStart, leavesGap, lowerBound, merge, supersedes } from "./candleSeries";
import { candle } from "./testCandles";

const minutes = (...numbers: number[]) => numbers.map(minute => candle(minute * 60));

test("A higher revision supersedes, even one that arrives before", () => {
  const [first, amended] = [candle(0), candle(0, { revision: 1, tradeCount: 2 })];
  expect(supersedes(amended, first)).toBe(true);
  expect(supersedes(first, amended)).toBe(false);
});

test("A closed candle is not reopened by an answer that was on its way", () => {
  expect(supersedes(candle(0, { isClosed: false, tradeCount: 9 }), candle(0, { tradeCount: 8 }))).toBe(false);
});

test("An open candle grows with its trades and does not shrink", () => {
  const [small, large] = [candle(0, { isClosed: false, tradeCount: 3 }), candle(0, { isClosed: false, tradeCount: 4 })];
  expect(supersedes(large, small)).toBe(true);
  expect(supersedes(small, large)).toBe(false);
});

test("Merging keeps one candle for each open time, ascending, whatever the order of arrival", () => {
  const expected = [0, 60, 120, 180];
  expect(merge(minutes(0, 2), minutes(1, 2, 3)).map(({ time }) => time)).toEqual(expected);
  expect(merge(minutes(1, 2, 3), minutes(0, 2)).map(({ time }) => time)).toEqual(expected);
  expect(merge([], minutes(0, 1, 2, 3)).map(({ time }) => time)).toEqual(expected);
});

test("Merging a page and pushes gives the same series in either order", () => {
  const page = [candle(0), candle(60, { isClosed: false, tradeCount: 2 })];
  const pushes = [candle(60, { tradeCount: 5, close: "12" }), candle(120, { isClosed: false })];
  expect(merge(merge([], page), pushes)).toEqual(merge(merge([], pushes), page));
});

test("Merging an amendment replaces that candle and leaves the others as they are", () => {
  const series = minutes(0, 1, 2);
  const merged = merge(series, [candle(60, { revision: 1, close: "11" })]);
  expect(merged.map(({ close }) => close)).toEqual(["10", "11", "10"]);
  expect([merged[0], merged[2]]).toEqual([series[0], series[2]]);
  expect(series[1]?.close).toBe("10");
});

test("The lower bound is the first candle not before a time", () => {
  expect([-1, 0, 1, 60, 999].map(time => lowerBound(minutes(0, 1, 2), time))).toEqual([0, 0, 1, 1, 3]);
});

test("A grown last candle and a new one are changes of the tail", () => {
  const series = [...minutes(0, 1), candle(120, { isClosed: false })];
  const next = merge(series, [candle(120, { tradeCount: 2 }), candle(180)]);
  expect(changedTail(series, next, 10)).toBe(2);
});

test("An unchanged series has an empty tail", () => {
  const series = minutes(0, 1);
  expect(changedTail(series, series, 10)).toBe(2);
});

test("Older candles in front, a candle in between, an old amendment or the first candles need a new drawing", () => {
  const series = minutes(1, 2, 4);
  expect(changedTail(series, merge(series, minutes(0)), 2)).toBeNull();
  expect(changedTail(series, merge(series, minutes(3)), 10)).toBeNull();
  expect(changedTail(series, merge(series, [candle(60, { revision: 1 })]), 2)).toBeNull();
  expect(changedTail([], series, 10)).toBeNull();
});

test("A new candle right behind a closed one leaves no gap; behind an open one or after a jump it may", () => {
  const closed = minutes(0, 1);
  const open = [...minutes(0), candle(60, { isClosed: false })];
  expect(leavesGap(closed, candle(120), "M1")).toBe(false);
  expect(leavesGap(open, candle(120), "M1")).toBe(true);
  expect(leavesGap(closed, candle(180), "M1")).toBe(true);
  expect(leavesGap(closed, candle(60, { revision: 1 }), "M1")).toBe(false);
  expect(leavesGap([], candle(60), "M1")).toBe(false);
});

test("After an interruption candles are asked for from the first that was still open, and from the time that late trades may amend", () => {
  expect(gapStart([], "M1")).toBeNull();
  expect(gapStart(minutes(0, 5, 6), "M1")).toBe(5 * 60);
  expect(gapStart([...minutes(0), candle(60, { isClosed: false }), ...minutes(2, 3, 4)], "M1")).toBe(60);
  expect(gapStart([candle(100), candle(130)], "S5")).toBe(70);
});
