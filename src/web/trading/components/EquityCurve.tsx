"use client";

import { extent } from "d3-array";
import { scaleLinear, scaleUtc } from "d3-scale";
import { area, line } from "d3-shape";
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from "react";
import { toNumber } from "@/markets/model/decimal";
import { formatTime, toUnixSeconds } from "@/markets/model/time";
import { formatMoney } from "../model/amount";
import { nearestIndex, thinned, type EquityPoint } from "../model/equity";
import styles from "./EquityCurve.module.css";

// The drawing is stretched to its place; what is text stands around it.
const [width, height] = [800, 200];
const mostDrawn = 1_500;

/** The equity curve. The arrow keys go from point to point. */
export function EquityCurve({
  points,
  currency,
  label,
}: {
  readonly points: readonly EquityPoint[];
  readonly currency: string;
  readonly label: string;
}) {
  const [pointed, setPointed] = useState<number | null>(null);
  const drawn = useMemo(() => thinned(points, mostDrawn), [points]);
  const { x, y, path, fill } = useMemo(() => {
    const at = ({ at }: EquityPoint) => toUnixSeconds(at) * 1000;
    const value = ({ equity }: EquityPoint) => toNumber(equity);
    const [from = 0, to = 0] = extent(drawn, at);
    const [low = 0, high = 0] = extent(drawn, value);
    const margin = (high - low || Math.abs(high) || 1) * 0.08;
    const x = scaleUtc([from, to === from ? from + 1 : to], [0, width]);
    const y = scaleLinear([low - margin, high + margin], [height, 0]);
    return {
      x,
      y,
      path:
        line<EquityPoint>()
          .x(point => x(at(point)))
          .y(point => y(value(point)))(drawn) ?? "",
      fill:
        area<EquityPoint>()
          .x(point => x(at(point)))
          .y0(height)
          .y1(point => y(value(point)))(drawn) ?? "",
    };
  }, [drawn]);

  const shown = drawn[pointed ?? drawn.length - 1] ?? drawn.at(-1);
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const moment = x.invert(((event.clientX - box.left) / box.width) * width);
    setPointed(nearestIndex(drawn, Math.round(moment.getTime() / 1000)));
  };
  const onKey = (event: KeyboardEvent): void => {
    const current = pointed ?? drawn.length - 1;
    const next = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: drawn.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setPointed(Math.max(0, Math.min(drawn.length - 1, next)));
  };
  const precision = drawn.length > 0 && x.domain()[1]!.getTime() - x.domain()[0]!.getTime() > 2 * 86_400_000 ? "day" : "minute";
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {shown && (
          <>
            <time dateTime={shown.at}>{formatTime(toUnixSeconds(shown.at), "minute")} UTC</time>{" "}
            <b>
              {formatMoney(shown.equity)} {currency}
            </b>
          </>
        )}
      </figcaption>
      <div className={styles.plot}>
        <svg
          className={styles.curve}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="application"
          aria-roledescription="equity curve"
          aria-label={`${label}. The arrow keys go from point to point.`}
          tabIndex={0}
          data-testid="equity-curve"
          data-points={points.length}
          onPointerMove={point}
          onPointerLeave={() => setPointed(null)}
          onKeyDown={onKey}
          onBlur={() => setPointed(null)}
        >
          {y.ticks(4).map(tick => (
            <line key={tick} className={styles.grid} x1={0} x2={width} y1={y(tick)} y2={y(tick)} />
          ))}
          <path className={styles.area} d={fill} />
          <path className={styles.line} d={path} vectorEffect="non-scaling-stroke" />
          {shown && pointed !== null && (
            <line
              className={styles.cursor}
              x1={x(toUnixSeconds(shown.at) * 1000)}
              x2={x(toUnixSeconds(shown.at) * 1000)}
              y1={0}
              y2={height}
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
        <div className={styles.axis} aria-hidden="true">
          {y.ticks(4).map(tick => (
            <span key={tick} style={{ top: `${(y(tick) / height) * 100}%` }}>
              {formatMoney(String(tick))}
            </span>
          ))}
        </div>
        <div className={styles.times} aria-hidden="true">
          {x.ticks(4).map(tick => (
            <span key={tick.getTime()} style={{ left: `${(x(tick) / width) * 100}%` }}>
              {precision === "day"
                ? formatTime(tick.getTime() / 1000, "day").slice(5)
                : formatTime(tick.getTime() / 1000, "minute").slice(11)}
            </span>
          ))}
        </div>
      </div>
      <p className="visuallyHidden" role="status">
        {shown && pointed !== null ? `${formatTime(toUnixSeconds(shown.at), "minute")} UTC: ${formatMoney(shown.equity)} ${currency}` : ""}
      </p>
    </figure>
  );
}
