import type { Candle, CandleInterval, Connection, Instrument, Quote, Timestamp } from "./schema";

/** A GraphQL document together with the types of its answer and of its variables. */
export interface Operation<TData, TVariables> {
  readonly text: string;
  /** Never set: it carries the types. */
  readonly types?: (variables: TVariables) => TData;
}

function operation<TData, TVariables>(text: string): Operation<TData, TVariables> {
  return { text };
}

const quoteFields = "bid ask bidSize askSize last lastSize occurredAt";
const instrumentFields = "id key venue symbol name type currency";
const candleFields = "openTime open high low close volume vwap tradeCount revision isClosed";

export type ListedInstrument = Instrument & { readonly quote: Quote | null };

/** A page of the catalogue with each instrument's market. */
export const InstrumentsQuery = operation<
  { readonly instruments: Connection<ListedInstrument> | null },
  { first: number; after: string | null }
>(`query Instruments($first: Int!, $after: String) {
  instruments(first: $first, after: $after) {
    nodes { ${instrumentFields} quote { ${quoteFields} } }
    pageInfo { hasNextPage endCursor }
  }
}`);

/** One instrument and its market. */
export const InstrumentQuery = operation<{ readonly instrument: ListedInstrument | null }, { key: string }>(
  `query Instrument($key: String!) {
  instrument(key: $key) { ${instrumentFields} quote { ${quoteFields} } }
}`,
);

/** Where the candles of an instrument begin, and the market's own present. */
export const CandleBoundsQuery = operation<
  {
    readonly instrument: {
      readonly quote: Pick<Quote, "occurredAt"> | null;
      readonly candles: { readonly nodes: readonly Pick<Candle, "openTime">[] | null } | null;
    } | null;
  },
  { key: string; interval: CandleInterval }
>(`query CandleBounds($key: String!, $interval: CandleInterval!) {
  instrument(key: $key) {
    quote { occurredAt }
    candles(interval: $interval, first: 1) { nodes { openTime } }
  }
}`);

/** Candles from `from` (inclusive) to `to` (exclusive), ascending by open time, at most 1,000 at once. */
export const CandlesQuery = operation<
  { readonly instrument: { readonly candles: Connection<Candle> | null } | null },
  { key: string; interval: CandleInterval; from: Timestamp | null; to: Timestamp | null; first: number; after: string | null }
>(`query Candles($key: String!, $interval: CandleInterval!, $from: Timestamp, $to: Timestamp, $first: Int!, $after: String) {
  instrument(key: $key) {
    candles(interval: $interval, from: $from, to: $to, first: $first, after: $after) {
      nodes { ${candleFields} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`);

export const QuoteChangedSubscription = operation<{ readonly quoteChanged: Quote }, { key: string }>(
  `subscription QuoteChanged($key: String!) {
  quoteChanged(key: $key) { ${quoteFields} }
}`,
);

export const CandleChangedSubscription = operation<
  { readonly candleChanged: Candle },
  { key: string; interval: CandleInterval }
>(`subscription CandleChanged($key: String!, $interval: CandleInterval!) {
  candleChanged(key: $key, interval: $interval) { ${candleFields} }
}`);
