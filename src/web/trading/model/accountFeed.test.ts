import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Account, Fill, Order } from "./accountBook";
import { AccountFeed, type AccountSource } from "./accountFeed";
import { account, fill, order } from "./testOrders";

class Server implements AccountSource {
  account: Account = account();
  orderList: Order[] = [];
  fillList: Fill[] = [];
  isAway = false;
  exists = true;
  loads = 0;
  values = 0;
  told: Parameters<AccountSource["subscribe"]>[0] | null = null;

  load() {
    this.loads++;
    if (this.isAway) return Promise.reject(new Error("The server cannot be reached."));
    if (!this.exists) return Promise.resolve(null);
    return Promise.resolve({
      account: this.account,
      open: [],
      orders: { items: this.orderList, next: null },
      fills: { items: this.fillList, next: null },
    });
  }
  value() {
    this.values++;
    return this.isAway ? Promise.reject(new Error("away")) : Promise.resolve(this.account);
  }
  orders = () => Promise.resolve({ items: [], next: null });
  fills = () => Promise.resolve({ items: [], next: null });
  subscribe(subscriber: Parameters<AccountSource["subscribe"]>[0]) {
    this.told = subscriber;
    return () => {
      this.told = null;
    };
  }
  isWatched = () => true;
}

let server: Server;
let feed: AccountFeed;
beforeEach(async () => {
  vi.useFakeTimers();
  server = new Server();
  feed = new AccountFeed(server);
});
afterEach(() => {
  feed.stop();
  vi.useRealTimers();
});
const start = async () => {
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
};

test("Of two states of an order the higher version stays, whichever comes last", async () => {
  server.orderList = [order({ version: 3, status: "FILLED" })];
  await start();
  server.told?.order(order({ version: 2 }));
  expect(feed.state().orders.map(({ status }) => status)).toEqual(["FILLED"]);
  server.told?.order(order({ id: "o2", placedAt: "2026-01-05T14:31:00.000000000Z" }));
  expect(feed.state().orders.map(({ id }) => id)).toEqual(["o2", "o1"]);
});

test("A fill that is told twice is there once", async () => {
  server.fillList = [fill()];
  await start();
  server.told?.fill(fill());
  server.told?.fill(fill({ id: "f2" }));
  expect(feed.state().fills).toHaveLength(2);
});

test("After an interruption everything is read anew, and what was missed is there", async () => {
  await start();
  server.orderList = [order({ version: 5, status: "FILLED" })];
  server.fillList = [fill()];
  server.told?.resumed();
  await vi.advanceTimersByTimeAsync(0);
  expect([server.loads, feed.state().orders[0]?.status, feed.state().fills.length]).toEqual([2, "FILLED", 1]);
});

test("An answer that is older than a push changes nothing", async () => {
  await start();
  server.told?.account(account({ sequence: 4, equity: "4" }));
  await vi.advanceTimersByTimeAsync(5_000);
  expect([server.values, feed.state().account?.equity]).toEqual([1, "4"]);
  server.account = account({ sequence: 4, at: "2026-01-05T14:31:00.000000000Z", equity: "5" });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(feed.state().account?.equity).toBe("5");
});

test("A change that nobody pushed shows in the account's sequence, and everything is read", async () => {
  await start();
  server.account = account({ sequence: account().sequence + 1 });
  server.orderList = [order({ id: "o9" })];
  await vi.advanceTimersByTimeAsync(5_000);
  expect([server.loads, feed.state().orders.map(({ id }) => id)]).toEqual([2, ["o9"]]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.loads).toBe(2);
});

test("What is on the screen stays when the server goes away", async () => {
  server.orderList = [order()];
  await start();
  server.isAway = true;
  server.told?.resumed();
  await vi.advanceTimersByTimeAsync(0);
  expect([feed.state().phase, feed.state().orders.length]).toEqual(["ready", 1]);
});

test("Without a first answer there is a problem, and with no account its absence", async () => {
  server.isAway = true;
  await start();
  expect(feed.state()).toMatchObject({ phase: "failed", problem: "The server cannot be reached." });
  [server.isAway, server.exists] = [false, false];
  await feed.load();
  expect(feed.state().phase).toBe("absent");
});
