import { expect, test } from "vitest";
import type { CandleInterval } from "@/graphql/schema";
import { addIntervals, candleIntervals, openTimeOf, parseCandleInterval } from "./candleInterval";
import { toTimestamp, toUnixSeconds } from "./time";

const moment = toUnixSeconds("2026-01-07T14:37:48.000000000Z"); // a Wednesday

test.each<[CandleInterval, string]>([
  ["S1", "2026-01-07T14:37:48"],
  ["S5", "2026-01-07T14:37:45"],
  ["M1", "2026-01-07T14:37:00"],
  ["M5", "2026-01-07T14:35:00"],
  ["M15", "2026-01-07T14:30:00"],
  ["M30", "2026-01-07T14:30:00"],
  ["H1", "2026-01-07T14:00:00"],
  ["H4", "2026-01-07T12:00:00"],
  ["D1", "2026-01-07T00:00:00"],
  ["W1", "2026-01-05T00:00:00"],
  ["MN1", "2026-01-01T00:00:00"],
])("The candle of %s that holds the moment opens at %s", (interval, open) => {
  expect(toTimestamp(openTimeOf(interval, moment))).toBe(`${open}.000000000Z`);
});

test("A moment before 1970 lies in the candle that began before it", () => {
  expect(openTimeOf("H1", -1)).toBe(-3_600);
  expect(toTimestamp(openTimeOf("W1", -1))).toBe("1969-12-29T00:00:00.000000000Z");
});

test("Months are added by the calendar, over the turn of the year and back", () => {
  const january = toUnixSeconds("2026-01-01T00:00:00.000000000Z");
  expect(toTimestamp(addIntervals("MN1", january, -11))).toBe("2025-02-01T00:00:00.000000000Z");
  expect(addIntervals("MN1", addIntervals("MN1", january, 25), -25)).toBe(january);
});

test("Going back many thousand months stays a date", () => {
  expect(Number.isFinite(addIntervals("MN1", moment, -1e9))).toBe(true);
});

test("An address may name an interval in any case, and nonsense is one minute", () => {
  expect(["h4", "MN1", "7m", "", null].map(parseCandleInterval)).toEqual(["H4", "MN1", "M1", "M1", "M1"]);
});

test("All eleven intervals are offered", () => {
  expect(candleIntervals.map(({ value }) => value)).toEqual(["S1", "S5", "M1", "M5", "M15", "M30", "H1", "H4", "D1", "W1", "MN1"]);
});
