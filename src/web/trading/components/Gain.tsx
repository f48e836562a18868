import Big from "big.js";
import type { Decimal } from "@/graphql/schema";
import { formatGain } from "../model/amount";
import styles from "./Tables.module.css";

/** A gain or a loss: told by its sign, and by its colour besides. */
export function Gain({ value, testId }: { readonly value: Big | Decimal | null; readonly testId?: string }) {
  const sum = value === null ? null : new Big(value);
  const direction = sum === null || sum.eq(0) ? undefined : sum.gt(0) ? styles.up : styles.down;
  return (
    <data value={sum?.toFixed() ?? ""} className={direction} data-testid={testId}>
      {formatGain(sum)}
    </data>
  );
}
