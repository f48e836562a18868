import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CandleFeed, type CandleSource } from "./candleFeed";
import type { TimedCandle } from "./candleSeries";
import { pageSize } from "./history";
import { candle } from "./testCandles";

/** A server of one-minute candles in memory, whose pushes and interruptions a test makes happen. */
class Server implements CandleSource {
  candles: TimedCandle[] = [];
  isAway = false;
  questions = 0;
  push: (candle: TimedCandle) => void = () => undefined;
  resumed: () => void = () => undefined;

  now = () => (this.candles.at(-1)?.time ?? 0) + 59;

  bounds() {
    return this.#answer({ earliest: this.candles[0]?.time ?? null, now: this.now() });
  }

  page(from: number, to: number | null, after: string | null) {
    const inside = this.candles.filter(({ time }) => time >= from && time < (to ?? Infinity) && time > Number(after ?? -Infinity));
    const candles = inside.slice(0, pageSize);
    return this.#answer({ candles, complete: inside.length <= pageSize, next: String(candles.at(-1)?.time) });
  }

  subscribe(next: (candle: TimedCandle) => void, resumed: () => void) {
    [this.push, this.resumed] = [next, resumed];
    return () => {
      this.push = () => undefined;
    };
  }

  #answer<T>(value: T): Promise<T> {
    this.questions++;
    return this.isAway ? Promise.reject(new Error("The server cannot be reached.")) : Promise.resolve(value);
  }
}

const minutes = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => candle((from + index) * 60));
const times = (feed: CandleFeed) => feed.state().candles.map(({ time }) => time / 60);
const settle = (milliseconds = 2_000) => vi.advanceTimersByTimeAsync(milliseconds);

let server: Server;
let feed: CandleFeed;
beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  feed = new CandleFeed(server, "M1");
});
afterEach(() => {
  feed.stop();
  vi.useRealTimers();
});

test("A feed starts with the newest candles and reads older ones when asked, down to the first", async () => {
  server.candles = minutes(0, 2_500);
  feed.start();
  await settle();
  expect([feed.state().phase, times(feed).at(0), times(feed).at(-1), feed.state().hasOlder]).toEqual(["ready", 1_500, 2_499, true]);

  while (feed.state().hasOlder) await Promise.all([feed.loadOlder(), settle()]);
  expect(times(feed)).toEqual(minutes(0, 2_500).map(({ time }) => time / 60));
});

test("Pushed candles grow the last one and append new ones without a question", async () => {
  server.candles = minutes(0, 3);
  feed.start();
  await settle();
  const before = server.questions;
  server.push(candle(180, { isClosed: false }));
  server.push(candle(180, { tradeCount: 2, close: "12" }));
  await settle();
  expect(feed.state().candles.at(-1)).toMatchObject({ time: 180, close: "12", isClosed: true });
  expect(server.questions).toBe(before);
});

test("A push that jumps over candles makes the feed ask for them, once for many pushes", async () => {
  server.candles = minutes(0, 3);
  feed.start();
  await settle();
  const before = server.questions;
  server.candles = minutes(0, 10);
  server.push(candle(6 * 60));
  server.push(candle(9 * 60));
  await settle();
  expect(times(feed)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(server.questions).toBe(before + 1);
});

test("After an interruption the gap is filled, and amendments of closed candles are found", async () => {
  server.candles = minutes(0, 5);
  feed.start();
  await settle();
  server.candles = [...minutes(0, 4), candle(240, { revision: 1, close: "9" }), ...minutes(5, 8)];
  server.resumed();
  await settle();
  expect(times(feed)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(feed.state().candles[4]).toMatchObject({ revision: 1, close: "9" });
});

test("When the gap cannot be read it is asked for again", async () => {
  server.candles = minutes(0, 3);
  feed.start();
  await settle();
  [server.candles, server.isAway] = [minutes(0, 6), true];
  server.resumed();
  await settle();
  expect(times(feed)).toEqual([0, 1, 2]);
  server.isAway = false;
  await settle(10_000);
  expect(times(feed)).toEqual([0, 1, 2, 3, 4, 5]);
});

test("Far behind, the newest candles are read anew instead of everything between", async () => {
  server.candles = minutes(0, 10);
  feed.start();
  await settle();
  server.candles = minutes(0, 50_000);
  server.resumed();
  await settle(10_000);
  expect([feed.state().phase, times(feed).at(-1), feed.state().hasOlder]).toEqual(["ready", 49_999, true]);
  expect(times(feed).every((minute, index, all) => index === 0 || minute === (all[index - 1] ?? 0) + 1)).toBe(true);
});

test("A first failure is told, and healed when the server is back", async () => {
  [server.candles, server.isAway] = [minutes(0, 3), true];
  feed.start();
  await settle();
  expect(feed.state()).toMatchObject({ phase: "failed", problem: "The server cannot be reached." });
  server.isAway = false;
  server.resumed();
  await settle();
  expect([feed.state().phase, times(feed)]).toEqual(["ready", [0, 1, 2]]);
});

test("An instrument without candles is ready and empty, until its first one is pushed", async () => {
  feed.start();
  await settle();
  expect(feed.state()).toMatchObject({ phase: "ready", candles: [], hasOlder: false });
  server.push(candle(0));
  expect(times(feed)).toEqual([0]);
});

test("A stopped feed changes no more", async () => {
  server.candles = minutes(0, 3);
  feed.start();
  feed.stop();
  await settle();
  expect(feed.state().candles).toEqual([]);
});
