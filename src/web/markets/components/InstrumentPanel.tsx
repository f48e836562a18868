"use client";

import { useEffect } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { Problem } from "@/shell/Problem";
import { formatDecimal } from "../model/decimal";
import { useInstrument } from "../useInstrument";
import { CandlePanel } from "./CandlePanel";
import { InstrumentHeader } from "./InstrumentHeader";
import styles from "./InstrumentPanel.module.css";
import { IntervalSwitch } from "./IntervalSwitch";
import { PanelSkeleton } from "./Skeletons";

interface Properties {
  readonly instrumentKey: string;
  readonly interval: CandleInterval;
  readonly onInterval: (interval: CandleInterval) => void;
}

/** One instrument: what it is, its market now, and its candles. */
export function InstrumentPanel({ instrumentKey, interval, onInterval }: Properties) {
  const { state, retry } = useInstrument(instrumentKey);
  const instrument = state.phase === "ready" ? state.instrument : null;
  const title = instrument
    ? `${instrument.quote?.last ? `${formatDecimal(instrument.quote.last)} ` : ""}${instrument.symbol} · Fincord`
    : "Fincord";
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (state.phase === "loading") return <PanelSkeleton />;
  if (state.phase === "failed")
    return <Problem title={`${instrumentKey} cannot be shown`} reason={state.problem} retry={retry} testId="instrument-problem" />;
  return (
    <article className={styles.panel} aria-label={state.instrument.key}>
      <InstrumentHeader instrument={state.instrument} previousLast={state.previousLast} />
      <IntervalSwitch value={interval} onChange={onInterval} />
      <CandlePanel key={interval} instrument={state.instrument} interval={interval} />
      <footer className={styles.footer}>
        <span>Times in UTC</span>
        <span>
          Charts by{" "}
          <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
            TradingView
          </a>{" "}
          Lightweight Charts™
        </span>
      </footer>
    </article>
  );
}
