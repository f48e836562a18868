import { formatDecimal } from "@/markets/model/decimal";
import type { Fill } from "../model/accountBook";
import { formatMoney } from "../model/amount";
import { liquidityNames, sideNames } from "../model/orderText";
import { DataTable, type Column } from "./DataTable";
import { Gain } from "./Gain";
import { InstrumentCell } from "./InstrumentCell";
import styles from "./Tables.module.css";
import { TimeCell } from "./TimeCell";

const columns: readonly Column<Fill>[] = [
  { header: "Instrument", isTitle: true, cell: ({ instrument }) => <InstrumentCell instrument={instrument} /> },
  { header: "Side", cell: ({ side }) => <span className={side === "BUY" ? styles.buy : styles.sell}>{sideNames[side]}</span> },
  { header: "Quantity", isNumber: true, cell: ({ quantity }) => formatDecimal(quantity) },
  { header: "Price", isNumber: true, cell: ({ price }) => formatDecimal(price) },
  { header: "Notional", isNumber: true, cell: ({ notional, instrument }) => `${formatMoney(notional)} ${instrument.currency}` },
  {
    header: "Fee",
    isNumber: true,
    cell: ({ fee, liquidity }) => (
      <span>
        {formatMoney(fee)} <span className={styles.flags}>{liquidityNames[liquidity].toLowerCase()}</span>
      </span>
    ),
  },
  { header: "Realized", isNumber: true, cell: ({ realized }) => <Gain value={realized} /> },
  { header: "At (UTC)", isWide: true, cell: ({ occurredAt }) => <TimeCell at={occurredAt} /> },
  { header: "Settles", cell: ({ settlesOn }) => settlesOn.slice(0, 10) },
];

/** What was filled, the latest first. */
export function FillsTable({ fills }: { readonly fills: readonly Fill[] }) {
  return (
    <DataTable label="Fills" columns={columns} rows={fills} keyOf={({ id }) => id} testId="fills" marks={({ id }) => ({ "data-id": id })} />
  );
}
