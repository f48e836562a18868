import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Api } from "./client";
import { CandleBoundsDocument, InstrumentDocument, InstrumentsDocument } from "./generated";

const quote = (last: string) => ({
  __typename: "Quote",
  ...{ key: "A:ONE", bid: null, ask: null, bidSize: null, askSize: null, last, lastSize: null, occurredAt: null },
});
const instrument = (last: string) => ({
  __typename: "Instrument",
  ...{ id: "1", key: "A:ONE", venue: "A", symbol: "ONE", name: "One", type: "EQUITY", currency: "USD" },
  quote: quote(last),
});

let http: Server;
let asked: { query: string; variables: Record<string, unknown> }[];
let answer: (response: ServerResponse) => void;
let api: Api;

async function respond(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  asked.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof asked)[number]);
  answer(response);
}

const data =
  (value: unknown, status = 200) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { "content-type": "application/graphql-response+json" }).end(JSON.stringify(value));

beforeEach(async () => {
  asked = [];
  http = createServer((request, response) => void respond(request, response)).listen(0, "127.0.0.1");
  await once(http, "listening");
  api = new Api(`http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`);
});
afterEach(() => {
  http.closeAllConnections();
  http.close();
});

test("One market that is asked for alone is fresh in the list, too, without a question", async () => {
  const page = { __typename: "InstrumentsConnection", pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null } };
  answer = data({ data: { instruments: { ...page, nodes: [instrument("1")] } } });
  await api.request(InstrumentsDocument, { first: 50, after: null });
  const seen: (string | null | undefined)[] = [];
  const end = api.watch(InstrumentsDocument, { first: 50, after: null }, ({ instruments }) =>
    seen.push(instruments?.nodes?.[0]?.quote?.last),
  );

  answer = data({ data: { instrument: instrument("2") } });
  await api.request(InstrumentDocument, { key: "A:ONE" });
  await vi.waitFor(() => expect(seen).toEqual(["1", "2"]));
  expect(asked).toHaveLength(2);

  end();
  answer = data({ data: { instrument: instrument("3") } });
  await api.request(InstrumentDocument, { key: "A:ONE" });
  expect(seen).toEqual(["1", "2"]);
});

test("A question is asked each time, whatever is known", async () => {
  answer = data({ data: { instrument: instrument("1") } });
  await api.request(InstrumentDocument, { key: "A:ONE" });
  answer = data({ data: { instrument: instrument("2") } });
  expect((await api.request(InstrumentDocument, { key: "A:ONE" })).instrument?.quote?.last).toBe("2");
});

test("Series are asked for past the cache", async () => {
  answer = data({ data: { instrument: { id: "1", quote: null, candles: { nodes: [{ openTime: "2026-01-05T14:30:00.000000000Z" }] } } } });
  const { instrument: found } = await api.requestSeries(CandleBoundsDocument, { key: "A:ONE", interval: "M1" });
  expect(found?.candles?.nodes).toHaveLength(1);
  expect(asked[0]?.query).not.toContain("__typename");
});

test("A refusal fails the whole answer, with its reason and code", async () => {
  answer = data({ errors: [{ message: "No such thing.", extensions: { code: "UNKNOWN_INSTRUMENT" } }], data: { instrument: null } });
  await expect(api.request(InstrumentDocument, { key: "X" })).rejects.toMatchObject({
    message: "No such thing.",
    code: "UNKNOWN_INSTRUMENT",
  });
  answer = data({ errors: [{ message: "Too deep." }] }, 400);
  await expect(api.request(InstrumentDocument, { key: "X" })).rejects.toMatchObject({ message: "Too deep.", code: null });
});

test("An answer that is no GraphQL tells its status, and no answer tells that there is no server", async () => {
  answer = response => void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
  await expect(api.request(InstrumentDocument, { key: "X" })).rejects.toMatchObject({ message: "The server answered with HTTP 502." });
  answer = response => void response.destroy();
  await expect(api.request(InstrumentDocument, { key: "X" })).rejects.toMatchObject({ message: "The server cannot be reached." });
});

test("Who gives up gets the own reason back", async () => {
  answer = () => undefined;
  const lifetime = new AbortController();
  const pending = api.request(InstrumentDocument, { key: "X" }, lifetime.signal);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  lifetime.abort(new Error("left"));
  await expect(pending).rejects.toThrow("left");
});
