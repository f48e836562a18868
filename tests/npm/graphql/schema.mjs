// Whether the schema that graphql-js builds from a server's introspection is the one of its schema document: both printed the same way.
//
//   node schema.mjs http://127.0.0.1:5000/graphql
import assert from 'node:assert/strict';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';

const url = process.argv[2];

const query = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });
const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
const { data, errors } = await answer.json();
assert.equal(errors, undefined);
const document = await (await fetch(`${url}/schema.graphql`)).text();

const introspected = buildClientSchema(data);
const written = buildSchema(document);
// HotChocolate adds types of its own with two underscores, which graphql-js keeps for the specification's.
const mistakes = (schema) => validateSchema(schema).filter((error) => !/^Name "__/.test(error.message));
for (const schema of [introspected, written]) assert.deepEqual(mistakes(schema), []);
const print = (schema) => printSchema(lexicographicSortSchema(schema));
assert.equal(print(introspected), print(written));
console.log(`${Object.keys(introspected.getTypeMap()).length} types, ${document.length} characters`);
