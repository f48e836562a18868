import type { ReactNode } from "react";
import styles from "./DataTable.module.css";

/** A column; on a narrow screen its header becomes a label before the value. */
export interface Column<T> {
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly isNumber?: boolean;
  /** What the row is called: its header. One column has it. */
  readonly isTitle?: boolean;
  /** Its values are long: on a narrow screen they have a line of their own. */
  readonly isWide?: boolean;
  /** Its cells are buttons, which say what they do: the header is for screen readers alone. */
  readonly isActions?: boolean;
}

/** A table that is a list of cards on a narrow screen. Roles are said, because another display takes them away in some browsers. */
export function DataTable<T>({
  label,
  columns,
  rows,
  keyOf,
  testId,
  marks,
}: {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly testId: string;
  /** Attributes of a row, for tests by a browser. */
  readonly marks?: (row: T) => Readonly<Record<`data-${string}`, string>>;
}) {
  return (
    <table className={styles.table} role="table" aria-label={label} data-testid={testId}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ header, isNumber, isActions }) => (
            <th key={header} role="columnheader" scope="col" className={isNumber ? styles.number : undefined}>
              {isActions ? <span className="visuallyHidden">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={keyOf(row)} role="row" {...marks?.(row)}>
            {columns.map(({ header, cell, isNumber, isTitle, isWide, isActions }) =>
              isTitle ? (
                <th key={header} role="rowheader" scope="row" className={styles.title}>
                  {cell(row)}
                </th>
              ) : (
                <td
                  key={header}
                  role="cell"
                  data-label={isActions ? undefined : header}
                  data-wide={isWide || isActions || undefined}
                  className={isNumber ? styles.number : undefined}
                >
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
