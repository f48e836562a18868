import type Big from "big.js";
import type { Decimal, Instrument, Quote } from "@/graphql/schema";
import { formatDecimal } from "@/markets/model/decimal";
import { exact, formatMoney, parseTyped } from "./amount";
import { timeInForceNames } from "./orderText";
import { hasBracket, hasLimit, hasTrigger, isTrailing, mayBePostOnly, mayShowPart, type Ticket } from "./ticket";
import { entryPrice } from "./ticketRules";

/** About what an order would cost, in the instrument's currency, at the price that it would meet. */
export interface TicketEstimate {
  readonly price: Big;
  readonly notional: Big;
  /** Null while no rate is known. */
  readonly fee: Big | null;
  /** What is paid for a purchase, or received for a sale, the fee included as far as it is known. */
  readonly total: Big;
  readonly positionAfter: Big;
}

/** What {@link estimateTicket} needs to know. */
export interface EstimateContext {
  readonly quote: Quote | null;
  readonly position: Decimal;
  /** The part of the notional that the venue takes; null when that is not known. */
  readonly feeRate: Big | null;
  /** How much of the underlying one unit is. */
  readonly contractSize: Big;
}

/** The estimate of a ticket, or null as long as its quantity or price is unknown. */
export function estimateTicket(ticket: Ticket, context: EstimateContext): TicketEstimate | null {
  const [quantity, price] = [parseTyped(ticket.quantity), entryPrice(ticket, context.quote)];
  if (!quantity || !price || quantity.eq(0)) return null;
  const notional = quantity.times(price).times(context.contractSize);
  const fee = context.feeRate ? notional.times(context.feeRate) : null;
  const isBuy = ticket.side === "BUY";
  const total = fee === null ? notional : isBuy ? notional.plus(fee) : notional.minus(fee);
  const positionAfter = exact(context.position).plus(isBuy ? quantity : quantity.times(-1));
  return { price, notional, fee, total, positionAfter };
}

/** Whether only gains and losses are paid for an instrument, and the rest is margin. */
export const isContract = ({ type }: Pick<Instrument, "type">): boolean => type === "PERPETUAL" || type === "FUTURE";

/** What will happen when a ticket is placed, in sentences. */
export function describeTicket(
  ticket: Ticket,
  instrument: Pick<Instrument, "symbol" | "currency" | "type">,
  estimate: TicketEstimate | null,
): readonly string[] {
  const { symbol, currency } = instrument;
  const number = (text: string): string => formatDecimal(parseTyped(text)?.toFixed() ?? null);
  const verb = ticket.side === "BUY" ? "Buy" : "Sell";
  const sentences = [`${verb} ${number(ticket.quantity)} ${symbol} ${how(ticket, currency, number)}.`];
  sentences.push(lifetimes[ticket.timeInForce](ticket));
  if (ticket.postOnly && mayBePostOnly(ticket)) sentences.push("If it would trade at once, it is refused instead (post-only).");
  if (ticket.reduceOnly) sentences.push("It only reduces the position (reduce-only).");
  if (mayShowPart(ticket) && ticket.displayQuantity.trim())
    sentences.push(`The market sees ${number(ticket.displayQuantity)} of it at a time.`);
  if (hasBracket(ticket)) sentences.push(exits(ticket, currency, number));
  if (estimate) {
    sentences.push(isContract(instrument) ? exposure(estimate, currency) : payment(ticket, estimate, currency));
    sentences.push(`Filled as a whole it takes your position to ${formatDecimal(estimate.positionAfter.toFixed())}.`);
  }
  return sentences;
}

function payment({ side }: Ticket, { total, fee }: TicketEstimate, currency: string): string {
  const isBuy = side === "BUY";
  const ofIt = fee && (isBuy ? `, ${formatMoney(fee)} ${currency} of it the fee` : ", the fee taken off");
  return `You ${isBuy ? "pay" : "receive"} about ${formatMoney(total)} ${currency}${ofIt ?? ""}.`;
}

function exposure({ notional, fee }: TicketEstimate, currency: string): string {
  const paid = fee ? ` The fee is about ${formatMoney(fee)} ${currency}.` : "";
  return `It is worth about ${formatMoney(notional)} ${currency}; a part of that is held as margin.${paid}`;
}

function exits({ takeProfit, stopLoss }: Ticket, currency: string, number: (text: string) => string): string {
  const gain = takeProfit.trim() && `takes the profit at ${number(takeProfit)} ${currency}`;
  const loss = stopLoss.trim() && `stops the loss at ${number(stopLoss)} ${currency}`;
  return gain && loss
    ? `When it fills, two exits follow: one ${gain}, one ${loss}. The one cancels the other.`
    : `When it fills, an exit follows that ${gain || loss}.`;
}

function how(ticket: Ticket, currency: string, number: (text: string) => string): string {
  const isBuy = ticket.side === "BUY";
  if (isTrailing(ticket.type)) {
    const distance = ticket.trailingIn === "PERCENT" ? `${number(ticket.trailing)} %` : `${number(ticket.trailing)} ${currency}`;
    return `at the market once it turns ${distance} ${isBuy ? "up from its lowest" : "down from its highest"}`;
  }
  const price = hasLimit(ticket.type) ? `at ${number(ticket.limitPrice)} ${currency} or ${isBuy ? "below" : "above"}` : "at the market";
  if (!hasTrigger(ticket.type)) return price;
  const isStop = ticket.type === "STOP" || ticket.type === "STOP_LIMIT";
  return `${price}, once the market is ${isStop === isBuy ? "at or above" : "at or below"} ${number(ticket.triggerPrice)} ${currency}`;
}

const lifetimes: Readonly<Record<Ticket["timeInForce"], (ticket: Ticket) => string>> = {
  GOOD_TILL_CANCELLED: ({ type }) =>
    type === "MARKET" ? "What finds no counterparty is cancelled." : "It works until it is filled or you cancel it.",
  GOOD_TILL_DATE: ({ expiresAt }) => `It works until ${expiresAt.slice(0, 16).replace("T", " ")} UTC.`,
  DAY: () => "It works until the session ends.",
  IMMEDIATE_OR_CANCEL: () => `What does not fill at once is cancelled (${timeInForceNames.IMMEDIATE_OR_CANCEL.toLowerCase()}).`,
  FILL_OR_KILL: () => `It fills as a whole at once, or not at all (${timeInForceNames.FILL_OR_KILL.toLowerCase()}).`,
  AT_THE_OPEN: () => "It trades in the opening auction; the rest is cancelled.",
  AT_THE_CLOSE: () => "It trades in the closing auction; the rest is cancelled.",
};
