import type { CandlestickData, HistogramData, UTCTimestamp } from "lightweight-charts";
import { fractionDigits, toNumber } from "../model/decimal";
import type { CandleSeries, TimedCandle } from "../model/candleSeries";
import type { Palette } from "./palette";

/** A candle as the chart has drawn it; `time` is its open time in seconds since 1970-01-01 UTC. */
export interface DrawnCandle {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

// More digits than this no axis has room for.
const mostDigits = 12;
const digitsFrom = 500;

export function toBar(candle: TimedCandle): CandlestickData<UTCTimestamp> {
  return {
    time: candle.time as UTCTimestamp,
    open: toNumber(candle.open),
    high: toNumber(candle.high),
    low: toNumber(candle.low),
    close: toNumber(candle.close),
  };
}

export function toVolume(candle: TimedCandle, palette: Palette): HistogramData<UTCTimestamp> {
  const rising = toNumber(candle.close) >= toNumber(candle.open);
  return { time: candle.time as UTCTimestamp, value: toNumber(candle.volume), color: rising ? palette.upSoft : palette.downSoft };
}

/** The digits that the price axis needs: as many as the newest prices have. */
export function axisDigits(series: CandleSeries): number {
  const digits = series.slice(-digitsFrom).flatMap(({ open, high, low, close }) => [open, high, low, close].map(fractionDigits));
  return Math.min(mostDigits, Math.max(2, ...digits));
}
