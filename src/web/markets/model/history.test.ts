import { expect, test } from "vitest";
import type { CandleSeries } from "./candleSeries";
import { pageSize, readOlder, type ReadWindow } from "./history";
import { candle } from "./testCandles";

/** A server with these candles of one second each, which counts what it is asked. */
function serverWith(times: readonly number[]) {
  const windows: [number, number][] = [];
  const read: ReadWindow = (from, to) => {
    windows.push([from, to]);
    const inside = times.filter(time => time >= from && time < to);
    const candles: CandleSeries = inside.slice(0, pageSize).map(time => candle(time));
    return Promise.resolve({ candles, complete: inside.length <= pageSize });
  };
  return { read, windows };
}

const range = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);

test("A busy market gives its newest candles in one question", async () => {
  const server = serverWith(range(0, 10_000));
  const older = await readOlder(server.read, "S1", 10_000, 0, 400);
  expect(older.candles.map(({ time }) => time)).toEqual(range(9_000, 10_000));
  expect([older.before, server.windows.length]).toEqual([9_000, 1]);
});

test("Over a long silence the windows grow, so that the candles before it are found with few questions", async () => {
  const times = range(0, 2_000);
  const server = serverWith(times);
  const older = await readOlder(server.read, "S1", 5_000_000, 0, 400);
  expect(older.candles.length).toBeGreaterThanOrEqual(400);
  expect(older.candles.map(({ time }) => time)).toEqual(times.slice(-older.candles.length));
  expect(server.windows.length).toBeLessThan(25);
});

test("No candle is lost or doubled where a market is busy, quiet and busy again", async () => {
  const times = [...range(0, 3_000), ...range(40_000, 90_000, 700), ...range(200_000, 203_500)];
  const server = serverWith(times);
  const found: number[] = [];
  for (let before = 203_500; before > 0;) {
    const older = await readOlder(server.read, "S1", before, 0, 800);
    found.unshift(...older.candles.map(({ time }) => time));
    expect(older.before).toBeLessThan(before);
    before = older.before;
  }
  expect(found).toEqual(times);
});

test("At the beginning of history it stops, with what there is", async () => {
  const older = await readOlder(serverWith([50, 60]).read, "S1", 100, 50, 400);
  expect([older.candles.map(({ time }) => time), older.before]).toEqual([[50, 60], 50]);
});

test("Before the beginning nothing is asked", async () => {
  const server = serverWith([50]);
  expect(await readOlder(server.read, "S1", 50, 50, 400)).toEqual({ candles: [], before: 50 });
  expect(server.windows).toEqual([]);
});
