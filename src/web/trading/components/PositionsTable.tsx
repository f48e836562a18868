import { useCallback, useState } from "react";
import type { Quote } from "@/graphql/schema";
import { formatDecimal } from "@/markets/model/decimal";
import { notify } from "@/shell/notices";
import { commands } from "../commands";
import type { Order, Position } from "../model/accountBook";
import { exact, formatAmount, formatChange, formatMoney } from "../model/amount";
import { markPosition } from "../model/positionValue";
import { CommandDialog } from "./CommandDialog";
import { DataTable, type Column } from "./DataTable";
import { Gain } from "./Gain";
import { InstrumentCell } from "./InstrumentCell";
import styles from "./Tables.module.css";

const priceDigits = 8;

/** What is held, at the market's present prices, each with a way out. */
export function PositionsTable({
  accountId,
  positions,
  quotes,
  onOrders,
}: {
  readonly accountId: string;
  readonly positions: readonly Position[];
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly onOrders: (orders: readonly Order[]) => void;
}) {
  const [closed, setClosed] = useState<Position | null>(null);
  const marked = (position: Position) => markPosition(position, quotes.get(position.instrument.key) ?? null);
  const columns: readonly Column<Position>[] = [
    { header: "Instrument", isTitle: true, cell: ({ instrument }) => <InstrumentCell instrument={instrument} /> },
    { header: "Quantity", isNumber: true, cell: ({ quantity }) => formatDecimal(quantity) },
    { header: "Average cost", isNumber: true, cell: ({ averageCost }) => formatAmount(averageCost, priceDigits) },
    { header: "Market", isNumber: true, cell: position => formatAmount(marked(position).mark, priceDigits) },
    { header: "Value", isNumber: true, cell: position => `${formatMoney(marked(position).value)} ${position.instrument.currency}` },
    {
      header: "Unrealized",
      isNumber: true,
      isWide: true,
      cell: position => {
        const { unrealized } = marked(position);
        return (
          <span>
            <Gain value={unrealized} testId="unrealized" />{" "}
            <span className={styles.flags}>{unrealized && formatChange(unrealized, exact(position.cost))}</span>
          </span>
        );
      },
    },
    { header: "Realized", isNumber: true, cell: ({ realized }) => <Gain value={realized} /> },
    {
      header: "Actions",
      isActions: true,
      cell: position => (
        <span className={styles.actions}>
          <button
            type="button"
            className={styles.action}
            aria-label={`Close the position in ${position.instrument.symbol}`}
            data-testid="close-position"
            onClick={() => setClosed(position)}
          >
            Close
          </button>
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label="Positions"
        columns={columns}
        rows={positions}
        keyOf={({ instrument }) => instrument.key}
        testId="positions"
        marks={({ instrument }) => ({ "data-key": instrument.key })}
      />
      {closed && <CloseDialog accountId={accountId} position={closed} onClose={() => setClosed(null)} onOrders={onOrders} />}
    </>
  );
}

function CloseDialog({
  accountId,
  position: { instrument, quantity },
  onClose,
  onOrders,
}: {
  readonly accountId: string;
  readonly position: Position;
  readonly onClose: () => void;
  readonly onOrders: (orders: readonly Order[]) => void;
}) {
  const { key: instrumentKey, symbol } = instrument;
  const command = useCallback(
    (idempotencyKey: string) => commands.close({ idempotencyKey, accountId, instrumentKey }),
    [accountId, instrumentKey],
  );
  const isLong = exact(quantity).gt(0);
  return (
    <CommandDialog
      title={`Close the position in ${symbol}?`}
      verb="Close position"
      doing="Closing…"
      danger
      command={command}
      onClose={onClose}
      onDone={orders => {
        notify("done", `The position in ${symbol} is being closed.`);
        onOrders(orders);
        onClose();
      }}
    >
      <p>
        Its open orders are cancelled, and a market order {isLong ? "sells" : "buys"} {formatDecimal(exact(quantity).abs().toFixed())}{" "}
        {symbol}.
      </p>
      <p>The price is the market&rsquo;s at that moment.</p>
    </CommandDialog>
  );
}
