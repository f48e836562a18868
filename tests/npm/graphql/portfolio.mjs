// The schema PeerSchema of tests/Fincord.Compat.Tests with data and resolvers for graphql-js: the twins of those in C#, so change both together.
// Everything is answered at once, so that graphql-js reports errors in the order of the document, which is the order that we have.
import { buildSchema, GraphQLError, Kind } from 'graphql';

/** A schema document made executable: root values for each kind of operation, and the scalar Decimal. */
export function portfolio(document) {
  const schema = buildSchema(document);
  const decimal = (value) => {
    if (typeof value !== 'string' || !/^-?[0-9]+(\.[0-9]+)?$/.test(value)) throw new GraphQLError('This is no decimal.');
    return value;
  };
  Object.assign(schema.getType('Decimal'), {
    serialize: String,
    parseValue: decimal,
    parseLiteral: (literal) => decimal(literal.kind === Kind.STRING ? literal.value : null),
  });
  return { schema, query, mutation, subscription };
}

const fail = () => {
  throw new Error('This always fails.');
};

const first = (list, { first: count }) => list.slice(0, Math.max(0, count ?? list.length));

const equity = (id, symbol, note, rating, price) => ({
  __typename: 'Equity', id, symbol, note, rating, price, kind: 'EQUITY',
  tags: (page) => first(['listed', 'voting'], page),
  lots: ({ size }) => {
    if (size === 0) fail();
    return Math.trunc(Math.trunc(Number(price)) / size);
  },
  related: () => [symbol === 'ACME' ? assets[3] : assets[0], assets[1], null],
});

const bond = (id, symbol, note, rating, price) => ({
  __typename: 'Bond', id, symbol, note, rating, price, kind: 'CORPORATE_BOND', tags: (page) => first(['fixed'], page), coupons: [0.5, null, 1.25],
});

const assets = [
  equity('1', 'ACME', 'maker of everything', 5, '250.50'),
  bond('2', 'BUND', null, 'AAA', '99.875'),
  { __typename: 'Coin', id: '3', symbol: 'BTC', note: '₿ "digital"\n\tgold', kind: 'COIN', price: 65000.25, tags: [], rating: fail },
  equity('4', 'GLOBEX', null, 2, '17'),
  bond('5', 'JUNK', null, null, null),
];

const cash = (side, amount) => ({ __typename: 'Cash', side, amount });

const portfolios = (name) => ({
  name,
  positions: ({ first: count }) => first(assets, { first: count ?? 3 }).map((asset, index) => ({
    asset,
    quantity: (index + 1) * 10,
    side: index === 1 ? 'SELL_SHORT' : 'BUY',
    curve: [[1, 1.5], [], [-0.25]],
    isShort: index === 1,
  })),
  best: () => (name === 'main' ? cash('SELL', '1') : null),
  parent: () => (name === 'main' ? portfolios('spare') : null),
  value: '1234.5678',
  worth: 1234.5678,
});

const filterView = (filter) => filter && { ...filter, or: () => filterView(filter.or) };

const same = ({ value }) => value;

const echo = {
  int: same, float: same, string: same, boolean: same, id: same, side: same, decimal: same, ints: same, strictInts: same, matrix: same,
  filter: ({ value }) => filterView(value),
  by: same, required: same, defaulted: same, defaultedOrNull: same,
  many: ({ a, b, c, d }) => `${a}/${b ?? 'none'}/${c ? 'yes' : 'no'}/${['BUY', 'SELL', 'SELL_SHORT'].indexOf(d)}`,
};

function* breaksOff() {
  yield 1;
  fail();
}

const faults = () => ({
  present: 1,
  fails: fail, failsLater: fail, failsStrictly: fail, failsStrictlyLater: fail,
  missing: null, missingLater: null,
  holes: ['a', null, 'c'], items: ['a', null, 'c'], strictItems: ['a', null, 'c'], rows: [['a'], ['b', null], null],
  wrongSide: '99', notANumber: NaN, breaksOff,
  unlisted: { __typename: 'Unlisted', id: '9', symbol: 'NOPE', kind: 'COIN', note: null, tags: [] },
  loose: faults, strict: faults, looseLater: faults, strictLater: faults,
  looseList: () => [faults(), null, faults()], strictList: () => [faults(), faults()], strictListLater: () => [faults(), faults()],
});

const query = () => ({
  assets: ({ kind, first: count }) => assets.filter((asset) => kind == null || asset.kind === kind).slice(0, Math.max(0, count)),
  asset: ({ symbol }) => assets.find((asset) => asset.symbol === symbol),
  acme: assets[0],
  holdings: [assets[0], cash('BUY', '10.5'), null, assets[4]],
  portfolio: ({ name }) => (['main', 'spare'].includes(name) ? portfolios(name) : null),
  echo, faults, strictFaults: faults,
});

const mutation = () => {
  const lines = [];
  return {
    append: ({ text }) => { lines.push(text); return [...lines]; },
    fail,
    failStrictly: ({ really }) => (really ? fail() : 1),
    store: ({ filter }) => filterView(filter),
  };
};

const odd = (number) => (number % 2 === 1 ? number : fail());

const subscription = () => ({
  ticks: async function* ({ count, side }) {
    for (let number = 1; number <= Math.min(count, 200); number++)
      yield { ticks: number === 4 ? null : { number, side, odd: () => odd(number), strictlyOdd: () => odd(number) } };
  },
});
