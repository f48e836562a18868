import type Big from "big.js";
import type { Decimal, Quote } from "@/graphql/schema";
import { exact } from "./amount";
import type { Position } from "./accountBook";

/** A position at the market's present price. */
export interface MarkedPosition {
  readonly mark: Decimal | null;
  readonly value: Big | null;
  readonly unrealized: Big | null;
}

/** The price that positions are counted at: the middle of bid and ask, or the last trade. */
export function markOf(quote: Quote | null): Big | null {
  if (quote?.bid && quote.ask) return exact(quote.bid).plus(quote.ask).div(2);
  return quote?.last ? exact(quote.last) : null;
}

/** How much of the underlying one unit is, as the server's own figures tell; 1 where they tell nothing. */
function contractSizeOf({ quantity, mark, value }: Position): Big {
  const unit = mark === null ? exact("0") : exact(quantity).times(mark);
  if (value === null || unit.eq(0)) return exact("1");
  // The value is rounded to the ledger's digits; contract sizes have few of their own.
  const size = exact(value).div(unit).round(6);
  return size.lte(0) ? exact("1") : size;
}

/** A position at `quote`, or as the server last counted it when there is none. */
export function markPosition(position: Position, quote: Quote | null): MarkedPosition {
  const mark = markOf(quote);
  if (mark === null) {
    const [value, unrealized] = [position.value, position.unrealized].map(sum => (sum === null ? null : exact(sum)));
    return { mark: position.mark, value: value ?? null, unrealized: unrealized ?? null };
  }
  const value = exact(position.quantity).times(mark).times(contractSizeOf(position));
  return { mark: mark.toFixed(), value, unrealized: value.minus(position.cost) };
}

/** Whether anything is held. */
export const isOpen = ({ quantity }: Position): boolean => !exact(quantity).eq(0);
