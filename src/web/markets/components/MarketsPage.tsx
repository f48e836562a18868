"use client";

import { useCallback, useMemo } from "react";
import { Nothing, Problem } from "@/shell/Problem";
import { TopBar } from "@/shell/TopBar";
import { useMediaQuery } from "@/shell/useMediaQuery";
import { instrumentsOf } from "../model/catalogue";
import { useCatalogue } from "../useCatalogue";
import { useSelection } from "../useSelection";
import { InstrumentDrawer } from "./InstrumentDrawer";
import { InstrumentList } from "./InstrumentList";
import { InstrumentPanel } from "./InstrumentPanel";
import { PanelSkeleton } from "./Skeletons";
import styles from "./MarketsPage.module.css";

/** The instruments beside the chart of the selected one; on a narrow screen they are a drawer. */
export function MarketsPage() {
  const catalogue = useCatalogue();
  const { key, interval, select } = useSelection();
  const instruments = useMemo(() => instrumentsOf(catalogue.pages), [catalogue.pages]);
  const selected = key ?? instruments[0]?.key ?? null;
  const narrow = useMediaQuery("(max-width: 859px)");

  const choose = useCallback((chosen: string) => select(chosen, interval), [select, interval]);
  return (
    <div className={styles.page}>
      <TopBar>{narrow && <InstrumentDrawer catalogue={catalogue} selected={selected} interval={interval} onSelect={choose} />}</TopBar>
      <div className={styles.body}>
        {!narrow && (
          <aside className={styles.side} aria-label="Instruments">
            <InstrumentList catalogue={catalogue} selected={selected} interval={interval} onSelect={choose} />
          </aside>
        )}
        <main className={styles.main}>
          <h1 className="visuallyHidden">Markets</h1>
          {selected !== null ? (
            <InstrumentPanel key={selected} instrumentKey={selected} interval={interval} onInterval={chosen => select(selected, chosen)} />
          ) : (
            <Unselected phase={catalogue.phase} problem={catalogue.problem} retry={catalogue.loadMore} />
          )}
        </main>
      </div>
    </div>
  );
}

function Unselected({ phase, problem, retry }: { readonly phase: string; readonly problem: string | null; readonly retry: () => void }) {
  if (phase === "loading") return <PanelSkeleton />;
  if (problem !== null) return <Problem title="The instruments cannot be shown" reason={problem} retry={retry} />;
  return (
    <Nothing title="No instruments yet" hint="As soon as the server receives its first trades, their instrument appears here by itself." />
  );
}
