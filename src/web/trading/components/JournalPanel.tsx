"use client";

import { useCallback, useEffect, useState } from "react";
import { api, reasonOf } from "@/graphql/client";
import { JournalDocument, type JournalQuery } from "@/graphql/generated";
import { RowsSkeleton } from "@/markets/components/Skeletons";
import { formatDecimal } from "@/markets/model/decimal";
import { Nothing, Problem } from "@/shell/Problem";
import { journalKindNames, ledgerAccountNames } from "../model/orderText";
import { pageOf } from "../source";
import styles from "./AccountPage.module.css";
import { DataTable, type Column } from "./DataTable";
import { OlderButton } from "./OlderButton";
import { TimeCell } from "./TimeCell";

type Entry = NonNullable<NonNullable<NonNullable<JournalQuery["account"]>["journal"]>["nodes"]>[number];

interface Journal {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

const entriesPerPage = 30;

const columns: readonly Column<Entry>[] = [
  { header: "Entry", isTitle: true, cell: ({ kind }) => journalKindNames[kind] },
  {
    header: "Lines",
    isWide: true,
    cell: ({ lines }) => (
      <ul className={styles.lines} role="list">
        {lines.map(({ account, unit, amount, instrument }, index) => (
          <li key={index}>
            <span>{ledgerAccountNames[account]}</span> <data value={amount}>{formatDecimal(amount)}</data>{" "}
            <span>{instrument?.symbol ?? unit}</span>
          </li>
        ))}
      </ul>
    ),
  },
  { header: "At (UTC)", isWide: true, cell: ({ occurredAt }) => <TimeCell at={occurredAt} /> },
  { header: "Number", isNumber: true, cell: ({ sequence }) => sequence },
];

/** The ledger's entries, the latest first; read anew when `version` changes. */
export function JournalPanel({ accountId, version }: { readonly accountId: string; readonly version: number }) {
  const [journal, setJournal] = useState<Journal | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(
    async (after: string | null, signal?: AbortSignal) => {
      const { account } = await api().request(JournalDocument, { id: accountId, first: entriesPerPage, after }, signal);
      const { items, next } = pageOf(account?.journal);
      setJournal(known => (after !== null && known ? { entries: [...known.entries, ...items], next } : { entries: items, next }));
    },
    [accountId],
  );
  const reload = useCallback(
    async (signal?: AbortSignal) => {
      try {
        await read(null, signal);
        setProblem(null);
      } catch (error) {
        if (!signal?.aborted) setProblem(reasonOf(error));
      }
    },
    [read],
  );
  useEffect(() => {
    const lifetime = new AbortController();
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void reload(lifetime.signal);
    return () => lifetime.abort();
  }, [reload, version]);

  return (
    <section className={styles.panel} aria-labelledby="journal-title">
      <div className={styles.panelHead}>
        <h2 id="journal-title">Journal</h2>
      </div>
      <p className={styles.explanation}>Each entry of the double-entry ledger; its lines sum to zero in each unit.</p>
      {journal === null && problem === null && <RowsSkeleton rows={4} />}
      {journal === null && problem !== null && (
        <Problem title="The journal cannot be read" reason={problem} retry={() => void reload()} testId="journal-problem" />
      )}
      {journal?.entries.length === 0 && (
        <Nothing title="Nothing booked yet" hint="A deposit makes the first entry." testId="journal-empty" />
      )}
      {journal !== null && journal.entries.length > 0 && (
        <>
          <div className={styles.scroll}>
            <DataTable
              label="Journal"
              columns={columns}
              rows={journal.entries}
              keyOf={({ sequence }) => String(sequence)}
              testId="journal"
            />
          </div>
          {journal.next !== null && <OlderButton load={() => read(journal.next)} what="entries" />}
        </>
      )}
    </section>
  );
}
