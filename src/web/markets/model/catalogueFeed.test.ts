import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ListedInstrument } from "@/graphql/schema";
import { instrumentsOf, type CataloguePage } from "./catalogue";
import { CatalogueFeed, type CatalogueSource } from "./catalogueFeed";

/** A catalogue of two instruments a page, whose last price is the number of times that it was read. */
class Server implements CatalogueSource {
  keys: string[] = [];
  asked: (string | null)[] = [];
  isAway = false;
  watched = true;
  resumed: () => void = () => undefined;
  changed = new Map<string | null, (page: CataloguePage) => void>();

  page(after: string | null) {
    this.asked.push(after);
    if (this.isAway) return Promise.reject(new Error("The server cannot be reached."));
    const start = Number(after ?? 0);
    const instruments = this.keys.slice(start, start + 2).map((key): ListedInstrument => ({
      id: key,
      key,
      venue: "V",
      symbol: key,
      name: key,
      type: "EQUITY",
      currency: "USD",
      quote: { key, bid: null, ask: null, bidSize: null, askSize: null, last: String(this.asked.length), lastSize: null, occurredAt: null },
    }));
    return Promise.resolve({ page: { after, instruments }, next: start + 2 < this.keys.length ? String(start + 2) : null });
  }

  watch(after: string | null, changed: (page: CataloguePage) => void) {
    this.changed.set(after, changed);
    return () => this.changed.delete(after);
  }

  onResumed(resumed: () => void) {
    this.resumed = resumed;
    return () => {
      this.resumed = () => undefined;
    };
  }

  isWatched = () => this.watched;
}

const refreshed = () => vi.advanceTimersByTimeAsync(3_000);
const keysOf = (feed: CatalogueFeed) => instrumentsOf(feed.state().pages).map(({ key }) => key);

let server: Server;
let feed: CatalogueFeed;
beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  feed = new CatalogueFeed(server);
});
afterEach(() => {
  feed.stop();
  vi.useRealTimers();
});

test("Pages follow each other until there are no more", async () => {
  server.keys = ["A", "B", "C"];
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  expect([keysOf(feed), feed.state().hasMore]).toEqual([["A", "B"], true]);
  await feed.loadMore();
  expect([keysOf(feed), feed.state().hasMore]).toEqual([["A", "B", "C"], false]);
});

test("Only the pages with rows in sight are read again, while somebody looks", async () => {
  server.keys = ["A", "B", "C"];
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  await feed.loadMore();
  feed.watch("C", true);
  await refreshed();
  expect(server.asked).toEqual([null, "2", "2"]);

  server.watched = false;
  await refreshed();
  expect(server.asked).toHaveLength(3);
});

test("In an empty catalogue the first instrument appears by itself", async () => {
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  expect([feed.state().phase, keysOf(feed)]).toEqual(["ready", []]);
  server.keys = ["A"];
  await refreshed();
  expect(keysOf(feed)).toEqual(["A"]);
});

test("A failed list tells why and is read when the server is back", async () => {
  [server.keys, server.isAway] = [["A"], true];
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(feed.state()).toMatchObject({ phase: "failed", problem: "The server cannot be reached." });
  server.isAway = false;
  server.resumed();
  await vi.advanceTimersByTimeAsync(0);
  expect([feed.state().phase, keysOf(feed)]).toEqual(["ready", ["A"]]);
});

test("When a later page fails, the pages before it stay and stay fresh", async () => {
  server.keys = ["A", "B", "C"];
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  server.isAway = true;
  await feed.loadMore();
  expect([feed.state().phase, keysOf(feed)]).toEqual(["failed", ["A", "B"]]);
  server.isAway = false;
  feed.watch("A", true);
  await refreshed();
  expect(server.asked).toEqual([null, "2", null]);
});

test("What is known anew from elsewhere is taken over, page by page, until the list is left", async () => {
  server.keys = ["A", "B", "C"];
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  await feed.loadMore();
  const { page } = await server.page("2");
  server.changed.get("2")?.({ ...page, instruments: page.instruments.map(known => ({ ...known, quote: { ...known.quote!, last: "7" } })) });
  expect(instrumentsOf(feed.state().pages).map(({ quote }) => quote?.last)).toEqual(["1", "1", "7"]);
  feed.stop();
  expect([...server.changed.keys()]).toEqual([]);
});
