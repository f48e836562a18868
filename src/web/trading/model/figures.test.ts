import Big from "big.js";
import { expect, test } from "vitest";
import { checkAmendment, toAmendment } from "./amendment";
import { formatChange, formatGain, formatMoney } from "./amount";
import { gainOf, nearestIndex, thinned, timeWeightedReturn } from "./equity";
import { priceText } from "./orderText";
import { markPosition } from "./positionValue";
import { explainRefusal, stopOf } from "./refusal";
import { account, order } from "./testOrders";
import { emptyTicket } from "./ticket";
import { describeTicket, estimateTicket } from "./ticketSummary";

const quote = { key: "SIM:ONE", bid: "99", ask: "101", bidSize: null, askSize: null, last: "100", lastSize: null, occurredAt: null };

test.each([
  ["0", "0.00"],
  ["1234567.891", "1,234,567.89"],
  ["-12.345", "−12.34"],
  ["0.00071234", "0.000712"],
  ["1.5", "1.50"],
])("%s of money is written %s", (sum, text) => expect(formatMoney(sum)).toBe(text));

test("Gains have their sign, nothing has none", () => {
  expect([formatGain("1"), formatGain("-1"), formatGain("0"), formatGain(null)]).toEqual(["+1.00", "−1.00", "0.00", "–"]);
  expect(formatChange(new Big(-5), new Big(-50))).toBe("−10.00 %");
});

test("An estimate meets the other side of the market and takes the fee in", () => {
  const context = { quote, position: "2", feeRate: new Big("0.001"), contractSize: new Big(1) };
  const bought = estimateTicket({ ...emptyTicket, quantity: "3" }, context);
  expect([bought?.notional.toFixed(), bought?.fee?.toFixed(), bought?.total.toFixed(), bought?.positionAfter.toFixed()]).toEqual([
    "303",
    "0.303",
    "303.303",
    "5",
  ]);
  const sold = estimateTicket({ ...emptyTicket, side: "SELL", quantity: "3" }, context);
  expect([sold?.total.toFixed(), sold?.positionAfter.toFixed()]).toEqual(["296.703", "-1"]);
  expect(estimateTicket(emptyTicket, context)).toBeNull();
});

test("The confirmation says what will happen", () => {
  const ticket = {
    ...emptyTicket,
    type: "STOP_LIMIT" as const,
    side: "SELL" as const,
    quantity: "3",
    triggerPrice: "90",
    limitPrice: "89.5",
    timeInForce: "DAY" as const,
  };
  expect(describeTicket(ticket, order().instrument, null)).toEqual([
    "Sell 3 ONE at 89.5 USD or above, once the market is at or below 90 USD.",
    "It works until the session ends.",
  ]);
});

test("A contract is not paid for: its margin is held", () => {
  const ticket = { ...emptyTicket, quantity: "3" };
  const estimate = estimateTicket(ticket, { quote, position: "0", feeRate: new Big("0.001"), contractSize: new Big(10) });
  expect(describeTicket(ticket, { ...order().instrument, type: "PERPETUAL" }, estimate)).toContain(
    "It is worth about 3,030.00 USD; a part of that is held as margin. The fee is about 3.03 USD.",
  );
});

test("A position is worth what the market says now, contracts included", () => {
  const position = {
    instrument: order().instrument,
    quantity: "-2",
    averageCost: "10",
    cost: "-1000",
    mark: "10",
    value: "-1000",
    unrealized: "0",
    realized: "0",
    realizedFifo: "0",
    fees: "0",
  };
  const { value, unrealized } = markPosition(position, { ...quote, bid: "8", ask: "10" });
  expect([value?.toFixed(), unrealized?.toFixed()]).toEqual(["-900", "100"]);
  expect(markPosition(position, null).unrealized?.toFixed()).toBe("0");
});

test("What is paid in is no gain", () => {
  const points = [
    { at: "2026-01-05T00:00:00.000000000Z", equity: "100", flow: "0" },
    { at: "2026-01-05T00:01:00.000000000Z", equity: "110", flow: "0" },
    { at: "2026-01-05T00:02:00.000000000Z", equity: "210", flow: "100" },
    { at: "2026-01-05T00:03:00.000000000Z", equity: "231", flow: "0" },
  ];
  expect(gainOf(points).toFixed()).toBe("31");
  expect(timeWeightedReturn(points)).toBeCloseTo(0.21, 12);
  expect(timeWeightedReturn(points.slice(0, 1))).toBeNull();
  expect(nearestIndex(points, Date.UTC(2026, 0, 5, 0, 1, 31) / 1000)).toBe(2);
  expect(thinned(points, 2).map(({ equity }) => equity)).toEqual(["100", "210", "231"]);
});

test("A change sends what differs, and never less than what is filled", () => {
  const known = order({ filled: "4" });
  expect(toAmendment(known, { quantity: "10.0", limitPrice: "98", triggerPrice: "" })).toEqual({
    quantity: null,
    limitPrice: "98",
    triggerPrice: null,
  });
  expect(checkAmendment(known, { quantity: "4", limitPrice: "98", triggerPrice: "" })).toMatchObject([{ field: "quantity" }]);
});

test("A refusal tells its numbers and what to do", () => {
  const error = { code: "INSUFFICIENT_BALANCE", message: "Not enough money is free.", limit: "1000", actual: "2500.5", unit: "USD" };
  expect(explainRefusal(error)).toMatchObject({ numbers: "Allowed: 1,000 USD, here: 2,500.5 USD.", reason: "Not enough money is free." });
});

test("Prices of an order are short", () => {
  expect(priceText(order())).toBe("99.5");
  expect(priceText(order({ type: "STOP", limitPrice: null, triggerPrice: "90" }))).toBe("at 90 → market");
  expect(priceText(order({ type: "TRAILING_STOP", limitPrice: null, trailingPercent: "2" }))).toBe("2 % behind");
});

test("What stops an account is told, the kill switch before a limit that is reached", () => {
  const breaker = { code: "MAX_DAILY_LOSS", limit: "500", actual: "620.5", unit: "USD" };
  expect([
    stopOf(account()),
    stopOf(account({ breaker })),
    stopOf(account({ breaker, haltedBy: "venue:paper" })),
    stopOf(account({ breaker, isKilled: true })),
  ]).toEqual([
    null,
    "A loss limit is reached: only orders that reduce a position are taken. Allowed: 500 USD, here: 620.5 USD.",
    "Trading is stopped for venue:paper: orders are denied.",
    "The kill switch is on: orders are denied.",
  ]);
});
