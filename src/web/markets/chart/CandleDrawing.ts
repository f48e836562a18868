import {
  CandlestickSeries,
  ColorType,
  createChart,
  CrosshairMode,
  HistogramSeries,
  type CandlestickData,
  type HistogramData,
  type IChartApi,
  type ISeriesApi,
  type Time,
  type UTCTimestamp,
} from "lightweight-charts";
import type { CandleInterval } from "@/graphql/schema";
import { precisionOf } from "../model/candleInterval";
import { changedTail, type CandleSeries } from "../model/candleSeries";
import { formatTime, type UnixSeconds } from "../model/time";
import { axisDigits, toBar, toVolume, type DrawnCandle } from "./drawing";
import type { Palette } from "./palette";

/** What the chart tells the page. */
export interface DrawingEvents {
  /** The pointer stands on the candle of this open time, or on none. */
  onPoint(time: UnixSeconds | null): void;
  /** The view moved: so many candles are left of it (negative: emptiness), and whether the newest is in it. */
  onView(candlesBefore: number, showsNewest: boolean): void;
}

// Beyond so many changed candles, drawing the whole series at once is cheaper.
const mostUpdates = 50;

// A short history is spread over the chart, within what still looks like candles.
const [narrowestAtFirst, widestAtFirst, rightOffset] = [8, 28, 3];

/** The candles over their volume in one lightweight-charts chart: a thin shell that draws series and reports the view. */
export class CandleDrawing {
  readonly #chart: IChartApi;
  readonly #prices: ISeriesApi<"Candlestick">;
  readonly #volumes: ISeriesApi<"Histogram">;
  #drawn: CandleSeries = [];
  #digits = 0;

  constructor(
    container: HTMLElement,
    interval: CandleInterval,
    private palette: Palette,
    events: DrawingEvents,
  ) {
    const precision = precisionOf(interval);
    this.#chart = createChart(container, {
      autoSize: true,
      crosshair: { mode: CrosshairMode.Normal },
      localization: {
        locale: "en-GB",
        dateFormat: "yyyy-MM-dd",
        timeFormatter: (time: Time) => `${formatTime(time as number, precision)} UTC`,
      },
      rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.12, bottom: 0.08 } },
      timeScale: {
        borderVisible: false,
        timeVisible: precision !== "day",
        secondsVisible: precision === "second",
        rightOffset,
        barSpacing: narrowestAtFirst,
        minBarSpacing: 0.5,
      },
    });
    this.#prices = this.#chart.addSeries(CandlestickSeries, { borderVisible: false });
    this.#volumes = this.#chart.addSeries(
      HistogramSeries,
      { priceFormat: { type: "volume" }, lastValueVisible: false, priceLineVisible: false },
      1,
    );
    this.#volumes.priceScale().applyOptions({ scaleMargins: { top: 0.1, bottom: 0 } });
    this.#chart.panes().forEach((pane, index) => pane.setStretchFactor(index === 0 ? 4 : 1));
    this.paint(palette);

    this.#chart.subscribeCrosshairMove(({ time }) => events.onPoint(typeof time === "number" ? time : null));
    this.#chart.timeScale().subscribeVisibleLogicalRangeChange(range => {
      if (range && this.#drawn.length > 0) events.onView(Math.floor(range.from), range.to >= this.#drawn.length - 1);
    });
  }

  /** Draws `series`, as changes of what is drawn when there are few. */
  draw(series: CandleSeries): void {
    const from = changedTail(this.#drawn, series, mostUpdates);
    const isFirst = this.#drawn.length === 0;
    // Set before drawing: the chart reports its view meanwhile.
    this.#drawn = series;
    this.#fitDigits(series);
    if (from === null) {
      this.#prices.setData(series.map(toBar));
      this.#volumes.setData(series.map(candle => toVolume(candle, this.palette)));
      if (isFirst) this.#fitView(series.length);
      return;
    }
    const amends = (time: UnixSeconds): boolean => time < (this.#prices.data().at(-1)?.time as number);
    for (const candle of series.slice(from)) {
      const historical = amends(candle.time);
      this.#prices.update(toBar(candle), historical);
      this.#volumes.update(toVolume(candle, this.palette), historical);
    }
  }

  /** Takes on the colours of a theme. */
  paint(palette: Palette): void {
    this.palette = palette;
    this.#chart.applyOptions({
      layout: {
        attributionLogo: true,
        background: { type: ColorType.Solid, color: palette.surface },
        textColor: palette.text,
        fontFamily: palette.font,
        fontSize: 12,
        panes: { separatorColor: palette.line, separatorHoverColor: palette.grid },
      },
      grid: { vertLines: { color: palette.grid }, horzLines: { color: palette.grid } },
      crosshair: {
        vertLine: { color: palette.crosshair, labelBackgroundColor: palette.crosshair },
        horzLine: { color: palette.crosshair, labelBackgroundColor: palette.crosshair },
      },
    });
    this.#prices.applyOptions({ upColor: palette.up, downColor: palette.down, wickUpColor: palette.up, wickDownColor: palette.down });
    this.#volumes.setData(this.#drawn.map(candle => toVolume(candle, palette)));
  }

  /** Moves the view by `bars`; positive is towards the present. */
  scroll(bars: number): void {
    const scale = this.#chart.timeScale();
    scale.scrollToPosition(scale.scrollPosition() + bars, false);
  }

  /** Makes candles `factor` times as wide. */
  zoom(factor: number): void {
    const scale = this.#chart.timeScale();
    scale.applyOptions({ barSpacing: Math.max(1, Math.min(60, scale.options().barSpacing * factor)) });
  }

  /** Moves the view to the newest candle. */
  showNewest(): void {
    this.#chart.timeScale().scrollToPosition(rightOffset, false);
  }

  /** What is drawn, read back from the chart itself. */
  series(): readonly DrawnCandle[] {
    const volumes = this.#volumes.data() as readonly HistogramData<UTCTimestamp>[];
    return (this.#prices.data() as readonly CandlestickData<UTCTimestamp>[]).map(({ time, open, high, low, close }, index) => ({
      time,
      open,
      high,
      low,
      close,
      volume: volumes[index]?.value ?? Number.NaN,
    }));
  }

  remove(): void {
    this.#chart.remove();
  }

  #fitView(candles: number): void {
    const scale = this.#chart.timeScale();
    const barSpacing = Math.max(narrowestAtFirst, Math.min(widestAtFirst, scale.width() / (candles + 2 * rightOffset)));
    scale.applyOptions({ barSpacing });
    scale.scrollToPosition(rightOffset, false);
  }

  #fitDigits(series: CandleSeries): void {
    const digits = Math.max(this.#digits, axisDigits(series));
    if (digits === this.#digits) return;
    this.#digits = digits;
    this.#prices.applyOptions({ priceFormat: { type: "price", precision: digits, minMove: 10 ** -digits } });
  }
}
