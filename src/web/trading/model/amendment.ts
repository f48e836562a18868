import type { Decimal } from "@/graphql/schema";
import type { Order } from "./accountBook";
import { exact, parseTyped, toDecimal } from "./amount";

/** What may be changed of a working order, as typed. */
export interface AmendmentDraft {
  readonly quantity: string;
  readonly limitPrice: string;
  readonly triggerPrice: string;
}

type Field = keyof AmendmentDraft;

/** What is sent: null stays as it is. */
export type Amendment = Readonly<Record<Field, Decimal | null>>;

export interface AmendmentProblem {
  readonly field: Field;
  readonly message: string;
}

/** What is wrong with a change, as far as it can be known before asking. */
export function checkAmendment(order: Order, draft: AmendmentDraft): readonly AmendmentProblem[] {
  const problems: AmendmentProblem[] = [];
  for (const field of ["quantity", "limitPrice", "triggerPrice"] as const) {
    if (order[field] === null) continue;
    const value = parseTyped(draft[field]);
    if (!value) problems.push({ field, message: "Enter a number such as 12.5, with a point and without a sign." });
    else if (value.eq(0)) problems.push({ field, message: "Enter more than zero." });
    else if (field === "quantity" && value.lte(exact(order.filled)))
      problems.push({ field, message: "The quantity is more than what is filled already." });
  }
  return problems;
}

/** What differs from the order. */
export function toAmendment(order: Order, draft: AmendmentDraft): Amendment {
  const changed = (field: Field): Decimal | null => {
    const [before, value] = [order[field], parseTyped(draft[field])];
    return before === null || value === null || value.eq(exact(before)) ? null : toDecimal(value);
  };
  return { quantity: changed("quantity"), limitPrice: changed("limitPrice"), triggerPrice: changed("triggerPrice") };
}
