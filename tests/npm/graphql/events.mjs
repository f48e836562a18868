// The life of a client of graphql-sse in distinct connections mode. (HotChocolate has no single connection mode.)
//
//   node events.mjs http://127.0.0.1:5000/graphql
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { deferred, step } from './steps.mjs';

const url = process.argv[2];

async function results(client, payload) {
  const all = [];
  for await (const result of client.iterate(payload)) all.push(result);
  return all;
}

const connect = (options = {}) => createClient({ url, retryAttempts: 0, ...options });

await step('gets the result of a query and then complete', async () => {
  const client = connect();
  assert.deepEqual(await results(client, { query: 'query Q($s: String!) { asset(symbol: $s) { symbol } }', variables: { s: 'ACME' }, operationName: 'Q' }),
    [{ data: { asset: { symbol: 'ACME' } } }]);
  client.dispose();
});

await step('runs a mutation', async () => {
  const client = connect();
  assert.deepEqual(await results(client, { query: 'mutation { append(text: "x") }' }), [{ data: { append: ['x'] } }]);
  client.dispose();
});

await step('gets the events of a subscription in order, then complete', async () => {
  const client = connect();
  const events = await results(client, { query: 'subscription { ticks(count: 3, side: SELL_SHORT) { number side } }' });
  assert.deepEqual(events, [1, 2, 3].map((number) => ({ data: { ticks: { number, side: 'SELL_SHORT' } } })));
  client.dispose();
});

await step('gets the errors of fields with the data', async () => {
  const client = connect();
  const [{ data, errors }] = await results(client, { query: '{ faults { present fails } }' });
  assert.deepEqual(data, { faults: { present: 1, fails: null } });
  assert.deepEqual(errors.map((error) => error.path), [['faults', 'fails']]);
  client.dispose();
});

await step('gets the errors of an event with its data and the events after it', async () => {
  const client = connect();
  const events = await results(client, { query: 'subscription { ticks(count: 3, side: BUY) { number odd } }' });
  assert.deepEqual(events.map(({ data, errors }) => [data.ticks, errors?.map(({ path }) => path)]),
    [[{ number: 1, odd: 1 }, undefined], [{ number: 2, odd: null }, [['ticks', 'odd']]], [{ number: 3, odd: 3 }, undefined]]);
  client.dispose();
});

await step('is told why a document is refused', async () => {
  for (const query of ['{ nope }', '{', 'subscription { silence nope }', 'query ($a: Int!) { echo { int(value: $a) } }']) {
    const client = connect();
    const [result] = await results(client, { query });
    assert.ok(result.errors?.length > 0, JSON.stringify(result));
    assert.equal(result.data, undefined);
    client.dispose();
  }
});

await step('cancels a subscription and goes on', async () => {
  const connected = deferred();
  const client = connect({ on: { connected: () => connected.resolve() } });
  const iterator = client.iterate({ query: 'subscription { silence }' });
  const next = iterator.next();
  await connected.promise;
  await iterator.return();
  assert.deepEqual(await next, { done: true, value: undefined });
  assert.equal((await results(client, { query: '{ __typename }' })).length, 1);
  client.dispose();
});

await step('listens to many subscriptions at once', async () => {
  const client = connect();
  const lengths = Array.from({ length: 20 }, (_, i) => i);
  const all = await Promise.all(lengths.map((n) =>
    results(client, { query: 'subscription ($n: Int!) { ticks(count: $n, side: BUY) { number } }', variables: { n } })));
  assert.deepEqual(all.map((list) => list.length), lengths);
  client.dispose();
});

await step('connects again after the connection broke', async () => {
  let attempts = 0;
  const fetchFn = (...request) => (attempts++ === 0 ? Promise.reject(new TypeError('the network is down')) : fetch(...request));
  const client = connect({ fetchFn, retryAttempts: 2, retry: () => Promise.resolve() });
  assert.deepEqual(await results(client, { query: '{ __typename }' }), [{ data: { __typename: 'Query' } }]);
  assert.equal(attempts, 2);
  client.dispose();
});
