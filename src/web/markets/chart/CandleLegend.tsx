import type { CandleInterval } from "@/graphql/schema";
import { precisionOf } from "../model/candleInterval";
import type { TimedCandle } from "../model/candleSeries";
import { formatDecimal, formatRounded } from "../model/decimal";
import { directionOf } from "../model/quote";
import { formatTime } from "../model/time";
import styles from "./CandleChart.module.css";

const volumeDigits = 8;
const vwapDigits = 8;

/** The numbers of one candle, every digit of its prices as the server gave it. */
export function CandleLegend({ candle, interval }: { readonly candle: TimedCandle | null; readonly interval: CandleInterval }) {
  if (!candle) return <figcaption className={styles.legend} />;
  const direction = directionOf(candle.open, candle.close);
  const prices = [
    ["O", "Open", candle.open],
    ["H", "High", candle.high],
    ["L", "Low", candle.low],
    ["C", "Close", candle.close],
  ] as const;
  return (
    <figcaption className={styles.legend} data-testid="legend">
      <time className={styles.legendTime} dateTime={candle.openTime}>
        {formatTime(candle.time, precisionOf(interval))}
      </time>
      {prices.map(([letter, name, price]) => (
        <span key={letter}>
          <abbr title={name}>{letter}</abbr>{" "}
          <data value={price} className={styles[direction]}>
            {formatDecimal(price)}
          </data>
        </span>
      ))}
      <span>
        <abbr title="Volume">Vol</abbr> <data value={candle.volume}>{formatRounded(candle.volume, volumeDigits)}</data>
      </span>
      {candle.vwap !== null && (
        <span className={styles.more}>
          <abbr title="Volume-weighted average price">VWAP</abbr> <data value={candle.vwap}>{formatRounded(candle.vwap, vwapDigits)}</data>
        </span>
      )}
      <span className={styles.more}>
        <abbr title="Number of trades">Trades</abbr> {formatDecimal(String(candle.tradeCount))}
      </span>
    </figcaption>
  );
}
