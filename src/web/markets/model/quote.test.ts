import { expect, test } from "vitest";
import type { Quote } from "@/graphql/schema";
import { directionOf, newerQuote } from "./quote";

const quote = (occurredAt: string | null, last = "1"): Quote => ({
  key: "A:ONE",
  bid: null,
  ask: null,
  bidSize: null,
  askSize: null,
  last,
  lastSize: null,
  occurredAt,
});

test("Of two states of a market the later one stays, to the nanosecond", () => {
  const [earlier, later] = [quote("2026-01-05T14:30:00.000000001Z"), quote("2026-01-05T14:30:00.000000002Z")];
  expect(newerQuote(earlier, later)).toBe(later);
  expect(newerQuote(later, earlier)).toBe(later);
});

test("At the same moment the one that came last stays", () => {
  const [first, second] = [quote("2026-01-05T14:30:00.000000000Z", "1"), quote("2026-01-05T14:30:00.000000000Z", "2")];
  expect(newerQuote(first, second)).toBe(second);
});

test("Nothing does not replace something", () => {
  const known = quote("2026-01-05T14:30:00.000000000Z");
  expect(newerQuote(known, null)).toBe(known);
  expect(newerQuote(null, known)).toBe(known);
});

test.each([
  ["1.10", "1.2", "up"],
  ["9", "10", "up"],
  ["10", "9", "down"],
  ["1.10", "1.1", "same"],
  [null, "1", "same"],
  ["1", null, "same"],
] as const)("From %s to %s is %s", (previous, current, direction) => {
  expect(directionOf(previous, current)).toBe(direction);
});
