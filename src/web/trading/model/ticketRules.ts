import type Big from "big.js";
import type { Decimal, Quote } from "@/graphql/schema";
import { formatDecimal } from "@/markets/model/decimal";
import { exact, parseTyped } from "./amount";
import type { Terms } from "./session";
import { hasBracket, hasLimit, hasTrigger, isTrailing, mayShowPart, type Ticket } from "./ticket";

/** What is wrong with a field, with the code that the server would refuse it with. */
export interface TicketProblem {
  readonly field: keyof Ticket;
  readonly code:
    "INVALID_TICKET" | "OUT_OF_RANGE" | "ALREADY_EXPIRED" | "REDUCE_ONLY" | "TICK_SIZE" | "LOT_SIZE" | "MIN_QUANTITY" | "MAX_QUANTITY";
  readonly message: string;
}

/** What a ticket is held against. */
export interface TicketContext {
  readonly quote: Quote | null;
  /** What is held of the instrument, negative for a short position. */
  readonly position: Decimal;
  /** Null while they are not known. */
  readonly terms: Terms | null;
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number;
}

/** Everything that is wrong with a ticket, in the order of its fields, as far as it can be known before asking. */
export function checkTicket(ticket: Ticket, context: TicketContext): readonly TicketProblem[] {
  const problems: TicketProblem[] = [];
  const wrong = (field: keyof Ticket, code: TicketProblem["code"], message: string): void => void problems.push({ field, code, message });
  const number = (field: keyof Ticket & ("quantity" | "limitPrice" | "triggerPrice" | "trailing"), name: string): Big | null => {
    if (ticket[field].trim() === "") wrong(field, "INVALID_TICKET", `Enter ${name}.`);
    else return positive(field, ticket[field], wrong);
    return null;
  };

  const quantity = number("quantity", "a quantity");
  if (hasTrigger(ticket.type)) number("triggerPrice", "a trigger price");
  if (hasLimit(ticket.type)) number("limitPrice", "a limit price");
  if (isTrailing(ticket.type)) {
    const distance = number("trailing", "how far the stop follows");
    if (distance && ticket.trailingIn === "PERCENT" && distance.gte(100)) wrong("trailing", "OUT_OF_RANGE", "The distance is below 100 %.");
  }
  if (mayShowPart(ticket) && ticket.displayQuantity.trim() !== "") {
    const display = positive("displayQuantity", ticket.displayQuantity, wrong);
    if (display && quantity && display.gte(quantity)) wrong("displayQuantity", "OUT_OF_RANGE", "An iceberg shows less than all of itself.");
  }
  if (context.terms) checkTerms(ticket, context.terms, wrong);
  checkExpiry(ticket, context.now(), wrong);
  checkReduceOnly(ticket, quantity, exact(context.position), wrong);
  checkExits(ticket, context.quote, wrong);
  return problems;
}

type Wrong = (field: keyof Ticket, code: TicketProblem["code"], message: string) => void;

function positive(field: keyof Ticket, text: string, wrong: Wrong): Big | null {
  const value = parseTyped(text);
  if (!value) wrong(field, "INVALID_TICKET", "Enter a number such as 12.5, with a point and without a sign.");
  else if (value.eq(0)) wrong(field, "OUT_OF_RANGE", "Enter more than zero.");
  else return value;
  return null;
}

function checkTerms(ticket: Ticket, { tickSize, lotSize, minQuantity, maxQuantity }: Terms, wrong: Wrong): void {
  const quantity = parseTyped(ticket.quantity);
  if (quantity?.gt(0)) {
    if (!quantity.mod(lotSize).eq(0)) wrong("quantity", "LOT_SIZE", `Enter a multiple of ${formatDecimal(lotSize)}.`);
    else if (quantity.lt(minQuantity)) wrong("quantity", "MIN_QUANTITY", `The smallest order is ${formatDecimal(minQuantity)}.`);
    else if (quantity.gt(maxQuantity)) wrong("quantity", "MAX_QUANTITY", `The largest order is ${formatDecimal(maxQuantity)}.`);
  }
  const exits = hasBracket(ticket);
  for (const [field, applies] of [
    ["triggerPrice", hasTrigger(ticket.type)],
    ["limitPrice", hasLimit(ticket.type)],
    ["takeProfit", exits],
    ["stopLoss", exits],
  ] as const) {
    const price = applies ? parseTyped(ticket[field]) : null;
    if (price?.gt(0) && !price.mod(tickSize).eq(0)) wrong(field, "TICK_SIZE", `Enter a multiple of ${formatDecimal(tickSize)}.`);
  }
}

function checkExpiry({ timeInForce, expiresAt }: Ticket, now: number, wrong: Wrong): void {
  if (timeInForce !== "GOOD_TILL_DATE") return;
  const moment = Date.parse(`${expiresAt.slice(0, 16)}Z`);
  if (Number.isNaN(moment)) wrong("expiresAt", "INVALID_TICKET", "Enter when the order expires.");
  else if (moment <= now) wrong("expiresAt", "ALREADY_EXPIRED", "This moment has passed (times are UTC).");
}

function checkReduceOnly({ side, reduceOnly }: Ticket, quantity: Big | null, position: Big, wrong: Wrong): void {
  if (!reduceOnly || !quantity) return;
  const reducible = side === "SELL" ? position : position.times(-1);
  if (reducible.lte(0))
    wrong("reduceOnly", "REDUCE_ONLY", `There is no position that a ${side === "BUY" ? "buy" : "sell"} order would reduce.`);
  else if (quantity.gt(reducible)) wrong("quantity", "REDUCE_ONLY", `At most ${formatDecimal(reducible.toFixed())} reduces the position.`);
}

/** Exits stand on the two sides of the entry: the gain where the market must go, the loss where it must not. */
function checkExits(ticket: Ticket, quote: Quote | null, wrong: Wrong): void {
  if (!hasBracket(ticket)) return;
  const entry = entryPrice(ticket, quote);
  const isBuy = ticket.side === "BUY";
  for (const [field, name, isAbove] of [
    ["takeProfit", "A take profit", isBuy],
    ["stopLoss", "A stop loss", !isBuy],
  ] as const) {
    if (ticket[field].trim() === "") continue;
    const price = positive(field, ticket[field], wrong);
    if (price && entry && (isAbove ? price.lte(entry) : price.gte(entry))) {
      wrong(
        field,
        "OUT_OF_RANGE",
        `${name} lies ${isAbove ? "above" : "below"} ${formatDecimal(entry.toFixed())} here, where the order enters.`,
      );
    }
  }
}

/** About where the order enters: its own price, or the one that it would meet now; null when nobody knows. */
export function entryPrice(ticket: Ticket, quote: Quote | null): Big | null {
  const own = hasLimit(ticket.type) ? ticket.limitPrice : hasTrigger(ticket.type) ? ticket.triggerPrice : null;
  if (own !== null) return parseTyped(own);
  const meets = (ticket.side === "BUY" ? quote?.ask : quote?.bid) ?? quote?.last ?? null;
  return meets === null ? null : exact(meets);
}
