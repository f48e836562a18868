import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSchema } from "graphql";
import { useServer as serve } from "graphql-ws/use/ws";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { Realtime } from "./realtime";

const schema = buildSchema("type Query { number: Int } type Subscription { number: Int }");
const numbers = { query: "subscription { number }", variables: {} };

let http: Server;
let sockets: WebSocketServer;
let subscriptions = 0;
/** How many values a subscription has before the server completes it. */
let values = Number.POSITIVE_INFINITY;

async function* root() {
  const subscription = ++subscriptions;
  for (let value = 0; value < values; value++) {
    yield { number: subscription * 100 + value };
    if (values === Number.POSITIVE_INFINITY) await new Promise<void>(resolve => sockets.once("close", resolve));
  }
}

beforeEach(async () => {
  vi.stubGlobal("WebSocket", WebSocket);
  [subscriptions, values] = [0, Number.POSITIVE_INFINITY];
  http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  sockets = new WebSocketServer({ server: http });
  serve({ schema, roots: { subscription: { number: root } } }, sockets);
});
afterEach(() => {
  vi.unstubAllGlobals();
  sockets.close();
  for (const socket of sockets.clients) socket.terminate();
  http.close();
});

function connect() {
  const realtime = new Realtime(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const received: (number | "resumed")[] = [];
  const end = realtime.subscribe<{ number: number }>(numbers, {
    next: data => received.push(data.number),
    resumed: () => received.push("resumed"),
  });
  return { realtime, received, end };
}

test("A subscription is fed, and the state says so", async () => {
  const { realtime, received } = connect();
  expect(realtime.state()).toBe("connecting");
  await vi.waitFor(() => expect(received).toEqual([100]));
  expect(realtime.state()).toBe("live");
});

test("When the socket breaks, the state says so, and the subscription runs again and is told", async () => {
  const { realtime, received } = connect();
  const states: string[] = [];
  realtime.onStateChange(() => states.push(realtime.state()));
  await vi.waitFor(() => expect(received).toEqual([100]));
  for (const socket of sockets.clients) socket.terminate();
  await vi.waitFor(() => expect(received).toEqual([100, "resumed", 200]), { timeout: 5_000 });
  expect(states).toEqual(["live", "reconnecting", "live"]);
});

test("A subscription that the server completes is taken up again", async () => {
  values = 1;
  const { received, end } = connect();
  await vi.waitFor(() => expect(received.slice(0, 4)).toEqual([100, "resumed", 200, "resumed"]), { timeout: 5_000 });
  end();
});

test("A close code that is meant to be final is not", async () => {
  const { received } = connect();
  await vi.waitFor(() => expect(received).toEqual([100]));
  for (const socket of sockets.clients) socket.close(4400, "Bad request");
  await vi.waitFor(() => expect(received.filter(value => value !== "resumed")).toEqual([100, 200]), { timeout: 5_000 });
  expect(received).toContain("resumed");
});

test("An ended subscription hears nothing more", async () => {
  const { realtime, received, end } = connect();
  await vi.waitFor(() => expect(received).toEqual([100]));
  end();
  for (const socket of sockets.clients) socket.terminate();
  await vi.waitFor(() => expect(realtime.state()).toBe("reconnecting"));
  await vi.waitFor(() => expect(realtime.state()).toBe("live"), { timeout: 5_000 });
  expect([received, subscriptions]).toEqual([[100], 1]);
});
