import { expect, test } from "vitest";
import { formatTime, toTimestamp, toUnixSeconds } from "./time";

test("A timestamp falls into its second, whatever its nanoseconds", () => {
  expect(toUnixSeconds("2026-01-05T14:30:00.999999999Z")).toBe(Date.UTC(2026, 0, 5, 14, 30) / 1000);
});

test("Whole seconds go to the server with nine fraction digits and come back the same", () => {
  const second = Date.UTC(2019, 9, 12, 23, 59, 59) / 1000;
  expect(toTimestamp(second)).toBe("2019-10-12T23:59:59.000000000Z");
  expect(toUnixSeconds(toTimestamp(second))).toBe(second);
});

test("Times are shown in UTC and as precise as their interval", () => {
  const second = Date.UTC(2026, 0, 5, 14, 30, 7) / 1000;
  expect(formatTime(second, "day")).toBe("2026-01-05");
  expect(formatTime(second, "minute")).toBe("2026-01-05 14:30");
  expect(formatTime(second, "second")).toBe("2026-01-05 14:30:07");
});
