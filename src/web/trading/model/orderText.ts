import type { JournalKind, LedgerAccount, LiquiditySide, OrderSide, OrderStatus, OrderType, TimeInForce } from "@/graphql/generated";
import type { Order } from "./accountBook";
import { formatDecimal } from "@/markets/model/decimal";

export const sideNames: Readonly<Record<OrderSide, string>> = { BUY: "Buy", SELL: "Sell" };

export const typeNames: Readonly<Record<OrderType, string>> = {
  MARKET: "Market",
  LIMIT: "Limit",
  STOP: "Stop",
  STOP_LIMIT: "Stop limit",
  MARKET_IF_TOUCHED: "Market if touched",
  LIMIT_IF_TOUCHED: "Limit if touched",
  TRAILING_STOP: "Trailing stop",
};

export const timeInForceNames: Readonly<Record<TimeInForce, string>> = {
  GOOD_TILL_CANCELLED: "Good till cancelled",
  GOOD_TILL_DATE: "Good till date",
  DAY: "Day",
  IMMEDIATE_OR_CANCEL: "Immediate or cancel",
  FILL_OR_KILL: "Fill or kill",
  AT_THE_OPEN: "At the open",
  AT_THE_CLOSE: "At the close",
};

/** How traders write them where there is little room. */
export const timeInForceLetters: Readonly<Record<TimeInForce, string>> = {
  GOOD_TILL_CANCELLED: "GTC",
  GOOD_TILL_DATE: "GTD",
  DAY: "DAY",
  IMMEDIATE_OR_CANCEL: "IOC",
  FILL_OR_KILL: "FOK",
  AT_THE_OPEN: "OPG",
  AT_THE_CLOSE: "CLS",
};

export const statusNames: Readonly<Record<OrderStatus, string>> = {
  INITIALIZED: "Waits for entry",
  DENIED: "Denied",
  SUBMITTED: "Submitted",
  ACCEPTED: "Working",
  REJECTED: "Rejected",
  TRIGGERED: "Triggered",
  PENDING_UPDATE: "Changing",
  PENDING_CANCEL: "Cancelling",
  PARTIALLY_FILLED: "Partly filled",
  FILLED: "Filled",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
};

export const liquidityNames: Readonly<Record<LiquiditySide, string>> = { MAKER: "Maker", TAKER: "Taker", AUCTION: "Auction" };

export const journalKindNames: Readonly<Record<JournalKind, string>> = {
  DEPOSIT: "Deposit",
  WITHDRAWAL: "Withdrawal",
  FILL: "Fill",
  FUNDING: "Funding",
  BORROW: "Borrow cost",
  DIVIDEND: "Dividend",
  CORPORATE_ACTION: "Corporate action",
  CONVERSION: "Conversion",
  FEE: "Fee",
};

export const ledgerAccountNames: Readonly<Record<LedgerAccount, string>> = {
  CASH: "Cash",
  POSITION: "Position",
  CONTRACT: "Contract",
  CLEARING: "Clearing",
  FEES: "Fees",
  FUNDING: "Funding",
  INTEREST: "Interest",
  DIVIDENDS: "Dividends",
  EXTERNAL: "Outside",
  CORPORATE_ACTION: "Corporate action",
};

const ended: ReadonlySet<OrderStatus> = new Set<OrderStatus>(["DENIED", "REJECTED", "FILLED", "CANCELLED", "EXPIRED"]);

/** Whether nothing more is expected of an order. */
export const isEnded = (status: OrderStatus): boolean => ended.has(status);

/** Whether the venue would take a change now; on its way to or from the venue an order takes none. */
export const mayAmend = ({ status }: Order): boolean =>
  status === "ACCEPTED" || status === "TRIGGERED" || status === "PARTIALLY_FILLED" || status === "INITIALIZED";

/** Whether cancelling still says something new. */
export const mayCancel = ({ status }: Order): boolean => !isEnded(status) && status !== "PENDING_CANCEL";

/** The prices of an order, short: `stop 99 → limit 98.5`, `market`. */
export function priceText(order: Pick<Order, "type" | "limitPrice" | "triggerPrice" | "trailingAmount" | "trailingPercent">): string {
  const { type, limitPrice, triggerPrice, trailingAmount, trailingPercent } = order;
  if (type === "TRAILING_STOP")
    return `${trailingPercent === null ? formatDecimal(trailingAmount) : `${formatDecimal(trailingPercent)} %`} behind${triggerPrice === null ? "" : `, now ${formatDecimal(triggerPrice)}`}`;
  const then = limitPrice === null ? "market" : formatDecimal(limitPrice);
  return triggerPrice === null ? then : `at ${formatDecimal(triggerPrice)} → ${then}`;
}
