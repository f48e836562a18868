import Big from "big.js";
import type { Decimal } from "@/graphql/schema";
import { formatDecimal } from "@/markets/model/decimal";

const typed = /^(?:\d+(?:\.\d*)?|\.\d+)$/;

/** What a person typed as a number without a sign, exactly; null when it is none. A comma is refused: it means different things to different people. */
export function parseTyped(text: string): Big | null {
  const trimmed = text.trim();
  return typed.test(trimmed) ? new Big(trimmed.startsWith(".") ? `0${trimmed}` : trimmed.replace(/\.$/, "")) : null;
}

/** A decimal of the server's, exactly. */
export function exact(value: Decimal): Big {
  return new Big(value);
}

/** A number as the server reads it: plain digits, without zeros at the end. */
export function toDecimal(value: Big): Decimal {
  return value.toFixed();
}

/** `value` with at most `digits` fraction digits, rounded half to even, for people. */
export function formatAmount(value: Big | Decimal | null, digits = 2): string {
  if (value === null) return formatDecimal(null);
  const rounded = new Big(value).round(digits, Big.roundHalfEven);
  return formatDecimal(rounded.eq(0) ? "0" : rounded.toFixed());
}

/** A sum of money: two fraction digits always, three that count where a small sum would vanish. */
export function formatMoney(value: Big | Decimal | null): string {
  if (value === null) return formatDecimal(null);
  const sum = new Big(value);
  const isSmall = !sum.eq(0) && sum.abs().lt(1);
  const text = isSmall ? sum.round(Math.min(8, 2 - sum.e), Big.roundHalfEven).toFixed() : sum.round(2, Big.roundHalfEven).toFixed(2);
  return formatDecimal(/[1-9]/.test(text) ? text : "0.00");
}

/** A gain or loss: like {@link formatMoney} with its sign always, but for nothing. */
export function formatGain(value: Big | Decimal | null): string {
  const text = formatMoney(value);
  return value !== null && new Big(value).gt(0) && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A fraction that statistics found, as per cent with its sign; null is a dash. */
export function formatRate(rate: number | null): string {
  return rate === null ? formatDecimal(null) : formatChange(new Big(rate), new Big(1));
}

/** A number that statistics found, with two digits; null is a dash. */
export function formatNumber(value: number | null): string {
  return formatAmount(value === null ? null : new Big(value));
}

/** A part of a whole as per cent with two digits and its sign; null is a dash. */
export function formatChange(part: Big, whole: Big): string {
  return whole.eq(0) ? formatDecimal(null) : `${formatGain(part.div(whole.abs()).times(100))} %`;
}
