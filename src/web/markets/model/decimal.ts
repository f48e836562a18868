import type { Decimal } from "@/graphql/schema";

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const nothing = "–";

/** A decimal for people: thousands grouped by commas, a true minus sign, every digit as given. `null` is a dash. */
export function formatDecimal(value: Decimal | null | undefined): string {
  if (value === null || value === undefined) return nothing;
  const parts = pattern.exec(value);
  if (!parts) return value;
  const [, sign, whole = "0", fraction] = parts;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign === "-" ? "−" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/**
 * Like {@link formatDecimal} with at most `digits` significant digits, never touching those before the point: sums of sizes have far more
 * digits than an eye wants. Rounds half up in magnitude, on the text itself, and drops the zeros that this leaves at the end.
 */
export function formatRounded(value: Decimal | null | undefined, digits: number): string {
  if (value === null || value === undefined) return nothing;
  const parts = pattern.exec(value);
  if (!parts) return value;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  const leadingZeros = /^0*$/.test(whole) ? (/^0*/.exec(fraction)?.[0].length ?? 0) : -whole.length;
  const keep = Math.max(0, digits + leadingZeros);
  if (fraction.length <= keep) return formatDecimal(trimmed(sign, whole, fraction));
  const scaled = BigInt(whole + fraction.slice(0, keep)) + (fraction.charAt(keep) >= "5" ? 1n : 0n);
  const text = scaled.toString().padStart(keep + 1, "0");
  return formatDecimal(trimmed(sign, text.slice(0, text.length - keep), text.slice(text.length - keep)));
}

function trimmed(sign: string, whole: string, fraction: string): Decimal {
  const rest = fraction.replace(/0+$/, "");
  return `${sign}${whole}${rest ? `.${rest}` : ""}`;
}

/** How many digits stand after the point. */
export function fractionDigits(value: Decimal): number {
  return pattern.exec(value)?.[3]?.length ?? 0;
}

/** The one crossing from decimal text to a floating-point number: for drawing, never for showing. */
export function toNumber(value: Decimal): number {
  return Number(value);
}
