import { expect, test } from "vitest";
import { retryDelay } from "./backoff";

test("Attempts wait longer and longer, up to ten seconds", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1_000].map(attempt => retryDelay(attempt, 1))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000,
  ]);
});

test("Chance takes away at most a quarter", () => {
  expect([retryDelay(0, 0), retryDelay(9, 0)]).toEqual([375, 7_500]);
});
