"use client";

import { useCallback } from "react";
import type { CandleInterval, Instrument } from "@/graphql/schema";
import { Nothing, Problem } from "@/shell/Problem";
import shell from "@/shell/shell.module.css";
import { CandleChart } from "../chart/CandleChart";
import { candleIntervals } from "../model/candleInterval";
import { useCandles } from "../useCandles";
import styles from "./CandlePanel.module.css";
import { ChartSkeleton } from "./Skeletons";

/** The chart of one instrument and interval, with what stands in its place while there is none. */
export function CandlePanel({ instrument, interval }: { readonly instrument: Instrument; readonly interval: CandleInterval }) {
  const { feed, state } = useCandles(instrument.key, interval);
  const { phase, candles, loadingOlder, problem } = state;
  const name = candleIntervals.find(({ value }) => value === interval)?.name ?? interval;
  const olderFailed = phase === "ready" && problem !== null;
  // After a failure a person asks again, not the scrolling.
  const onNearStart = useCallback(() => {
    if (!olderFailed) void feed.loadOlder();
  }, [feed, olderFailed]);
  const shows = phase === "loading" ? "loading" : phase === "failed" ? "failed" : candles.length === 0 ? "empty" : "ready";
  return (
    <section
      className={styles.panel}
      aria-label="Candles"
      aria-busy={shows === "loading"}
      data-testid="chart"
      data-state={shows}
      data-interval={interval}
      data-key={instrument.key}
    >
      {shows === "loading" && (
        <>
          <p className="visuallyHidden">Loading candles</p>
          <ChartSkeleton />
        </>
      )}
      {shows === "failed" && (
        <Problem title="The candles cannot be read" reason={problem ?? ""} retry={() => void feed.load()} testId="chart-problem" />
      )}
      {shows === "empty" && (
        <Nothing title="No candles yet" hint={`The first trade of ${instrument.symbol} starts its first one.`} testId="chart-empty" />
      )}
      {shows === "ready" && (
        <CandleChart label={`${instrument.name}, candles of ${name}`} candles={candles} interval={interval} onNearStart={onNearStart} />
      )}
      {loadingOlder && (
        <p className={styles.note} role="status">
          Loading older candles…
        </p>
      )}
      {olderFailed && (
        <p className={styles.note} role="alert">
          Older candles cannot be read. {problem}{" "}
          <button type="button" className={shell.statusRetry} onClick={() => void feed.loadOlder()}>
            Try again
          </button>
        </p>
      )}
    </section>
  );
}
