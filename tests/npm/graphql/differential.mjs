// Whether a server and graphql-js understand random documents in the same way: the same are valid, with the same data and the same error paths.
//
//   node differential.mjs http://127.0.0.1:5000/graphql [--documents 5000] [--seed 1] [--only 17]
//
// Prints what it has seen, and each difference with all that is needed to see it again; ends with 1 if there was any, or if the documents
// have not put every rule of validation to the test.
import { parseArgs } from 'node:util';
import { execute, getOperationAST, parse, print, specifiedRules, subscribe, validate } from 'graphql';
import { Documents } from './documents.mjs';
import { explain } from './deviations.mjs';
import { mutate } from './mutations.mjs';
import { portfolio } from './portfolio.mjs';
import { Random } from './random.mjs';

const { values, positionals: [url] } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const count = Number(values.documents);
const seed = Number(values.seed);
const concurrency = 8;
// The codes of our errors in syntax, and of a text without any.
const notGraphQL = new Set(['HC0011', 'HC0012']);
const shown = Number(process.env.SHOWN ?? 10);

const reference = portfolio(await (await fetch(`${url}/schema.graphql`)).text());
const broken = new Map(specifiedRules.map((rule) => [rule.name, 0]));

/** What graphql-js makes of a request: { kind: 'syntax' | 'invalid' | 'refused' | 'executed', results, errors }. */
async function expected({ query, variables, operationName }) {
  const { schema } = reference;
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return { kind: 'syntax', errors: [error] };
  }
  const { errors, against } = faultsOf(document);
  if (errors.length > 0) return { kind: 'invalid', errors, against };
  const operation = getOperationAST(document, operationName);
  const type = operation?.operation ?? 'query';
  const args = { schema, document, rootValue: reference[type](), variableValues: variables, operationName };
  const stream = type === 'subscription' ? await subscribe(args) : [execute(args)];
  // A stream that could not begin is one result with errors.
  if (!stream[Symbol.asyncIterator] && !Array.isArray(stream)) return { kind: 'refused', errors: stream.errors };
  const results = [];
  for await (const result of stream) results.push(result);
  if (results.length === 1 && !('data' in results[0])) return { kind: 'refused', errors: results[0].errors };
  return { kind: 'executed', results };
}

/** What the server makes of it, in the same form. */
async function actual(request) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, text/event-stream' },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  const isStream = response.headers.get('content-type').startsWith('text/event-stream');
  const results = isStream ? [...text.matchAll(/^event: next\ndata: (.*)$/gm)].map(([, line]) => JSON.parse(line)) : [JSON.parse(text)];
  if (isStream || 'data' in results[0]) return { kind: 'executed', results };
  const { errors } = results[0];
  const kind = errors.some(({ extensions }) => notGraphQL.has(extensions?.code)) ? 'syntax' : 'refused';
  return { kind, errors, status: response.status };
}

/** What is wrong with a document, and the names of the rules that it is against. */
function faultsOf(document) {
  const against = new Set();
  const rules = specifiedRules.map((rule) => (context) => rule(Object.assign(Object.create(context), {
    reportError(error) {
      against.add(rule.name);
      context.reportError(error);
    },
  })));
  try {
    return { errors: validate(reference.schema, document, rules), against };
  } catch (error) {
    // The rule for subscriptions looks at @skip and @include without their variables, and gives up with an exception.
    return { errors: [error], against };
  }
}

const paths = (errors) => (errors ?? []).map(({ path }) => JSON.stringify(path)).sort();
const comparable = (results) => JSON.stringify(results.map(({ data, errors }) => ({ data, paths: paths(errors) })));
// The server does not tell why it refuses; that a document is not even well-formed, it does.
const sameKind = (ours, theirs) => ours === theirs || (ours === 'refused' && theirs === 'invalid');

const statistics = { syntax: 0, invalid: 0, refused: 0, executed: 0, withErrors: 0, withNullData: 0, streams: 0 };
const excused = new Map();
const differences = [];

function note({ kind, results, against }) {
  statistics[kind]++;
  if (kind === 'executed') {
    if (results.some((result) => result.errors)) statistics.withErrors++;
    if (results.some((result) => result.data === null)) statistics.withNullData++;
    if (results.length !== 1) statistics.streams++;
  }
  for (const rule of against ?? []) broken.set(rule, broken.get(rule) + 1);
}

async function compare(index, request) {
  const theirs = await expected(request);
  const ours = await actual(request);
  note(theirs);
  const isSame = sameKind(ours.kind, theirs.kind) && (theirs.kind !== 'executed' || comparable(ours.results) === comparable(theirs.results));
  if (isSame) return;
  const reason = explain({ request, ours, theirs, schema: reference.schema });
  if (reason) excused.set(reason, (excused.get(reason) ?? 0) + 1);
  else differences.push({ index, request, ours, theirs });
}

const requests = (function* () {
  for (let index = 0; index < count; index++) {
    // Each document has a seed of its own, so that it can be made again alone.
    const random = new Random(seed * 1_000_003 + index);
    const made = new Documents(reference.schema, random).next();
    if (values.only !== undefined && index !== Number(values.only)) continue;
    yield [index, random.chance(0.45) ? { ...made, ast: undefined, query: print(made.ast) } : mutate(made, random)];
  }
})();

const began = performance.now();
await Promise.all(Array.from({ length: concurrency }, async () => {
  for (const [index, request] of requests) await compare(index, request);
}));

console.log(`seed ${seed}: ${count} documents in ${((performance.now() - began) / 1000).toFixed(1)} s: ${JSON.stringify(statistics)}`);
console.log(`documents against each rule: ${JSON.stringify(Object.fromEntries(broken))}`);
for (const [reason, times] of excused) console.log(`${times} × ${reason}`);
for (const { index, request, ours, theirs } of differences.slice(0, shown)) {
  console.log(`\n--- ${index} (--seed ${seed} --only ${index})\n${request.query}\n${JSON.stringify(request.variables)} ${request.operationName ?? ''}`);
  console.log(`graphql-js: ${JSON.stringify(theirs)}\nwe:         ${JSON.stringify(ours)}`);
}
const untested = [...broken].filter(([, times]) => times === 0).map(([rule]) => rule);
if (differences.length > 0) console.log(`\n${differences.length} differences`);
if (values.only === undefined && untested.length > 0) console.log(`\nno document is against ${untested.join(', ')}`);
process.exitCode = differences.length > 0 || (values.only === undefined && untested.length > 0) ? 1 : 0;
