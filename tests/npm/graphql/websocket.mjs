// The life of a client of graphql-ws, and what the protocol says to clients that misbehave.
//
//   node websocket.mjs ADDRESS ADDRESS-THAT-WAITS-SHORTLY-FOR-INIT ADDRESS-THAT-PINGS-OFTEN
import assert from 'node:assert/strict';
import { CloseCode, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { deferred, step } from './steps.mjs';

const [address, impatient, attentive] = process.argv.slice(2);

/** A client that remembers what has happened to its sockets. */
function connect(url, options = {}) {
  const events = [];
  const sockets = [];
  const heard = (name) => (...details) => events.push([name, ...details]);
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { connecting: heard('connecting'), connected: (socket) => { sockets.push(socket); events.push(['connected']); },
      ping: heard('ping'), pong: heard('pong'), closed: heard('closed'), error: heard('error'), message: heard('message') },
    ...options,
  });
  return { client, events, sockets, count: (name) => events.filter(([event]) => event === name).length };
}

/** All results of an operation, in order. */
async function results(client, payload) {
  const all = [];
  for await (const result of client.iterate(payload)) all.push(result);
  return all;
}

/** A bare socket that sends some messages and waits for the end. */
function bare(url, messages, protocols = ['graphql-transport-ws']) {
  const { promise, resolve } = deferred();
  const socket = new WebSocket(url, protocols);
  const received = [];
  const rest = [...messages];
  const sendNext = () => { while (rest.length > 0) socket.send(typeof rest[0] === 'string' ? rest.shift() : JSON.stringify(rest.shift())); };
  socket.on('open', sendNext);
  socket.on('message', (data) => received.push(JSON.parse(data.toString())));
  socket.on('error', () => {});
  socket.on('close', (code, reason) => resolve({ code, reason: reason.toString(), received, protocol: socket.protocol }));
  return promise;
}

const init = { type: 'connection_init' };
const silence = (id) => ({ type: 'subscribe', id, payload: { query: 'subscription { silence }' } });

await step('connects by the sub-protocol, is acknowledged, and gets the result of a query', async () => {
  const { client, sockets, count } = connect(address, { lazy: false });
  assert.deepEqual(await results(client, { query: '{ asset(symbol: "ACME") { symbol } }' }), [{ data: { asset: { symbol: 'ACME' } } }]);
  assert.equal(sockets[0].protocol, 'graphql-transport-ws');
  assert.equal(count('connected'), 1);
  await client.dispose();
});

await step('sends variables and the name of the operation', async () => {
  const { client } = connect(address);
  const query = 'query A { __typename } query B($s: String!) { asset(symbol: $s) { note } }';
  assert.deepEqual(await results(client, { query, operationName: 'B', variables: { s: 'ACME' } }),
    [{ data: { asset: { note: 'maker of everything' } } }]);
  await client.dispose();
});

await step('gets the errors of fields with the data', async () => {
  const { client } = connect(address);
  const [{ data, errors }] = await results(client, { query: '{ faults { present fails } }' });
  assert.deepEqual(data, { faults: { present: 1, fails: null } });
  assert.deepEqual(errors.map((error) => error.path), [['faults', 'fails']]);
  await client.dispose();
});

await step('runs a mutation', async () => {
  const { client } = connect(address);
  assert.deepEqual(await results(client, { query: 'mutation { a: append(text: "x") b: append(text: "y") }' }), [{ data: { a: ['x'], b: ['x', 'y'] } }]);
  await client.dispose();
});

await step('gets the events of a subscription in order, then complete', async () => {
  const { client } = connect(address);
  assert.deepEqual((await results(client, { query: 'subscription { ticks(count: 3, side: BUY) { number } }' })).map(({ data }) => data.ticks.number), [1, 2, 3]);
  await client.dispose();
});

await step('gets many events of many subscriptions on one socket', async () => {
  const { client, count } = connect(address);
  const query = 'subscription ($n: Int!) { ticks(count: $n, side: SELL) { number side } }';
  const lengths = Array.from({ length: 20 }, (_, i) => i * 10);
  const all = await Promise.all(lengths.map((n) => results(client, { query, variables: { n } })));
  assert.deepEqual(all.map((list) => list.length), lengths);
  assert.equal(count('connected'), 1);
  await client.dispose();
});

await step('is told by error, not by next, that a document is invalid', async () => {
  const { client } = connect(address);
  await assert.rejects(results(client, { query: '{ nope }' }), (errors) => Array.isArray(errors) && errors[0].message.includes('nope'));
  await assert.rejects(results(client, { query: '{' }), (errors) => Array.isArray(errors) && errors[0].locations[0].line === 1);
  assert.equal((await results(client, { query: '{ __typename }' })).length, 1);
  await client.dispose();
});

await step('cancels a subscription and goes on with its socket', async () => {
  const { client, events } = connect(address, { lazy: false });
  const iterator = client.iterate({ query: 'subscription { silence }' });
  const next = iterator.next();
  assert.equal((await results(client, { query: '{ __typename }' })).length, 1);
  await iterator.return();
  assert.deepEqual(await next, { done: true, value: undefined });
  assert.equal((await results(client, { query: '{ __typename }' })).length, 1);
  assert.equal(events.filter(([name]) => name === 'connected').length, 1);
  await client.dispose();
});

await step('may use the id of an operation again once that has ended', async () => {
  const socket = new WebSocket(address, 'graphql-transport-ws');
  const { promise, resolve } = deferred();
  const received = [];
  const query = { type: 'subscribe', id: 'same', payload: { query: '{ __typename }' } };
  socket.on('open', () => socket.send(JSON.stringify(init)));
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString());
    received.push(message.type);
    if (message.type === 'connection_ack') [silence('same'), { type: 'complete', id: 'same' }, query].forEach((sent) => socket.send(JSON.stringify(sent)));
    if (message.type === 'complete') resolve();
  });
  await promise;
  assert.deepEqual(received.filter((type) => type !== 'ping'), ['connection_ack', 'next', 'complete']);
  socket.terminate();
});

await step('gets a pong for its ping', async () => {
  const { client, count, events } = connect(address, { lazy: false, keepAlive: 50 });
  const { promise, resolve } = deferred();
  client.on('pong', (received) => received && resolve());
  await promise;
  assert.ok(count('ping') > 0, JSON.stringify(events));
  await client.dispose();
});

await step('answers the pings of the server', async () => {
  const { client, events } = connect(attentive, { lazy: false });
  const { promise, resolve } = deferred();
  let pings = 0;
  client.on('ping', (received) => received && ++pings === 3 && resolve());
  await promise;
  assert.equal(events.filter(([name]) => name === 'closed').length, 0);
  await client.dispose();
});

await step('connects again after its socket broke, and subscribes anew', async () => {
  const { client, sockets, count } = connect(address, { retryAttempts: 3, retryWait: () => Promise.resolve() });
  const answers = results(client, { query: 'subscription { silence }' }).catch(() => 'ended');
  const first = deferred();
  const off = client.on('connected', () => { if (sockets.length === 1) first.resolve(); else second.resolve(); });
  const second = deferred();
  await first.promise;
  sockets[0].terminate();
  await second.promise;
  assert.deepEqual(await results(client, { query: '{ __typename }' }), [{ data: { __typename: 'Query' } }]);
  assert.equal(count('connected'), 2);
  off();
  await client.dispose();
  await answers;
});

await step('leaves with code 1000, and the server answers', async () => {
  const { client, sockets } = connect(address, { lazy: false });
  await results(client, { query: '{ __typename }' });
  const { promise, resolve } = deferred();
  sockets[0].on('close', resolve);
  await client.dispose();
  assert.equal(await promise, 1000);
});

await step('is refused with a foreign sub-protocol', async () => {
  const { code, received } = await bare(address, [], ['graphql-nonsense']);
  assert.ok([1002, 1006, CloseCode.SubprotocolNotAcceptable].includes(code), String(code));
  assert.deepEqual(received, []);
});

await step('is refused with 4409 when it uses an id twice', async () => {
  const { code } = await bare(address, [init, silence('a'), silence('a')]);
  assert.equal(code, CloseCode.SubscriberAlreadyExists);
});

await step('is refused with 4429 when it initializes twice', async () => {
  const { code, received } = await bare(address, [init, init]);
  assert.equal(code, CloseCode.TooManyInitialisationRequests);
  assert.deepEqual(received, [{ type: 'connection_ack' }]);
});

await step('is refused with 4408 when it does not initialize in time', async () => {
  const { code, received } = await bare(impatient, []);
  assert.equal(code, CloseCode.ConnectionInitialisationTimeout);
  assert.deepEqual(received, []);
});

await step('is refused with 4401 when it subscribes before the acknowledgement', async () => {
  const { code } = await bare(address, [silence('a')]);
  assert.equal(code, CloseCode.Unauthorized);
});

await step('is refused with 4400 for what is no message', async () => {
  for (const message of ['nonsense', '[]', '{"type":"nonsense"}', '{"type":5}', '{"type":"subscribe","id":"a"}', '{"type":"subscribe","payload":{"query":"{a}"}}'])
    assert.equal((await bare(address, [init, message])).code, CloseCode.BadRequest, message);
});
