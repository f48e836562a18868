import { expect, test } from "vitest";
import { endedSince, outcomeText } from "./outcome";
import { order } from "./testOrders";

const working = order({ id: "1", placedAt: "2026-01-05T10:00:00Z" });

test("An order that was open and is filled has ended; one that is still open has not", () => {
  const filled = { ...working, status: "FILLED" as const };
  expect(endedSince([working], [filled])).toEqual([filled]);
  expect(endedSince([working], [working])).toEqual([]);
  expect(endedSince([filled], [filled])).toEqual([]);
});

test("An order that was filled before one heard of it counts, one of an older page does not", () => {
  const [newer, older] = [
    order({ id: "2", status: "FILLED", placedAt: "2026-01-05T10:00:01Z" }),
    order({ id: "0", status: "FILLED", placedAt: "2026-01-05T09:00:00Z" }),
  ];
  expect(endedSince([working], [newer, working, older])).toEqual([newer]);
});

test("A denied order is told by its dialog alone", () => {
  expect(endedSince([working], [{ ...working, status: "DENIED" as const }])).toEqual([]);
});

test("The outcome says what was traded, and why the rest was not", () => {
  const text = (changes: Parameters<typeof order>[0]) => outcomeText(order({ quantity: "10", ...changes }));
  expect([
    text({ status: "FILLED", filled: "10", averageFillPrice: "101.25" }),
    text({ status: "CANCELLED", side: "SELL", filled: "4", averageFillPrice: "99", reason: "Nobody took the rest." }),
    text({ status: "EXPIRED", filled: "0" }),
  ]).toEqual([
    "Bought 10 ONE at 101.25.",
    "Sold 4 ONE at 99; the rest of 10 is cancelled: Nobody took the rest.",
    "The order to buy 10 ONE has expired.",
  ]);
});
