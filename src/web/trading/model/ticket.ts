import type { OrderSide, OrderType, PlaceOrderInput, TimeInForce } from "@/graphql/generated";
import { parseTyped, toDecimal } from "./amount";

/** An order as it is being written: numbers are what was typed. */
export interface Ticket {
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly quantity: string;
  readonly limitPrice: string;
  readonly triggerPrice: string;
  readonly trailing: string;
  readonly trailingIn: "PERCENT" | "AMOUNT";
  readonly displayQuantity: string;
  readonly timeInForce: TimeInForce;
  /** As a datetime-local field has it, in UTC: `2026-01-05T14:30`. */
  readonly expiresAt: string;
  readonly postOnly: boolean;
  readonly reduceOnly: boolean;
  readonly takeProfit: string;
  readonly stopLoss: string;
}

export const emptyTicket: Ticket = {
  side: "BUY",
  type: "MARKET",
  quantity: "",
  limitPrice: "",
  triggerPrice: "",
  trailing: "",
  trailingIn: "PERCENT",
  displayQuantity: "",
  timeInForce: "IMMEDIATE_OR_CANCEL",
  expiresAt: "",
  postOnly: false,
  reduceOnly: false,
  takeProfit: "",
  stopLoss: "",
};

export const hasLimit = (type: OrderType): boolean => type === "LIMIT" || type === "STOP_LIMIT" || type === "LIMIT_IF_TOUCHED";

export const hasTrigger = (type: OrderType): boolean =>
  type === "STOP" || type === "STOP_LIMIT" || type === "MARKET_IF_TOUCHED" || type === "LIMIT_IF_TOUCHED";

export const isTrailing = (type: OrderType): boolean => type === "TRAILING_STOP";

const isImmediate = ({ timeInForce }: Ticket): boolean => timeInForce === "IMMEDIATE_OR_CANCEL" || timeInForce === "FILL_OR_KILL";

export const mayBePostOnly = (ticket: Ticket): boolean => ticket.type === "LIMIT" && !isImmediate(ticket);

export const mayShowPart = (ticket: Ticket): boolean => hasLimit(ticket.type) && !isImmediate(ticket);

/** The times in force that fit a type. Auctions take market and limit orders only. */
export function timesInForce(type: OrderType): readonly TimeInForce[] {
  const waiting = ["GOOD_TILL_CANCELLED", "GOOD_TILL_DATE", "DAY", "IMMEDIATE_OR_CANCEL", "FILL_OR_KILL"] as const;
  return type === "MARKET" || type === "LIMIT" ? [...waiting, "AT_THE_OPEN", "AT_THE_CLOSE"] : waiting;
}

const usualTimeInForce = (type: OrderType): TimeInForce => (type === "MARKET" ? "IMMEDIATE_OR_CANCEL" : "GOOD_TILL_CANCELLED");

/** The ticket with another type; a time in force that was not chosen, or does not fit, becomes the type's usual one. What was typed stays for coming back. */
export function withType(ticket: Ticket, type: OrderType): Ticket {
  const wasChosen = ticket.timeInForce !== usualTimeInForce(ticket.type);
  const stays = wasChosen && timesInForce(type).includes(ticket.timeInForce);
  return { ...ticket, type, timeInForce: stays ? ticket.timeInForce : usualTimeInForce(type) };
}

/** Whether an exit at a gain or a loss goes with the entry. */
export const hasBracket = ({ takeProfit, stopLoss, reduceOnly }: Ticket): boolean =>
  !reduceOnly && (takeProfit.trim() !== "" || stopLoss.trim() !== "");

/** What is sent of a ticket that {@link checkTicket} finds nothing wrong with: only what its type has. */
export function toInput(ticket: Ticket, accountId: string, instrumentKey: string, idempotencyKey: string): PlaceOrderInput {
  const { side, type, timeInForce, reduceOnly } = ticket;
  const number = (text: string, applies: boolean) => {
    const value = applies ? parseTyped(text) : null;
    return value ? toDecimal(value) : null;
  };
  const exits = hasBracket(ticket);
  return {
    idempotencyKey,
    accountId,
    instrumentKey,
    side,
    type,
    quantity: number(ticket.quantity, true),
    limitPrice: number(ticket.limitPrice, hasLimit(type)),
    triggerPrice: number(ticket.triggerPrice, hasTrigger(type)),
    trailingAmount: number(ticket.trailing, isTrailing(type) && ticket.trailingIn === "AMOUNT"),
    trailingPercent: number(ticket.trailing, isTrailing(type) && ticket.trailingIn === "PERCENT"),
    displayQuantity: number(ticket.displayQuantity, mayShowPart(ticket)),
    timeInForce,
    expiresAt: timeInForce === "GOOD_TILL_DATE" ? `${ticket.expiresAt.slice(0, 16)}:00.000000000Z` : null,
    postOnly: ticket.postOnly && mayBePostOnly(ticket),
    reduceOnly,
    takeProfit: number(ticket.takeProfit, exits),
    stopLoss: number(ticket.stopLoss, exits),
  };
}
