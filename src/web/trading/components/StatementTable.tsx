import { formatDecimal } from "@/markets/model/decimal";
import type { MovementKind } from "@/graphql/generated";
import type { Statement } from "../figures";
import { formatMoney } from "../model/amount";
import { DataTable, type Column } from "./DataTable";
import { Figure, Figures } from "./Figures";

type Movement = Statement["movements"][number];

const kinds: Readonly<Record<MovementKind, string>> = {
  DEPOSIT: "Deposits",
  WITHDRAWAL: "Withdrawals",
  FILL: "Fills",
  FEE: "Fees",
  FUNDING: "Funding",
  INTEREST: "Interest",
  DIVIDEND: "Dividends",
  CORPORATE_ACTION: "Corporate actions",
  CONVERSION: "Conversions",
};

const columns: readonly Column<Movement>[] = [
  { header: "What", isTitle: true, cell: ({ kind }) => kinds[kind] },
  { header: "Unit", cell: ({ unit }) => unit },
  { header: "Amount", isNumber: true, cell: ({ amount }) => formatDecimal(amount) },
  { header: "Entries", isNumber: true, cell: ({ count }) => count },
];

/** What an account had at both ends of a time, and all that moved between them. */
export function StatementTable({ statement, currency }: { readonly statement: Statement; readonly currency: string }) {
  const { from, to, opening, closing, movements } = statement;
  return (
    <>
      <Figures>
        <Figure name={`Equity on ${from.slice(0, 10)}`}>{`${formatMoney(opening.equity)} ${currency}`}</Figure>
        <Figure name={`Equity on ${to.slice(0, 10)}`}>{`${formatMoney(closing.equity)} ${currency}`}</Figure>
      </Figures>
      <DataTable label="Statement" columns={columns} rows={movements} keyOf={({ kind, unit }) => `${kind} ${unit}`} testId="statement" />
    </>
  );
}
