// A server with the page's GraphQL API and made-up, deterministic markets: to work on the page without the backend.
//   npm run mock -- [--port 5090] [--scenario normal|empty|failing|slow|flaky] [--frozen]
// It also serves out/, when that is built. --frozen stops the market's clock, for pictures that can be compared.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildSchema, graphql, GraphQLError } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { candleAt, closeTimeOf, historyStart, instruments, openTimeOf, quoteAt } from "./market.mjs";
import { createTrading } from "./trading.mjs";

const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "5090" },
    scenario: { type: "string", default: "normal" },
    frozen: { type: "boolean", default: false },
  },
});
const pages = fileURLToPath(new URL("../../out", import.meta.url));
const schema = buildSchema(await readFile(new URL("../../../../schemas/fincord.graphql", import.meta.url), "utf8"));
const known = options.scenario === "empty" ? [] : instruments;

// The market's clock starts at a fixed moment with the process, so that a run can be repeated.
const [marketStart, processStart] = [Date.UTC(2026, 0, 5, 15, 0, 42) / 1000, Date.now()];
const now = () => marketStart + (options.frozen ? 0 : (Date.now() - processStart) / 1000);
const tickMilliseconds = 250;
const trading = createTrading(now, options.scenario === "empty");

/** @typedef {import("./market.mjs").MockInstrument} MockInstrument */
/** @typedef {{ interval: string, from?: string, to?: string, first?: number, after?: string }} CandleArguments */

/** @param {string} key */
function find(key) {
  const instrument = known.find(candidate => candidate.key === key.toUpperCase());
  return instrument && view(instrument);
}

/** @param {MockInstrument} instrument */
function view(instrument) {
  return {
    ...instrument,
    quote: () => quoteAt(instrument, now()),
    candles: (/** @type {CandleArguments} */ candles) => candlePage(instrument, candles),
  };
}

/** @param {MockInstrument} instrument @param {CandleArguments} candles */
function candlePage(instrument, { interval, from, to, first = 10, after }) {
  if (first > 1_000) throw new GraphQLError("At most 1,000 candles at once.", { extensions: { code: "INVALID_ARGUMENT" } });
  const time = (/** @type {string | undefined} */ text) => (text ? Date.parse(`${text.slice(0, 19)}Z`) / 1000 : undefined);
  const end = Math.min(time(to) ?? Infinity, now());
  const nodes = [];
  const start = after ? closeTimeOf(interval, Number(after)) : Math.max(time(from) ?? historyStart, historyStart);
  let openTime = openTimeOf(interval, start);
  if (openTime < start) openTime = closeTimeOf(interval, openTime);
  let last = openTime;
  for (; openTime < end && nodes.length < first; openTime = closeTimeOf(interval, openTime)) {
    const candle = candleAt(instrument, interval, openTime, now());
    if (candle) nodes.push(candle);
    last = openTime;
  }
  return { nodes, pageInfo: { hasNextPage: openTime < end, endCursor: String(last) } };
}

/** @param {() => unknown} value */
async function* everyTick(value) {
  for (;;) {
    await delay(tickMilliseconds);
    const current = value();
    if (current) yield current;
  }
}

const root = {
  ...trading.root,
  instrument: (/** @type {{ key: string }} */ { key }) => find(key),
  instruments: (/** @type {{ first?: number, after?: string }} */ { first = 10, after }) => {
    const start = after ? Number(after) : 0;
    const end = Math.min(known.length, start + Math.min(first, 50));
    const nodes = known.slice(start, end).map(view);
    return {
      nodes,
      edges: nodes.map((node, index) => ({ node, cursor: String(start + index + 1) })),
      pageInfo: { hasNextPage: end < known.length, endCursor: String(end) },
    };
  },
};

const subscriptions = {
  ...trading.subscriptions,
  quoteChanged: async function* (/** @type {{ key: string }} */ { key }) {
    const instrument = instruments.find(candidate => candidate.key === key);
    if (instrument) for await (const quoteChanged of everyTick(() => quoteAt(instrument, now()))) yield { quoteChanged };
  },
  candleChanged: async function* (/** @type {{ key: string, interval: string }} */ { key, interval }) {
    const instrument = instruments.find(candidate => candidate.key === key);
    if (!instrument) return;
    for await (const candleChanged of everyTick(() => candleAt(instrument, interval, openTimeOf(interval, now()), now())))
      yield { candleChanged };
  },
};

const types = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".json": "application/json",
});

/** @param {import("node:http").IncomingMessage} request */
async function answer(request) {
  if (options.scenario === "slow") await delay(3_000);
  if (options.scenario === "failing") {
    return { errors: [{ message: "The store is being repaired; please try again in a minute.", extensions: { code: "INTERNAL" } }] };
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
  return graphql({ schema, source: query, rootValue: root, variableValues: variables });
}

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
async function respond(request, response) {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://mock").pathname);
  if (path === "/graphql") {
    if (isAway()) return void response.destroy();
    const result = await answer(request);
    return void response.writeHead(200, { "content-type": "application/graphql-response+json; charset=utf-8" }).end(JSON.stringify(result));
  }
  const file = normalize(join(pages, path.endsWith("/") ? `${path}index.html` : path));
  const content = file.startsWith(pages) ? await readFile(file).catch(() => null) : null;
  if (!content) return void response.writeHead(404).end();
  return void response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(content);
}

// A page that is left in the middle of a request takes its connection with it.
const server = createServer((request, response) => void respond(request, response).catch(() => response.destroy()));

const sockets = new WebSocketServer({ server, path: "/graphql", verifyClient: () => !isAway() });
useServer({ schema, roots: { subscription: subscriptions } }, sockets);

// The flaky server is away for five seconds out of every fifteen.
function isAway() {
  return options.scenario === "flaky" && (Date.now() - processStart) % 15_000 > 10_000;
}
if (options.scenario === "flaky") {
  setInterval(() => {
    if (isAway()) for (const socket of sockets.clients) socket.terminate();
  }, 200);
}

server.listen(Number(options.port), "127.0.0.1", () => console.log(`http://127.0.0.1:${options.port}/ (${options.scenario})`));
