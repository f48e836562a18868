import type { Day } from "../figures";
import { formatMoney, formatRate } from "../model/amount";
import { DataTable, type Column } from "./DataTable";
import { Gain } from "./Gain";

const columns: readonly Column<Day>[] = [
  { header: "Day (UTC)", isTitle: true, cell: ({ day }) => day.slice(0, 10) },
  { header: "Result", isNumber: true, cell: ({ profit }) => <Gain value={profit.total} /> },
  { header: "Return", isNumber: true, cell: day => formatRate(day.return) },
  { header: "Realized", isNumber: true, cell: ({ profit }) => <Gain value={profit.realized} /> },
  { header: "Unrealized", isNumber: true, cell: ({ profit }) => <Gain value={profit.unrealized} /> },
  { header: "Fees", isNumber: true, cell: ({ profit }) => formatMoney(profit.fees) },
  { header: "Income", isNumber: true, cell: ({ profit }) => <Gain value={profit.income} /> },
  { header: "Paid in", isNumber: true, cell: ({ profit }) => formatMoney(profit.flow) },
  { header: "Equity", isNumber: true, cell: ({ closingEquity }) => formatMoney(closingEquity) },
];

/** What each day brought, the latest first. */
export function DaysTable({ days }: { readonly days: readonly Day[] }) {
  return <DataTable label="Days" columns={columns} rows={days.toReversed()} keyOf={({ day }) => day} testId="days" />;
}
