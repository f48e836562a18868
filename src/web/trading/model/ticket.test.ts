import { expect, test } from "vitest";
import { emptyTicket, toInput, withType, type Ticket } from "./ticket";
import { checkTicket } from "./ticketRules";

const quote = { key: "SIM:ONE", bid: "99", ask: "101", bidSize: null, askSize: null, last: "100", lastSize: null, occurredAt: null };
const context = { quote, position: "5", terms: null, now: () => Date.UTC(2026, 0, 5) };
const ticket = (changes: Partial<Ticket>): Ticket => ({ ...emptyTicket, quantity: "1", ...changes });
const codes = (changes: Partial<Ticket>) => checkTicket(ticket(changes), context).map(({ field, code }) => `${field} ${code}`);

test("A market order needs a quantity and nothing else", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ quantity: " " })).toEqual(["quantity INVALID_TICKET"]);
});

test.each(["-1", "1,5", "1e3", "NaN", "Infinity", "0x10", "1 2", "."])("%j is no quantity", quantity => {
  expect(codes({ quantity })).toEqual(["quantity INVALID_TICKET"]);
});

test("Zero is no quantity, however it is written", () => {
  expect(codes({ quantity: "0" })).toEqual(["quantity OUT_OF_RANGE"]);
  expect(codes({ quantity: "0.000" })).toEqual(["quantity OUT_OF_RANGE"]);
});

test.each([
  ["LIMIT", ["limitPrice"]],
  ["STOP", ["triggerPrice"]],
  ["STOP_LIMIT", ["triggerPrice", "limitPrice"]],
  ["MARKET_IF_TOUCHED", ["triggerPrice"]],
  ["LIMIT_IF_TOUCHED", ["triggerPrice", "limitPrice"]],
  ["TRAILING_STOP", ["trailing"]],
] as const)("A %s order needs its prices", (type, fields) => {
  expect(codes({ type })).toEqual(fields.map(field => `${field} INVALID_TICKET`));
});

test("A trailing distance in per cent is below a hundred, as an amount it is not bounded", () => {
  expect(codes({ type: "TRAILING_STOP", trailing: "100" })).toEqual(["trailing OUT_OF_RANGE"]);
  expect(codes({ type: "TRAILING_STOP", trailing: "100", trailingIn: "AMOUNT" })).toEqual([]);
});

test("An iceberg shows less than all of itself", () => {
  expect(codes({ type: "LIMIT", limitPrice: "9", timeInForce: "DAY", displayQuantity: "1" })).toEqual(["displayQuantity OUT_OF_RANGE"]);
  expect(codes({ type: "LIMIT", limitPrice: "9", timeInForce: "DAY", displayQuantity: "0.5" })).toEqual([]);
});

test("A good-till-date order says when, in the future, in UTC", () => {
  const until = (expiresAt: string) => codes({ type: "LIMIT", limitPrice: "9", timeInForce: "GOOD_TILL_DATE", expiresAt });
  expect(until("")).toEqual(["expiresAt INVALID_TICKET"]);
  expect(until("2026-01-05T00:00")).toEqual(["expiresAt ALREADY_EXPIRED"]);
  expect(until("2026-01-05T00:01")).toEqual([]);
});

test("Reduce-only reduces what is there, and no more", () => {
  expect(codes({ side: "SELL", reduceOnly: true, quantity: "5" })).toEqual([]);
  expect(codes({ side: "SELL", reduceOnly: true, quantity: "6" })).toEqual(["quantity REDUCE_ONLY"]);
  expect(codes({ side: "BUY", reduceOnly: true })).toEqual(["reduceOnly REDUCE_ONLY"]);
});

test("Exits stand on the right sides of the entry", () => {
  expect(codes({ takeProfit: "110", stopLoss: "90" })).toEqual([]);
  expect(codes({ takeProfit: "101" })).toEqual(["takeProfit OUT_OF_RANGE"]);
  expect(codes({ stopLoss: "102" })).toEqual(["stopLoss OUT_OF_RANGE"]);
  expect(codes({ side: "SELL", takeProfit: "90", stopLoss: "110" })).toEqual([]);
  expect(codes({ type: "LIMIT", limitPrice: "50", takeProfit: "60", stopLoss: "55" })).toEqual(["stopLoss OUT_OF_RANGE"]);
});

test("What a type does not have is not sent, though it was typed", () => {
  const typed = ticket({
    type: "MARKET",
    limitPrice: "9",
    triggerPrice: "8",
    trailing: "1",
    displayQuantity: "0.1",
    postOnly: true,
    quantity: "01.50",
  });
  expect(toInput(typed, "a", "SIM:ONE", "k")).toMatchObject({
    idempotencyKey: "k",
    quantity: "1.5",
    limitPrice: null,
    triggerPrice: null,
    trailingPercent: null,
    displayQuantity: null,
    expiresAt: null,
    postOnly: false,
  });
});

test("Another type takes its usual time in force, unless one was chosen that fits", () => {
  expect(withType(emptyTicket, "LIMIT").timeInForce).toBe("GOOD_TILL_CANCELLED");
  expect(withType({ ...emptyTicket, timeInForce: "DAY" }, "LIMIT").timeInForce).toBe("DAY");
  expect(withType({ ...emptyTicket, timeInForce: "AT_THE_OPEN" }, "STOP").timeInForce).toBe("GOOD_TILL_CANCELLED");
});
