// The audits of graphql-http ("GraphQL over HTTP") on a server: one line of JSON each.
//
//   node audits.mjs http://127.0.0.1:5000/graphql
import { auditServer } from 'graphql-http';

for (const { id, name, status, reason } of await auditServer({ url: process.argv[2] })) console.log(JSON.stringify({ id, name, status, reason }));
