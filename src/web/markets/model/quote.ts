import type { Decimal, InstrumentType, Quote } from "@/graphql/schema";
import { toNumber } from "./decimal";

/** Of two states of one market the later; an answer may arrive after a push that was sent later. */
export function newerQuote(known: Quote | null, incoming: Quote | null): Quote | null {
  if (!incoming) return known;
  if (!known?.occurredAt || !incoming.occurredAt) return incoming;
  return incoming.occurredAt >= known.occurredAt ? incoming : known;
}

export type Direction = "up" | "down" | "same";

/** Where a price went from the one before it. */
export function directionOf(previous: Decimal | null, current: Decimal | null): Direction {
  if (previous === null || current === null) return "same";
  const change = toNumber(current) - toNumber(previous);
  return change > 0 ? "up" : change < 0 ? "down" : "same";
}

/** What people call each type. */
export const instrumentTypeNames: Readonly<Record<InstrumentType, string>> = {
  EQUITY: "Equity",
  ETF: "ETF",
  MUTUAL_FUND: "Mutual fund",
  BOND: "Bond",
  FX: "FX",
  CRYPTO_SPOT: "Crypto spot",
  PERPETUAL: "Perpetual",
  FUTURE: "Future",
  OPTION: "Option",
};
