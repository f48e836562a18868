// Ticks to 1-minute candles in DuckDB, in memory: the baseline of `./fincord bench ingest`.
//
//   node duckdb-candles.mjs [--ticks 10000000] [--instruments 1000] [--step 1000000] [--threads 2] [--runs 3] [--file ticks.csv|ticks.parquet]
//
// Without --file the ticks are made inside DuckDB: instrument = tick mod K, one tick every --step ns (so by
// default each instrument trades once a second), prices within 1 % of 10,000 cents, sizes 1 to 100.
// A file has the columns instrument (int), time (int64 ns), price (int64) and size (int64). Loading is not part of the time.
// Prints one line of JSON with the median run.
import { parseArgs } from 'node:util';
import { DuckDBInstance, version } from '@duckdb/node-api';

const { values } = parseArgs({
  options: {
    ticks: { type: 'string', default: '10000000' },
    instruments: { type: 'string', default: '1000' },
    step: { type: 'string', default: '1000000' },
    threads: { type: 'string', default: '2' },
    runs: { type: 'string', default: '3' },
    file: { type: 'string' },
  },
});
const count = (name) => {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`--${name} must be a whole number above zero.`);
  return value;
};
const [ticks, instruments, step, threads, runs] = ['ticks', 'instruments', 'step', 'threads', 'runs'].map(count);

const database = await DuckDBInstance.create(':memory:', { threads: String(threads) });
const connection = await database.connect();

const generated = `
  SELECT (i % ${instruments})::INTEGER AS instrument,
         1700000000000000000 + i * ${step} AS time,
         (10000 + hash(i) % 200 - 100)::BIGINT AS price,
         (1 + hash(i + ${ticks}) % 100)::BIGINT AS size
  FROM range(${ticks}) t(i)`;
const loaded = values.file && `SELECT instrument::INTEGER AS instrument, time::BIGINT AS time, price::BIGINT AS price, size::BIGINT AS size
  FROM '${values.file.replaceAll("'", "''")}'`;
await connection.run(`CREATE TABLE ticks AS ${loaded ?? generated}`);

const candles = `
  CREATE OR REPLACE TABLE candles AS
  SELECT instrument, time - time % 60000000000 AS open_time,
         arg_min(price, time) AS open, max(price) AS high, min(price) AS low, arg_max(price, time) AS close,
         sum(size) AS volume, sum(price * size) AS notional, count(*) AS trades
  FROM ticks GROUP BY ALL`;
const seconds = [];
for (let run = 0; run < runs; run++) {
  const start = process.hrtime.bigint();
  await connection.run(candles);
  seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
}
const median = seconds.sort((a, b) => a - b)[Math.floor(runs / 2)];

const number = async (sql) => Number((await connection.runAndReadAll(sql)).getRows()[0][0]);
const read = await number('SELECT count(*) FROM ticks');
console.log(JSON.stringify({
  engine: 'duckdb',
  version: version(),
  threads,
  ticks: read,
  instruments: await number('SELECT count(DISTINCT instrument) FROM ticks'),
  candles: await number('SELECT count(*) FROM candles'),
  seconds: Number(median.toFixed(4)),
  ticksPerSecond: Math.round(read / median),
}));
