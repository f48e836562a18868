import type { Instrument } from "@/graphql/schema";
import { selectionAddress } from "@/markets/useSelection";
import styles from "./Tables.module.css";

/** An instrument in a table, leading to its ticket. */
export function InstrumentCell({ instrument }: { readonly instrument: Instrument }) {
  return (
    <a className={styles.instrument} href={selectionAddress(instrument.key, "M1", "/trade/")} title={instrument.name}>
      {instrument.symbol} <small>{instrument.venue}</small>
    </a>
  );
}
