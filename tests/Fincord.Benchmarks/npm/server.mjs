// One of the peers of `./fincord bench graphql`, on a free port of the loopback: node server.mjs yoga|mercurius|mercurius-jit
import { createServer } from "node:http";
import fastify from "fastify";
import { createSchema, createYoga } from "graphql-yoga";
import mercurius from "mercurius";

const typeDefs = `
  type Query { instrument(key: String!): Instrument  candles(key: String!): [Candle!]! }
  type Instrument { key: String!  name: String! }
  type Candle { time: Int!  open: Float!  high: Float!  low: Float!  close: Float! }
`;
const instruments = new Map([["XNAS:AAPL", { key: "XNAS:AAPL", name: "Apple" }]]);
const candles = Array.from({ length: 100 }, (_, index) => ({
  time: 1_767_623_400 + index * 60,
  open: 100.5 + index,
  high: 101.5 + index,
  low: 99.5 + index,
  close: 100.25 + index,
}));
const resolvers = {
  Query: { instrument: (_, { key }) => instruments.get(key) ?? null, candles: () => candles },
};

async function yoga() {
  const server = createServer(createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false, maskedErrors: true }));
  await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
  return server.address().port;
}

async function overFastify(jit) {
  const app = fastify();
  app.register(mercurius, { schema: typeDefs, resolvers, jit });
  await app.listen({ port: 0, host: "127.0.0.1" });
  return app.server.address().port;
}

const kinds = { yoga, mercurius: () => overFastify(0), "mercurius-jit": () => overFastify(1) };
console.log(`http://127.0.0.1:${await kinds[process.argv[2]]()}/graphql`);
