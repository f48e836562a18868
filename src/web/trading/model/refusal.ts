import type { TradingErrorFieldsFragment } from "@/graphql/generated";
import { formatDecimal } from "@/markets/model/decimal";
import type { Account } from "./accountBook";
import type { Ticket } from "./ticket";

/** Why the server did not do something, with its numbers. */
export type TradingError = TradingErrorFieldsFragment;

/** What to do about a refusal, by its code; what is not here is told by the server's own sentence alone. */
const advice: Readonly<Record<string, string>> = {
  KILL_SWITCH: "Turn the kill switch off on the account page to trade again.",
  MARKET_CLOSED: "An order that waits (good till cancelled, or at the open) is taken.",
  NO_MARKET_PRICE: "A limit order is taken without a market price.",
  ORDER_RATE: "Wait a moment and place it again.",
  MAX_OPEN_ORDERS: "Cancel an open order first.",
  SHORT_NOT_ALLOWED: "Selling what you do not have needs a margin account.",
  INSUFFICIENT_BALANCE: "Lower the quantity, pay money in, or cancel what holds it.",
  INSUFFICIENT_MARGIN: "Lower the quantity, pay money in, or reduce a position.",
  VERSION_CONFLICT: "Look at the order as it is now, and change it again.",
  ORDER_PENDING: "Wait for the venue's answer.",
  IDEMPOTENCY_CONFLICT: "Close this and place the order anew.",
  PERMISSION_DENIED: "Your membership does not include this.",
  UNAUTHENTICATED: "Log in first.",
};

/** The field of the ticket that a refusal is about. */
const fields: Readonly<Record<string, keyof Ticket>> = {
  LOT_SIZE: "quantity",
  MIN_QUANTITY: "quantity",
  MAX_QUANTITY: "quantity",
  MIN_NOTIONAL: "quantity",
  MAX_NOTIONAL: "quantity",
  INSUFFICIENT_BALANCE: "quantity",
  INSUFFICIENT_MARGIN: "quantity",
  POSITION_LIMIT: "quantity",
  EXPOSURE_LIMIT: "quantity",
  PRICE_BAND: "limitPrice",
  ALREADY_EXPIRED: "expiresAt",
  REDUCE_ONLY: "reduceOnly",
};

/** What was allowed and what it was, in a sentence; empty without numbers. */
export function numbersOf({ limit, actual, unit }: Pick<TradingError, "limit" | "actual" | "unit">): string {
  const amount = (value: string): string => `${formatDecimal(value)}${unit && !unit.includes(":") ? ` ${unit}` : ""}`;
  const numbers = [limit !== null && `Allowed: ${amount(limit)}`, actual !== null && `here: ${amount(actual)}`].filter(Boolean).join(", ");
  return numbers && `${numbers}.`;
}

/** Why an account takes no orders, or only some; null when nothing stops it. */
export function stopOf({ isKilled, haltedBy, breaker }: Pick<Account, "isKilled" | "haltedBy" | "breaker">): string | null {
  if (isKilled) return "The kill switch is on: orders are denied.";
  if (haltedBy !== null) return `Trading is stopped for ${haltedBy}: orders are denied.`;
  return breaker && `A loss limit is reached: only orders that reduce a position are taken. ${numbersOf(breaker)}`;
}

/** A refusal for people: what happened, its numbers, and what to do. */
export function explainRefusal({ code, message, limit, actual, unit }: TradingError): {
  readonly reason: string;
  readonly numbers: string;
  readonly advice: string;
} {
  // Units of an instrument are not paid in.
  const isOfUnits = code === "INSUFFICIENT_BALANCE" && unit?.includes(":");
  return {
    reason: message,
    numbers: numbersOf({ limit, actual, unit }),
    advice: isOfUnits ? "Lower the quantity, or cancel what holds it." : (advice[code] ?? ""),
  };
}

/** The field to send a person back to. */
export const fieldOf = (code: string): keyof Ticket | null => fields[code] ?? null;
