import type { CandleInterval } from "@/graphql/schema";
import { reasonOf } from "@/graphql/client";
import { addIntervals, openTimeOf } from "./candleInterval";
import { gapStart, leavesGap, merge, type CandleSeries, type TimedCandle } from "./candleSeries";
import { readOlder, type CandlePage } from "./history";
import type { UnixSeconds } from "./time";

/** Where a feed reads from; bound to one instrument and interval. */
export interface CandleSource {
  /** The first candle's open time (null: there are none) and the market's own present (null: unknown). */
  bounds(): Promise<{ readonly earliest: UnixSeconds | null; readonly now: UnixSeconds | null }>;
  /** One page of candles; `to` null means without end, `after` continues a page that was not complete. */
  page(from: UnixSeconds, to: UnixSeconds | null, after: string | null): Promise<CandlePage & { readonly next: string | null }>;
  /** Pushed candles, until the returned function is called; `resumed` when some may have been lost. */
  subscribe(next: (candle: TimedCandle) => void, resumed: () => void): () => void;
  /** The wall clock, for a market that does not tell its present. */
  now(): UnixSeconds;
}

export interface CandleFeedState {
  readonly phase: "loading" | "ready" | "failed";
  readonly candles: CandleSeries;
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  /** Why the history, or its older part, could not be read. */
  readonly problem: string | null;
}

const enoughToStart = 400;
const enoughOlder = 800;

// So far behind, the newest window is read anew instead of catching up page by page.
const mostCatchUpPages = 5;
const catchUpEveryMilliseconds = 1_000;
const catchUpAgainMilliseconds = 5_000;

/** The candles of one instrument and interval: history from behind, live candles in front, and what was missed between. */
export class CandleFeed {
  #state: CandleFeedState = { phase: "loading", candles: [], hasOlder: false, loadingOlder: false, problem: null };
  #before: UnixSeconds = 0;
  #missingFrom: UnixSeconds = Infinity;
  #earliest: UnixSeconds = 0;
  #stopped = true;
  #unsubscribe = (): void => undefined;
  #catchUpTimer: ReturnType<typeof setTimeout> | undefined;
  #catchingUp = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly source: CandleSource,
    private readonly interval: CandleInterval,
  ) {}

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): CandleFeedState => this.#state;

  start(): void {
    this.#stopped = false;
    // Pushes first, history after: merged by revision, their order does not matter, and nothing falls between.
    this.#unsubscribe = this.source.subscribe(
      candle => this.#push(candle),
      () => this.#missing(this.#state.candles),
    );
    void this.load();
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    clearTimeout(this.#catchUpTimer);
    this.#catchUpTimer = undefined;
  }

  /** Reads the newest part of history; what was pushed meanwhile stays. */
  async load(): Promise<void> {
    this.#change({ phase: "loading", problem: null });
    try {
      const { earliest, now } = await this.source.bounds();
      if (earliest === null) return this.#change({ phase: "ready", hasOlder: false });
      const end = addIntervals(this.interval, openTimeOf(this.interval, Math.max(now ?? this.source.now(), earliest)), 1);
      const older = await readOlder(this.#readWindow, this.interval, end, earliest, enoughToStart);
      [this.#earliest, this.#before] = [earliest, older.before];
      this.#change({ phase: "ready", candles: merge(this.#state.candles, older.candles), hasOlder: older.before > earliest });
      // Time went on while the pages were read, and a market's present may lie behind its newest candle.
      this.#missing(older.candles);
    } catch (error) {
      this.#change({ phase: "failed", problem: reasonOf(error) });
    }
  }

  /** Reads what is before the first candle, if there is more and it is not being read already. */
  async loadOlder(): Promise<void> {
    if (this.#state.phase !== "ready" || !this.#state.hasOlder || this.#state.loadingOlder) return;
    this.#change({ loadingOlder: true, problem: null });
    try {
      const older = await readOlder(this.#readWindow, this.interval, this.#before, this.#earliest, enoughOlder);
      this.#before = older.before;
      this.#change({
        loadingOlder: false,
        candles: merge(this.#state.candles, older.candles),
        hasOlder: older.before > this.#earliest,
      });
    } catch (error) {
      this.#change({ loadingOlder: false, problem: reasonOf(error) });
    }
  }

  readonly #readWindow = (from: UnixSeconds, to: UnixSeconds): Promise<CandlePage> => this.source.page(from, to, null);

  #push(candle: TimedCandle): void {
    const before = this.#state.candles;
    this.#change({ candles: merge(before, [candle]) });
    if (leavesGap(before, candle, this.interval)) this.#missing(before);
  }

  /** Candles behind the end of `known` may be missing. */
  #missing(known: CandleSeries): void {
    this.#missingFrom = Math.min(this.#missingFrom, gapStart(known, this.interval) ?? Infinity);
    this.#catchUpAfter(catchUpEveryMilliseconds);
  }

  /** Once, however many pushes ask for it meanwhile. */
  #catchUpAfter(milliseconds: number): void {
    if (this.#catchUpTimer !== undefined || this.#stopped) return;
    this.#catchUpTimer = setTimeout(() => {
      this.#catchUpTimer = undefined;
      void this.#catchUp();
    }, milliseconds);
  }

  async #catchUp(): Promise<void> {
    if (this.#state.phase === "failed" || this.#state.candles.length === 0) return this.load();
    if (this.#state.phase === "loading" || this.#catchingUp || this.#missingFrom === Infinity) return;
    const from = this.#missingFrom;
    [this.#catchingUp, this.#missingFrom] = [true, Infinity];
    try {
      if (await this.#readFrom(from)) return;
      this.#change({ candles: [] });
      await this.load();
    } catch {
      this.#missingFrom = Math.min(this.#missingFrom, from);
      this.#catchUpAfter(catchUpAgainMilliseconds);
    } finally {
      this.#catchingUp = false;
    }
  }

  /** Reads forwards to the present; false when that is too far. */
  async #readFrom(from: UnixSeconds): Promise<boolean> {
    let after: string | null = null;
    for (let pages = 0; pages < mostCatchUpPages; pages++) {
      const { candles, complete, next } = await this.source.page(from, null, after);
      this.#change({ candles: merge(this.#state.candles, candles) });
      if (complete) return true;
      after = next;
    }
    return false;
  }

  #change(change: Partial<CandleFeedState>): void {
    if (this.#stopped) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
