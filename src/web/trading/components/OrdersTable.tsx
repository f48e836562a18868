import { useState } from "react";
import { formatDecimal } from "@/markets/model/decimal";
import type { Order } from "../model/accountBook";
import { isEnded, mayAmend, priceText, sideNames, statusNames, timeInForceLetters, timeInForceNames, typeNames } from "../model/orderText";
import { formatAmount } from "../model/amount";
import { numbersOf } from "../model/refusal";
import { AmendDialog } from "./AmendDialog";
import { CancelButton } from "./CancelButton";
import { DataTable, type Column } from "./DataTable";
import { InstrumentCell } from "./InstrumentCell";
import styles from "./Tables.module.css";
import { TimeCell } from "./TimeCell";

const averageDigits = 8;

const shared: readonly Column<Order>[] = [
  { header: "Instrument", isTitle: true, cell: ({ instrument }) => <InstrumentCell instrument={instrument} /> },
  { header: "Side", cell: ({ side }) => <span className={side === "BUY" ? styles.buy : styles.sell}>{sideNames[side]}</span> },
  {
    header: "Type",
    cell: order => (
      <span>
        {typeNames[order.type]} {flagsOf(order) && <span className={styles.flags}>{flagsOf(order)}</span>}
      </span>
    ),
  },
  { header: "Price", isNumber: true, cell: priceText },
  {
    header: "Filled",
    isNumber: true,
    cell: ({ filled, quantity }) => (
      <span>
        {formatDecimal(filled)} <span className={styles.flags}>of {formatDecimal(quantity)}</span>
      </span>
    ),
  },
];

function flagsOf({ postOnly, reduceOnly, displayQuantity, parentId, siblingIds, origin }: Order): string {
  return [
    postOnly && "post-only",
    reduceOnly && "reduce-only",
    displayQuantity !== null && `shows ${formatDecimal(displayQuantity)}`,
    parentId !== null && "exit",
    siblingIds.length > 0 && "OCO",
    origin !== "MEMBER" && `by ${origin.toLowerCase().replace("_", " ")}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** What is open: each order can be changed and cancelled. */
export function OpenOrdersTable({
  accountId,
  orders,
  onOrders,
}: {
  readonly accountId: string;
  readonly orders: readonly Order[];
  readonly onOrders: (orders: readonly Order[]) => void;
}) {
  const [amended, setAmended] = useState<Order | null>(null);
  const columns: readonly Column<Order>[] = [
    ...shared,
    {
      header: "Lives",
      isWide: true,
      cell: ({ timeInForce, expiresAt }) =>
        expiresAt === null ? (
          <abbr title={timeInForceNames[timeInForce]}>{timeInForceLetters[timeInForce]}</abbr>
        ) : (
          <span>
            until <TimeCell at={expiresAt} />
          </span>
        ),
    },
    { header: "Status", cell: ({ status }) => statusNames[status] },
    {
      header: "Actions",
      isActions: true,
      cell: order => (
        <span className={styles.actions}>
          <button
            type="button"
            className={styles.action}
            disabled={!mayAmend(order)}
            aria-label={`Change the order of ${order.instrument.symbol}`}
            data-testid="amend-order"
            onClick={() => setAmended(order)}
          >
            Change
          </button>
          <CancelButton accountId={accountId} order={order} onOrders={onOrders} />
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label="Open orders"
        columns={columns}
        rows={orders}
        keyOf={({ id }) => id}
        testId="open-orders"
        marks={({ id, status }) => ({ "data-id": id, "data-status": status })}
      />
      {amended && (
        <AmendDialog key={amended.id} accountId={accountId} order={amended} onClose={() => setAmended(null)} onOrders={onOrders} />
      )}
    </>
  );
}

/** What has ended, and why. */
export function OrderHistoryTable({ orders }: { readonly orders: readonly Order[] }) {
  const columns: readonly Column<Order>[] = [
    ...shared,
    { header: "Average", isNumber: true, cell: ({ averageFillPrice }) => formatAmount(averageFillPrice, averageDigits) },
    {
      header: "Status",
      isWide: true,
      cell: ({ status, reason, code, denial }) => (
        <span>
          {statusNames[status]}
          {isEnded(status) && reason && (
            <span className={styles.reason} title={code ?? undefined}>
              {reason} {denial && numbersOf(denial)}
            </span>
          )}
        </span>
      ),
    },
    { header: "Placed (UTC)", isWide: true, cell: ({ placedAt }) => <TimeCell at={placedAt} /> },
  ];
  return (
    <DataTable
      label="Order history"
      columns={columns}
      rows={orders}
      keyOf={({ id }) => id}
      testId="order-history"
      marks={({ id, status, code }) => ({ "data-id": id, "data-status": status, "data-code": code ?? "" })}
    />
  );
}
