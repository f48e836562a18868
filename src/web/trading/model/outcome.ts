import { formatDecimal } from "@/markets/model/decimal";
import type { Order } from "./accountBook";
import { exact, formatAmount } from "./amount";
import { isEnded } from "./orderText";

const priceDigits = 8;
const ends: Readonly<Partial<Record<Order["status"], string>>> = {
  CANCELLED: "is cancelled",
  EXPIRED: "has expired",
  REJECTED: "is rejected",
};

/**
 * The orders that ended between two states of a book, both the latest first. One that was not there before counts when it was placed after all
 * that were: others come from an older page. A denied one does not: whoever placed it has the answer.
 */
export function endedSince(before: readonly Order[], now: readonly Order[]): readonly Order[] {
  const known = new Map(before.map(({ id, status }) => [id, status]));
  const newest = before[0]?.placedAt ?? "";
  return now.filter(({ id, status, placedAt }) => {
    const was = known.get(id);
    return isEnded(status) && status !== "DENIED" && (was === undefined ? placedAt > newest : !isEnded(was));
  });
}

/** What became of an order that ended, in a sentence. */
export function outcomeText({ side, quantity, filled, averageFillPrice, instrument: { symbol }, status, reason }: Order): string {
  const did = side === "BUY" ? "Bought" : "Sold";
  const traded = `${did} ${formatDecimal(filled)} ${symbol} at ${formatAmount(averageFillPrice, priceDigits)}`;
  if (status === "FILLED") return `${traded}.`;
  const end = `${ends[status] ?? "has ended"}${reason ? `: ${reason.replace(/\.$/, "")}` : ""}.`;
  if (!exact(filled).eq(0)) return `${traded}; the rest of ${formatDecimal(quantity)} ${end}`;
  return `The order to ${side === "BUY" ? "buy" : "sell"} ${formatDecimal(quantity)} ${symbol} ${end}`;
}
