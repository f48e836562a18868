/** The part of the server's GraphQL schema that this page reads, as TypeScript. */

/** A decimal number as text, never rounded on the way: `"100.34"`. */
export type Decimal = string;

/** A moment in UTC, RFC 3339 with nine fraction digits: `"2026-01-05T14:30:00.000000000Z"`. Sorts as text. */
export type Timestamp = string;

export type InstrumentType = "EQUITY" | "ETF" | "MUTUAL_FUND" | "BOND" | "FX" | "CRYPTO_SPOT" | "PERPETUAL" | "FUTURE" | "OPTION";

export type CandleInterval = "S1" | "S5" | "M1" | "M5" | "M15" | "M30" | "H1" | "H4" | "D1" | "W1" | "MN1";

/** The last known state of a market. What is not known is null. */
export interface Quote {
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly bidSize: Decimal | null;
  readonly askSize: Decimal | null;
  readonly last: Decimal | null;
  readonly lastSize: Decimal | null;
  readonly occurredAt: Timestamp | null;
}

export interface Instrument {
  readonly id: string;
  readonly key: string;
  readonly venue: string;
  readonly symbol: string;
  readonly name: string;
  readonly type: InstrumentType;
  readonly currency: string;
}

export interface Candle {
  readonly openTime: Timestamp;
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly close: Decimal;
  readonly volume: Decimal;
  readonly vwap: Decimal | null;
  readonly tradeCount: number;
  /** How many late trades have amended it since it closed. */
  readonly revision: number;
  readonly isClosed: boolean;
}

export interface Connection<T> {
  readonly nodes: readonly T[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
