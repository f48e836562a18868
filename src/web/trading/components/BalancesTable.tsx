import type { Account } from "../model/accountBook";
import { formatMoney } from "../model/amount";
import { DataTable, type Column } from "./DataTable";

type Balance = Account["balances"][number];

const columns: readonly Column<Balance>[] = [
  { header: "Currency", isTitle: true, cell: ({ currency }) => currency },
  { header: "Total", isNumber: true, cell: ({ total }) => formatMoney(total) },
  { header: "Held for orders", isNumber: true, cell: ({ held }) => formatMoney(held) },
  { header: "Free", isNumber: true, cell: ({ free }) => formatMoney(free) },
];

/** The money of an account, by currency. */
export function BalancesTable({ balances }: { readonly balances: readonly Balance[] }) {
  return (
    <DataTable
      label="Balances"
      columns={columns}
      rows={balances}
      keyOf={({ currency }) => currency}
      testId="balances"
      marks={({ currency }) => ({ "data-currency": currency })}
    />
  );
}
