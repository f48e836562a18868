import { formatDecimal } from "@/markets/model/decimal";
import type { Trade } from "../figures";
import { formatAmount, formatMoney } from "../model/amount";
import { DataTable, type Column } from "./DataTable";
import { Gain } from "./Gain";
import { InstrumentCell } from "./InstrumentCell";
import { TimeCell } from "./TimeCell";

const priceDigits = 8;

const columns: readonly Column<Trade>[] = [
  { header: "Instrument", isTitle: true, cell: ({ instrument }) => <InstrumentCell instrument={instrument} /> },
  { header: "Side", cell: ({ side }) => (side === "BUY" ? "Long" : "Short") },
  { header: "Quantity", isNumber: true, cell: ({ quantity }) => formatDecimal(quantity) },
  { header: "Entry", isNumber: true, cell: ({ entryPrice }) => formatAmount(entryPrice, priceDigits) },
  { header: "Exit", isNumber: true, cell: ({ exitPrice }) => formatAmount(exitPrice, priceDigits) },
  { header: "Fees", isNumber: true, cell: ({ fees }) => formatMoney(fees) },
  { header: "Result", isNumber: true, cell: ({ netProfit }) => <Gain value={netProfit} /> },
  { header: "Opened (UTC)", isWide: true, cell: ({ openedAt }) => <TimeCell at={openedAt} /> },
  { header: "Closed (UTC)", isWide: true, cell: ({ closedAt }) => (closedAt === null ? "Goes on" : <TimeCell at={closedAt} />) },
];

/** Round trips: those that go on, then the latest first. */
export function TradesTable({ trades }: { readonly trades: readonly Trade[] }) {
  return <DataTable label="Trades" columns={columns} rows={trades} keyOf={({ id }) => id} testId="trades" />;
}
