"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { Icon } from "@/shell/Icon";
import { usePaintedTheme } from "@/shell/theme";
import { lowerBound, type CandleSeries } from "../model/candleSeries";
import type { UnixSeconds } from "../model/time";
import { CandleDrawing } from "./CandleDrawing";
import styles from "./CandleChart.module.css";
import { CandleLegend } from "./CandleLegend";
import type { DrawnCandle } from "./drawing";
import { readPalette } from "./palette";

declare global {
  interface Window {
    /** For tests by a browser: what is on the screen, as data. See README.md. */
    fincord?: { series(): readonly DrawnCandle[] };
  }
}

interface Properties {
  readonly label: string;
  readonly candles: CandleSeries;
  readonly interval: CandleInterval;
  /** Called while the view is near the first candle; often. */
  readonly onNearStart: () => void;
}

// Older candles are read before the view reaches the first one.
const nearStart = 150;
const [keyScroll, pageScroll] = [10, 100];

/** A live candle chart. Arrow and page keys scroll, plus and minus zoom, End goes to the newest candle. */
export function CandleChart({ label, candles, interval, onNearStart }: Properties) {
  const container = useRef<HTMLDivElement>(null);
  const drawing = useRef<CandleDrawing>(null);
  const near = useRef(onNearStart);
  const [pointed, setPointed] = useState<UnixSeconds | null>(null);
  const [showsNewest, setShowsNewest] = useState(true);
  const theme = usePaintedTheme();
  useEffect(() => {
    near.current = onNearStart;
  }, [onNearStart]);

  useEffect(() => {
    if (!container.current) return undefined;
    const created = new CandleDrawing(container.current, interval, readPalette(container.current), {
      onPoint: setPointed,
      onView: (before, newest) => {
        setShowsNewest(newest);
        if (before < nearStart) near.current();
      },
    });
    const hook = { series: () => created.series() };
    drawing.current = created;
    window.fincord = hook;
    return () => {
      if (window.fincord === hook) delete window.fincord;
      drawing.current = null;
      created.remove();
    };
  }, [interval]);
  useEffect(() => {
    if (container.current) drawing.current?.paint(readPalette(container.current));
  }, [theme]);
  useEffect(() => {
    drawing.current?.draw(candles);
  }, [candles, interval]);

  const onKey = (event: KeyboardEvent): void => {
    const act = keyActions[event.key];
    if (!act || !drawing.current || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(drawing.current);
  };
  const index = pointed === null ? candles.length - 1 : lowerBound(candles, pointed);
  return (
    <figure className={styles.figure}>
      <CandleLegend candle={candles[index] ?? null} interval={interval} />
      <div
        ref={container}
        className={styles.canvas}
        tabIndex={0}
        role="application"
        aria-roledescription="candle chart"
        aria-label={`${label}. Arrow and page keys scroll, plus and minus zoom, End shows the newest candle.`}
        onKeyDown={onKey}
        data-testid="chart-canvas"
      />
      {!showsNewest && (
        <button type="button" className={styles.newest} onClick={() => drawing.current?.showNewest()} data-testid="newest">
          <Icon name="latest" /> Newest
        </button>
      )}
    </figure>
  );
}

const keyActions: Readonly<Record<string, (drawing: CandleDrawing) => void>> = {
  ArrowLeft: drawing => drawing.scroll(-keyScroll),
  ArrowRight: drawing => drawing.scroll(keyScroll),
  PageUp: drawing => drawing.scroll(-pageScroll),
  PageDown: drawing => drawing.scroll(pageScroll),
  "+": drawing => drawing.zoom(1.25),
  "=": drawing => drawing.zoom(1.25),
  "-": drawing => drawing.zoom(0.8),
  End: drawing => drawing.showNewest(),
};
